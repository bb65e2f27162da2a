import type { NoAgreementReason } from "@mehrwert/statistics";
import type { Language, LocalizedText } from "@mehrwert/study";
import { withInterval } from "../interval-format.ts";
import { formatNumber, formatShare } from "../number-format.ts";
import { agreementReasons } from "./agreement-reasons.ts";
import { alphaVerdict } from "./alpha-verdict.ts";
import { quotedCodes, sameThing, unitsInWords } from "./code-words.ts";
import { coefficients } from "./coefficients.ts";
import type { RatingsAgreement } from "./ratings-agreement.ts";

/** Percent, α and one coefficient robust to prevalence, why they differ, and what does not exist. */
export function ratingsSentences(agreement: RatingsAgreement): LocalizedText[] {
  const { percentAgreement: percent } = agreement;
  if (!percent.exists) return [nothingToCompare(percent.reason)];
  return [
    ...percentSentence(agreement),
    ...alphaSentence(agreement),
    ...whyTheyDiffer(agreement),
    ...missingCoefficients(agreement),
  ];
}

/** Without two codes of one unit no coefficient exists. */
export function nothingToCompare(reason: NoAgreementReason): LocalizedText {
  const { de, en } = agreementReasons[reason];
  return {
    de: `Hier lässt sich nichts vergleichen: ${de}.`,
    en: `Nothing can be compared here: ${en}.`,
  };
}

function percentSentence(agreement: RatingsAgreement): LocalizedText[] {
  const { percentAgreement: percent, coded, basis } = agreement;
  if (!percent.exists) return [];
  const same = sameThing(coded);
  const share = (language: Language) => formatShare(percent.value, language);
  if (basis.coders > 2)
    return [
      {
        de: `Je zwei Kodierende gaben einer Einheit im Mittel in ${share("de")} der Fälle ${same.de} (${basis.coders} Kodierende, ${unitsInWords(basis.units).de}).`,
        en: `Two coders of the same unit gave it ${same.en} in ${share("en")} of cases on average (${basis.coders} coders, ${unitsInWords(basis.units).en}).`,
      },
    ];
  const equal = Math.round(percent.value * basis.units);
  return [
    {
      de: `Die beiden Kodierenden gaben ${formatNumber(equal, "de")} von ${unitsInWords(basis.units).de} ${same.de} (${share("de")}).`,
      en: `The two coders gave ${formatNumber(equal, "en")} of ${unitsInWords(basis.units).en} ${same.en} (${share("en")}).`,
    },
  ];
}

function alphaSentence({ krippendorffsAlpha: alpha, interval }: RatingsAgreement): LocalizedText[] {
  if (!alpha.exists) return [];
  const bounds: [number, number] | undefined = interval.exists
    ? [interval.lower, interval.upper]
    : undefined;
  const verdict = alphaVerdict(alpha.value, bounds ?? "unknown");
  const written = (language: Language) => withInterval(alpha.value, bounds, language);
  return [
    {
      de: `Über den Zufall hinaus: Krippendorffs α = ${written("de")}. ${verdict.de}`,
      en: `Beyond chance: Krippendorff’s α = ${written("en")}. ${verdict.en}`,
    },
  ];
}

/** One sentence on why percent, α and AC1 are not the same number. */
function whyTheyDiffer(agreement: RatingsAgreement): LocalizedText[] {
  const { percentAgreement: percent, krippendorffsAlpha: alpha, gwetsAc1: ac1 } = agreement;
  const { coded, shares } = agreement;
  if (!percent.exists || !alpha.exists || !ac1.exists) return [];
  const number = (value: number, language: Language) => formatNumber(value, language, 2);
  const beside: LocalizedText = {
    de: `Gwets AC1 = ${number(ac1.value, "de")}.`,
    en: `Gwet’s AC1 = ${number(ac1.value, "en")}.`,
  };
  const because = (de: string, en: string): LocalizedText[] => [
    { de: `${beside.de} ${de}`, en: `${beside.en} ${en}` },
  ];
  if (percent.value === 1)
    return because(
      "Prozent, α und AC1 sind gleich, weil kein Unterschied vorkommt.",
      "Percent, α and AC1 are the same, since there is no difference.",
    );
  if (coded.isSetValued)
    return because(
      "Prozent und AC1 zählen nur ganz gleiche Zusammenstellungen von Codes; α rechnet an, was zwei Zusammenstellungen gemeinsam haben, und zieht ab, was der Zufall brächte.",
      "Percent and AC1 count only combinations of codes that are quite the same; α gives credit for what two combinations share, and takes off what chance would give.",
    );
  if (coded.level !== "nominal")
    return because(
      "Prozent und AC1 zählen nur gleiche Werte; α unterscheidet knapp daneben von weit daneben und zieht ab, was der Zufall brächte.",
      "Percent and AC1 count only equal values; α tells a near miss from a wide one, and takes off what chance would give.",
    );
  const chance = (expected: number, language: Language) => formatShare(expected, language);
  const byAlpha = 1 - alpha.expectedDisagreement;
  const [first] = shares;
  if (ac1.value - alpha.value >= 0.1 && first !== undefined)
    return because(
      `α ist niedriger, weil ${quotedCodes(first.codes, "de")} ${chance(first.share, "de")} aller vergebenen Codes ausmacht: α erwartet dann schon vom Zufall ${chance(byAlpha, "de")} Übereinstimmung, AC1 nur ${chance(ac1.expected, "de")}, Prozent keine.`,
      `α is lower because ${quotedCodes(first.codes, "en")} makes up ${chance(first.share, "en")} of all codes given: α then expects ${chance(byAlpha, "en")} agreement from chance alone, AC1 only ${chance(ac1.expected, "en")}, percent none.`,
    );
  return because(
    `Die drei Zahlen schreiben dem Zufall Verschiedenes zu: Prozent nichts, α ${chance(byAlpha, "de")} und AC1 ${chance(ac1.expected, "de")} Übereinstimmung.`,
    `The three numbers put different amounts down to chance: percent none, α ${chance(byAlpha, "en")} and AC1 ${chance(ac1.expected, "en")} agreement.`,
  );
}

/** Coefficients that do not exist, those with the same reason together. */
function missingCoefficients(agreement: RatingsAgreement): LocalizedText[] {
  const byReason = new Map<NoAgreementReason, LocalizedText[]>();
  for (const { name, label } of coefficients) {
    const found = agreement[name];
    // With more than two coders, the table of pairs has it.
    if (found.exists || found.reason === "not-two-coders") continue;
    byReason.set(found.reason, [...(byReason.get(found.reason) ?? []), label]);
  }
  return [...byReason].map(([reason, labels]) => {
    const list = (language: Language) => labels.map((label) => label[language]).join(", ");
    return {
      de: `Nicht bestimmt: ${list("de")}. Grund: ${agreementReasons[reason].de}.`,
      en: `Not defined: ${list("en")}. Reason: ${agreementReasons[reason].en}.`,
    };
  });
}
