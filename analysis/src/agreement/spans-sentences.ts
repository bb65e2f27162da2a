import type { NoAgreement, NoAgreementReason } from "@mehrwert/statistics";
import type { Language, LocalizedText } from "@mehrwert/study";
import { formatNumber, formatShare } from "../number-format.ts";
import { agreementReasons } from "./agreement-reasons.ts";
import { alphaVerdict } from "./alpha-verdict.ts";
import { ac1Of, type GroupAgreement, type SpansAgreement } from "./spans-agreement.ts";

const number = (value: number, language: Language) => formatNumber(value, language, 2);

/** Percent, uα and AC1 of one group of codes, why they differ, where the trouble lies, and what does not exist. */
export function groupSentences(group: GroupAgreement, agreement: SpansAgreement): LocalizedText[] {
  if (agreement.marked.coders.length < 2) return [tooFewCoders];
  return [
    ...percentSentence(group, agreement),
    ...alphaSentence(group),
    ...whyTheyDiffer(group),
    ...whatOrWhich(group),
    ...missingCoefficients(group),
  ];
}

const tooFewCoders: LocalizedText = {
  de: "Hier lässt sich nichts vergleichen: Es gibt weniger als zwei Kodierende. Wer nichts markiert hat, gehört in --coders.",
  en: "Nothing can be compared here: there are fewer than two coders. Who marked nothing belongs in --coders.",
};

function percentSentence(
  { positions }: GroupAgreement,
  { marked }: SpansAgreement,
): LocalizedText[] {
  if (!positions.exists) return [];
  const share = (language: Language) => formatShare(positions.percentAgreement, language);
  const length = (language: Language) => formatNumber(marked.length, language);
  const coders = marked.coders.length;
  return [
    {
      de: `Auf ${share("de")} der ${length("de")} Zeichen haben je zwei Kodierende dasselbe, denselben Code oder beide keinen (${coders} Kodierende).`,
      en: `On ${share("en")} of the ${length("en")} characters two coders have the same, the same code or none (${coders} coders).`,
    },
  ];
}

function alphaSentence({ uAlpha }: GroupAgreement): LocalizedText[] {
  if (!uAlpha.exists) return [];
  const { value } = uAlpha;
  const verdict = alphaVerdict(value);
  return [
    {
      de: `Über den Zufall hinaus: uα = ${number(value, "de")}. ${verdict.de}`,
      en: `Beyond chance: uα = ${number(value, "en")}. ${verdict.en}`,
    },
  ];
}

/** One sentence on why percent, uα and AC1 are not the same number. */
function whyTheyDiffer({ positions, uAlpha }: GroupAgreement): LocalizedText[] {
  if (!positions.exists || !uAlpha.exists || !positions.gwetsAc1.exists) return [];
  const { percentAgreement, gapShare } = positions;
  const { value: ac1, expected } = positions.gwetsAc1;
  const beside: LocalizedText = {
    de: `Gwets AC1 der Zeichen = ${number(ac1, "de")}.`,
    en: `Gwet’s AC1 of the characters = ${number(ac1, "en")}.`,
  };
  if (percentAgreement === 1)
    return [
      {
        de: `${beside.de} Prozent, uα und AC1 sind gleich, weil kein Unterschied vorkommt.`,
        en: `${beside.en} Percent, uα and AC1 are the same, since there is no difference.`,
      },
    ];
  const chance = (language: Language) => formatShare(1 - uAlpha.expectedDisagreement, language);
  const share = (language: Language) => formatShare(expected, language);
  const gap = (language: Language) => formatShare(gapShare, language);
  return [
    {
      de: `${beside.de} Auch was beide unmarkiert ließen, zählt als gleich (im Mittel sind ${gap("de")} des Textes unmarkiert); die drei Zahlen schreiben dem Zufall Verschiedenes zu: Prozent nichts, AC1 ${share("de")} und uα ${chance("de")} Übereinstimmung.`,
      en: `${beside.en} What both left unmarked counts as equal too (on average ${gap("en")} of the text is unmarked); the three numbers put different amounts down to chance: percent none, AC1 ${share("en")} and uα ${chance("en")} agreement.`,
    },
  ];
}

/** Whether coders differ in what they mark or in which code they give it. */
function whatOrWhich({ uAlphaBinary: binary, cuAlpha }: GroupAgreement): LocalizedText[] {
  if (!binary.exists || !cuAlpha.exists) return [];
  const difference = binary.value - cuAlpha.value;
  const trouble: LocalizedText =
    difference < -0.1
      ? {
          de: " Die Unterschiede liegen also eher darin, was markiert wird.",
          en: " So the differences lie rather in what is marked.",
        }
      : difference > 0.1
        ? {
            de: " Die Unterschiede liegen also eher darin, welcher Code gewählt wird.",
            en: " So the differences lie rather in which code is chosen.",
          }
        : { de: "", en: "" };
  return [
    {
      de: `Getrennt betrachtet: was überhaupt markiert wird, uα binär = ${number(binary.value, "de")}; welcher Code es ist, wo mehrere etwas markiert haben, cuα = ${number(cuAlpha.value, "de")}.${trouble.de}`,
      en: `Taken apart: what is marked at all, binary uα = ${number(binary.value, "en")}; which code it is, where several marked something, cuα = ${number(cuAlpha.value, "en")}.${trouble.en}`,
    },
  ];
}

/** Coefficients of a group that do not exist, those with the same reason together. */
function missingCoefficients(group: GroupAgreement): LocalizedText[] {
  const all: { label: LocalizedText; found: { exists: true } | NoAgreement }[] = [
    { label: { de: "gleiche Zeichen", en: "equal characters" }, found: group.positions },
    { label: { de: "uα", en: "uα" }, found: group.uAlpha },
    { label: { de: "uα binär", en: "binary uα" }, found: group.uAlphaBinary },
    { label: { de: "cuα", en: "cuα" }, found: group.cuAlpha },
    { label: { de: "Gwets AC1", en: "Gwet’s AC1" }, found: ac1Of(group) },
  ];
  const byReason = new Map<NoAgreementReason, LocalizedText[]>();
  for (const { label, found } of all)
    if (!found.exists) byReason.set(found.reason, [...(byReason.get(found.reason) ?? []), label]);
  return [...byReason].map(([reason, labels]) => ({
    de: `Nicht bestimmt: ${labels.map(({ de }) => de).join(", ")}. Grund: ${agreementReasons[reason].de}.`,
    en: `Not defined: ${labels.map(({ en }) => en).join(", ")}. Reason: ${agreementReasons[reason].en}.`,
  }));
}
