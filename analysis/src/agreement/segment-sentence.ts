import type { OverlapRule } from "@mehrwert/statistics";
import type { LocalizedText } from "@mehrwert/study";
import { formatNumber, formatShare } from "../number-format.ts";
import type { SpansAgreement } from "./spans-agreement.ts";

const rules: Record<OverlapRule, LocalizedText> = {
  union: { de: "der Länge beider zusammen", en: "the length of both together" },
  longer: { de: "der Länge des längeren", en: "the length of the longer one" },
  shorter: { de: "der Länge des kürzeren", en: "the length of the shorter one" },
};

/** The overlap rule as it stands beside every number that follows it. */
export function overlapInWords({ rule, ratio }: SpansAgreement["settings"]): LocalizedText {
  return {
    de: `Überschneidung mindestens ${formatShare(ratio, "de")} ${rules[rule].de}`,
    en: `overlap at least ${formatShare(ratio, "en")} of ${rules[rule].en}`,
  };
}

/** How many segments have a counterpart, with the rule. */
export function segmentSentence(agreement: SpansAgreement): LocalizedText[] {
  const { segmentAgreement: found, settings, marked } = agreement;
  if (!found.exists) return [];
  const rule = overlapInWords(settings);
  const each = marked.coders.length > 2;
  return [
    {
      de: `${formatNumber(found.agreeing, "de")} von ${formatNumber(found.compared, "de")} ${each ? "Vergleichen eines Segments mit einer anderen Person finden dort" : "Segmenten haben bei der anderen Person"} ein Gegenstück mit demselben Code (${formatShare(found.value, "de")}; ${rule.de}).`,
      en: `${formatNumber(found.agreeing, "en")} of ${formatNumber(found.compared, "en")} ${each ? "comparisons of a segment with another coder find a counterpart" : "segments have a counterpart with the other coder, one"} of the same code (${formatShare(found.value, "en")}; ${rule.en}).`,
    },
  ];
}
