import type { Language, LocalizedText } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { DecisionRules } from "./joint-decision.ts";

/** Why the recommendation lies between both, whatever the score is. */
export function conflictSentence({ criteria, conflict, outcomes }: DecisionRules): LocalizedText {
  const inConflict = criteria.filter(({ value }) => conflict.criteria.includes(value));
  const named = (language: Language) => inConflict.map(({ text }) => text[language]).join(" · ");
  return {
    de: `Konfliktregel: „${outcomes.between.text.de}“ gilt, gleich wie s ausfällt, weil diese Mittel bei ${conflict.from} oder höher liegen: ${named("de")}`,
    en: `Conflict rule: “${outcomes.between.text.en}” holds, whatever s is, because these means are ${conflict.from} or higher: ${named("en")}`,
  };
}

/** The rules behind score and hints. */
export function decisionMethod(rules: DecisionRules): LocalizedText[] {
  const cut = { de: formatNumber(rules.cut, "de", 2), en: formatNumber(rules.cut, "en", 2) };
  const limit = {
    de: formatNumber(rules.spreadLimit, "de", 1),
    en: formatNumber(rules.spreadLimit, "en", 1),
  };
  return [
    {
      de: `s = Σ w·d·(x − Mitte) / Σ w·(halbe Spanne) über die Kriterien mit Richtung d, aus Mittel x und mittlerem Gewicht w; ohne Angabe gilt Gewicht ${rules.defaultWeight}. Bis −${cut.de}: ${rules.outcomes.low.text.de}; ab +${cut.de}: ${rules.outcomes.high.text.de}; dazwischen: ${rules.outcomes.between.text.de}.`,
      en: `s = Σ w·d·(x − midpoint) / Σ w·(half range) over the criteria with a direction d, from mean x and mean weight w; weight ${rules.defaultWeight} where none was given. Up to −${cut.en}: ${rules.outcomes.low.text.en}; from +${cut.en}: ${rules.outcomes.high.text.en}; between: ${rules.outcomes.between.text.en}.`,
    },
    {
      de: `Streuung: Standardabweichung der Stichprobe; über ${limit.de} gilt: erst besprechen.`,
      en: `SD: sample standard deviation; above ${limit.en}: discuss first.`,
    },
  ];
}

/** Whose result it is when few people took part. */
export function fewPlanners(least: number): LocalizedText {
  return {
    de: `Weniger als ${least} Planende: Das Ergebnis gehört der Planungsgruppe. Geben Sie es nur mit Zustimmung aller weiter.`,
    en: `Fewer than ${least} planners: the result belongs to the planning group. Pass it on only if everybody agrees.`,
  };
}
