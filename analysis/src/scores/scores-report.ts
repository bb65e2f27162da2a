import type { Dataset, Language, LocalizedText } from "@mehrwert/study";
import { withInterval } from "../interval-format.ts";
import { formatNumber } from "../number-format.ts";
import type { Report, ReportSection } from "../report/report.ts";
import { smallGroupWarning } from "../text-table/small-group-warning.ts";
import { originText, studyOrigin } from "../text-table/study-origin.ts";
import { indexSection } from "./index-section.ts";
import { recommendationSection } from "./recommendation-section.ts";
import { scoreLabels } from "./score-labels.ts";
import { constructRule } from "./score-rules.ts";
import type { ConstructScore, ScoreTable } from "./score-table.ts";

/** The scores of a dataset as a report in one language, each with its rule. */
export function scoresReport(
  table: ScoreTable,
  { manifest, dictionary }: Dataset,
  { language, softwareVersion }: { language: Language; softwareVersion: string },
): Report {
  const least = manifest.study.minimumGroupSize;
  const labels = scoreLabels(dictionary);
  const sections = [
    ...(table.constructs.length > 0 ? [constructSection(table.constructs, language)] : []),
    ...table.indices.map((score) => indexSection(score, labels, language)),
    ...table.recommendations.map((each) => recommendationSection(each, language)),
  ];
  return {
    language,
    title: `${{ de: "Werte:", en: "Scores:" }[language]} ${manifest.study.title[language]}`,
    isSimulated: manifest.study.isSimulated,
    warnings: smallGroupWarning(smallNames(table, least, language), least, language),
    facts: [
      ...studyOrigin(manifest).map((fact) => originText(fact, language)),
      {
        label: { de: "Befragte", en: "Respondents" }[language],
        value: formatNumber(manifest.responses, language),
      },
      {
        label: { de: "Ausgewertet mit", en: "Analysed with" }[language],
        value: `Mehrwert ${softwareVersion}`,
      },
    ],
    sections: sections.length > 0 ? sections : [noScores(language)],
    method: methods.map((text) => text[language]),
    notes: notes.map((text) => text[language]),
    assumptions: assumptions.map((text) => text[language]),
  };
}

/** Scores of few people, and types and parts of recommendations that few belong to. */
function smallNames(table: ScoreTable, least: number, language: Language): string[] {
  const isSmall = (count: number) => count > 0 && count < least;
  return [
    ...table.constructs.filter(({ n }) => isSmall(n)).map(({ label }) => label[language]),
    ...table.indices.flatMap((score) => {
      const { label } = score.index;
      if ("types" in score) {
        return score.types
          .filter(({ count }) => isSmall(count))
          .map((type) => `${label[language]}: ${type.label[language]}`);
      }
      return "n" in score && isSmall(score.n) ? [label[language]] : [];
    }),
    ...table.recommendations
      .filter(({ promoters, passives, detractors }) =>
        [promoters, passives, detractors].some(isSmall),
      )
      .map(({ label }) => label[language]),
  ];
}

function constructSection(
  constructs: readonly ConstructScore[],
  language: Language,
): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const write = (value: number | undefined) =>
    value === undefined ? "–" : formatNumber(value, language, 2);
  return {
    heading: text("Konstrukte", "Constructs"),
    sentences: [
      text(
        "Je Konstrukt das Mittel der Werte aller Personen, die genug Items beantwortet haben.",
        "For each construct the mean of the scores of all people who answered enough items.",
      ),
    ],
    tables: [
      {
        caption: text("Werte der Konstrukte", "Scores of constructs"),
        columns: [
          { label: text("Konstrukt", "Construct"), align: "left" },
          { label: "n", align: "right" },
          { label: text("Mittel (95 %)", "Mean (95%)"), align: "right" },
          { label: text("Streuung", "SD"), align: "right" },
          { label: "α", align: "right" },
          { label: text("Ohne Wert", "No score"), align: "right", isDetail: true },
          { label: text("Regel", "Rule"), align: "left", isDetail: true },
        ],
        lines: constructs.map((score) => [
          score.label[language] + scaleOf(score),
          formatNumber(score.n, language),
          withInterval(score.mean, score.interval, language),
          write(score.sd),
          score.alpha.exists ? write(score.alpha.raw) : "–",
          formatNumber(score.tooFewItems, language),
          constructRule(score)[language],
        ]),
      },
    ],
    figures: [],
  };
}

function scaleOf({ range }: ConstructScore): string {
  return range === undefined ? "" : ` (${range[0]}–${range[1]})`;
}

function noScores(language: Language): ReportSection {
  const none: LocalizedText = {
    de: "Dieser Fragebogen erklärt weder Skalen noch Kennwerte.",
    en: "This instrument declares neither scales nor indices.",
  };
  const heading = { de: "Keine Werte", en: "No scores" }[language];
  return { heading, sentences: [none[language]], tables: [], figures: [] };
}

const methods: LocalizedText[] = [
  {
    de: "Umgekehrt gepolte Items sind vor allem Rechnen gedreht. Mittel mit 95-%-Intervall nach Student; Anteile nach Wilson; Unterschiede von Gruppen nach Welch; α nach Cronbach aus paarweisen Kovarianzen.",
    en: "Reverse-keyed items are turned before anything is computed. Means with 95% intervals by Student; shares by Wilson; differences of groups by Welch; Cronbach’s α from pairwise covariances.",
  },
  {
    de: "Empfehlung: Anteil von 9 und 10 weniger Anteil von 0 bis 6, mal 100; Intervall nach Wald mit drei zugezählten Antworten (Rocks 2016).",
    en: "Recommendation: share of 9 and 10 less share of 0 to 6, times 100; adjusted Wald interval with three answers added (Rocks 2016).",
  },
];

const notes: LocalizedText[] = [
  {
    de: "Was zu einem Wert gehört, steht im Fragebogen, nicht hier: Der Datensatz bringt die Regeln mit. Bei mehreren Fassungen gilt die letzte; was sie nicht mehr oder anders fragt, zählt nicht mit.",
    en: "What belongs to a score is said by the instrument, not here: the dataset brings its rules. With several versions the last one holds; what it no longer asks, or asks otherwise, does not count.",
  },
];

const assumptions: LocalizedText[] = [
  {
    de: "Ein Mittel behandelt die Schritte der Antwortskala als gleich groß. Typen entstehen an gesetzten Grenzen; wer knapp darüber oder darunter liegt, unterscheidet sich kaum.",
    en: "A mean treats the steps of the response scale as equal. Types come from chosen thresholds; people just above and just below one hardly differ.",
  },
  {
    de: "Die Intervalle gelten für eine Zufallsauswahl; bei freiwilliger Teilnahme sagen sie nichts über die, die nicht geantwortet haben.",
    en: "The intervals hold for a random sample; with voluntary participation they say nothing about those who did not answer.",
  },
];
