import type { Language, LocalizedText } from "@mehrwert/study";
import { randomSelection, smallSourceWarnings, sourceFacts } from "../covariates/source-facts.ts";
import { formatNumber } from "../number-format.ts";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import type { Report, ReportSection } from "../report/report.ts";
import { comparisonSection } from "./comparison-section.ts";
import { noComparisonSentences } from "./comparison-sentences.ts";
import type {
  CovariateScreening,
  NoRankingComparison,
  RankingComparison,
} from "./ranking-comparison.ts";
import { screeningSection } from "./screening-section.ts";

/** What was compared: one answer, or all of them. */
export type Compared =
  | { by: "one"; comparison: RankingComparison | NoRankingComparison }
  | { by: "all"; screening: CovariateScreening };

/** Groups of respondents side by side, as a report in one language. */
export function comparisonReport(
  source: RankingSource,
  compared: Compared,
  settings: { softwareVersion: string; language: Language },
): Report {
  const { softwareVersion, language } = settings;
  const texts = (list: readonly LocalizedText[]) => list.map((text) => text[language]);
  return {
    language,
    title: `${{ de: "Vergleich von Gruppen", en: "Comparison of groups" }[language]}: ${source.title[language]}`,
    isSimulated: source.isSimulated,
    warnings: smallSourceWarnings(source, language),
    facts: sourceFacts(source, softwareVersion, language),
    sections: sectionsOf(source, compared, language),
    method: texts(methodOf(compared)),
    notes: texts(compared.by === "all" && !isEmpty(compared) ? [noTrees] : []),
    assumptions: texts(isEmpty(compared) ? [] : assumptions),
  };
}

function sectionsOf(
  { items }: RankingSource,
  compared: Compared,
  language: Language,
): ReportSection[] {
  if (compared.by === "all") {
    const details = compared.screening.comparisons.map((each) => comparisonSection(each, language));
    return [screeningSection(compared.screening, items, language), ...details];
  }
  const { comparison } = compared;
  if (comparison.exists) return [comparisonSection(comparison, language)];
  return [
    {
      heading: comparison.label[language],
      sentences: noComparisonSentences(comparison, language),
      tables: [],
      figures: [],
    },
  ];
}

/** Nothing was computed, so nothing needs explaining. */
function isEmpty(compared: Compared): boolean {
  return compared.by === "one" ? !compared.comparison.exists : compared.screening.corrected === 0;
}

function methodOf(compared: Compared): LocalizedText[] {
  if (isEmpty(compared)) return [];
  return compared.by === "all" ? [screening(compared), ...method] : method;
}

const method: LocalizedText[] = [
  {
    de: "Gesamttest: Likelihood-Quotient zwischen gemeinsamen und getrennten Plackett–Luce-Gewichten, χ². Je Gegenstand: Differenz der zentrierten Log-Gewichte (Wald) und der mittleren Ränge, die 95\u2011%\u2011Intervalle sind nicht korrigiert, die p-Werte nach Holm über alle Gegenstände und Gruppen.",
    en: "Overall test: likelihood ratio between shared and separate Plackett–Luce worths, chi-square. By item: difference of centred log-worths (Wald) and of mean ranks; the 95% intervals are not corrected, the p values are, by Holm over all items and groups.",
  },
  {
    de: "Mehr als zwei Gruppen: jede gegen alle Übrigen. Nichts wird gezogen; einen Startwert gibt es nicht.",
    en: "More than two groups: each against all others. Nothing is drawn at random; there is no seed.",
  },
];

function screening({ screening: { corrected } }: Extract<Compared, { by: "all" }>): LocalizedText {
  const { de, en } = { de: formatNumber(corrected, "de"), en: formatNumber(corrected, "en") };
  return {
    de: `Je Antwort zwei Tests in einem p (Bonferroni): Likelihood-Quotient aller Gewichte und der deutlichste Score-Test der Ränge eines Gegenstands; Holm und Benjamini–Hochberg über ${de} Antworten.`,
    en: `For each answer two tests in one p (Bonferroni): likelihood ratio of all worths and the clearest score test of one item's ranks; Holm and Benjamini–Hochberg over ${en} answers.`,
  };
}

const noTrees: LocalizedText = {
  de: "Jede Antwort wird für sich geprüft. Das ersetzt Entscheidungsbäume: Es findet, welche einzelnen Antworten zählen, aber nicht, welche nur zusammen wirken.",
  en: "Each answer is tested on its own. This stands in for decision trees: it finds which single answers matter, but not which matter only together.",
};

const assumptions: LocalizedText[] = [
  {
    de: "Ein Unterschied zwischen Gruppen ist keine Ursache: Wer so geantwortet hat, kann sich auch in anderem unterscheiden.",
    en: "A difference between groups is not a cause: those who answered so may differ in other things too.",
  },
  {
    de: "Der Gesamttest nimmt an, dass innerhalb jeder Gruppe alle dieselben Vorlieben haben; bei wenigen Befragten ist er ungenau.",
    en: "The overall test assumes that within each group all share the same preferences; with few respondents it is rough.",
  },
  randomSelection,
];
