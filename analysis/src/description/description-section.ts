import type { DataDictionary, Language } from "@mehrwert/study";
import { likertFigure } from "../figures/likert-figure.ts";
import { shareWithInterval } from "../interval-format.ts";
import { formatNumber, formatShare } from "../number-format.ts";
import type { ReportFigure, ReportSection, ReportTable } from "../report/report.ts";
import type { DescribedSection, DescribedVariable } from "./describe-dataset.ts";
import { describedSentence } from "./described-sentence.ts";

/** One question of a described dataset: a sentence, its numbers, and bars for ratings. */
export function descriptionSection(
  section: DescribedSection,
  dictionary: DataDictionary,
  language: Language,
): ReportSection {
  const { variables, heading } = section;
  const figure = likertOf(section, language);
  const of = (type: string) => variables.filter(({ variable }) => variable.type === type);
  const [ratings, ranks, counts] = [of("rating"), of("rank"), of("count")];
  const selected = variables.filter(({ variable: { type } }) => type === "selected");
  const listed = variables.filter(({ variable: { type } }) =>
    ["single", "language"].includes(type),
  );
  return {
    heading: heading[language],
    sentences: [describedSentence(section, language)],
    tables: [
      ...(ratings.length > 0 ? [numberTable(ratings, captions.rating[language], language)] : []),
      ...(ranks.length > 0 ? [numberTable(ranks, captions.rank[language], language)] : []),
      ...(counts.length > 0 ? [numberTable(counts, captions.count[language], language)] : []),
      ...(selected.length > 0 ? [selectedTable(selected, language)] : []),
      ...listed.map((each) => answerTable(each, language)),
      ...missingTable(variables, dictionary, language),
    ],
    figures: figure === undefined ? [] : [figure],
  };
}

const captions = {
  rating: { de: "Mittel und Streuung", en: "Means and spread" },
  rank: {
    de: "Ränge unter denen, die eingeordnet haben (1 = vorn)",
    en: "Ranks among those who placed the option (1 = first)",
  },
  count: { de: "Gezählt beim Antworten", en: "Counted while answering" },
} as const;

function numberTable(
  variables: readonly DescribedVariable[],
  caption: string,
  language: Language,
): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const write = (value: number | undefined, decimals = 2) =>
    value === undefined ? "–" : formatNumber(value, language, decimals);
  const share = (value: number | undefined) =>
    value === undefined ? "–" : formatShare(value, language);
  const hasEnds = variables.some(({ floor, ceiling }) => (floor ?? ceiling) !== undefined);
  return {
    caption,
    columns: [
      { label: text("Aussage", "Item"), align: "left" },
      { label: "n", align: "right" },
      { label: text("Mittel", "Mean"), align: "right" },
      { label: text("Streuung", "SD"), align: "right" },
      { label: text("Median", "Median"), align: "right" },
      ...(hasEnds
        ? ([
            { label: text("unterste Stufe", "lowest point"), align: "right", isDetail: true },
            { label: text("oberste Stufe", "highest point"), align: "right", isDetail: true },
          ] as const)
        : []),
    ],
    lines: variables.map(({ variable, n, mean, sd, median, floor, ceiling }) => [
      ...[variable.label[language], formatNumber(n, language), write(mean), write(sd)],
      write(median, 1),
      ...(hasEnds ? [share(floor?.share), share(ceiling?.share)] : []),
    ]),
  };
}

function selectedTable(variables: readonly DescribedVariable[], language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  return {
    caption: text("Gewählt (mehrere möglich)", "Selected (several possible)"),
    columns: [
      { label: text("Antwort", "Answer"), align: "left" },
      { label: "n", align: "right" },
      { label: text("Anzahl", "Count"), align: "right" },
      { label: text("Anteil (95 %)", "Share (95%)"), align: "right" },
    ],
    lines: variables.map(({ variable, n, answers }) => {
      const chosen = answers.find(({ code }) => code === "1");
      return [
        variable.label[language],
        formatNumber(n, language),
        formatNumber(chosen?.count ?? 0, language),
        shareWithInterval(chosen?.share, chosen?.interval, language),
      ];
    }),
  };
}

function answerTable({ variable, n, answers }: DescribedVariable, language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  return {
    caption: `${variable.label[language]} (n = ${formatNumber(n, language)})`,
    columns: [
      { label: text("Antwort", "Answer"), align: "left" },
      { label: text("Anzahl", "Count"), align: "right" },
      { label: text("Anteil (95 %)", "Share (95%)"), align: "right" },
    ],
    lines: answers.map(({ label, count, share, interval }) => [
      label[language],
      formatNumber(count, language),
      shareWithInterval(share, interval, language),
    ]),
  };
}

/** Why answers are missing; nothing if none is. */
function missingTable(
  variables: readonly DescribedVariable[],
  { missingCodes }: DataDictionary,
  language: Language,
): ReportTable[] {
  const kinds = missingCodes.filter(({ reason }) =>
    variables.some(({ missing }) => missing.some((each) => each.reason === reason)),
  );
  if (kinds.length === 0) return [];
  return [
    {
      caption: { de: "Ohne Antwort, nach Grund", en: "Without answer, by reason" }[language],
      columns: [
        { label: { de: "Aussage", en: "Item" }[language], align: "left" },
        ...kinds.map(({ label }) => ({ label: label[language], align: "right" as const })),
      ],
      lines: variables
        .filter(({ missing }) => missing.length > 0)
        .map(({ variable, missing }) => [
          `${variable.label[language]} (${variable.name})`,
          ...kinds.map(({ reason }) =>
            formatNumber(missing.find((each) => each.reason === reason)?.count ?? 0, language),
          ),
        ]),
    },
  ];
}

/** Bars for the ratings of one question, which share their response scale. */
function likertOf(
  { question, variables }: DescribedSection,
  language: Language,
): ReportFigure | undefined {
  const ratings = variables.filter(({ variable: { type } }) => type === "rating");
  const [first] = ratings;
  if (first === undefined) return undefined;
  const data = {
    id: question,
    items: ratings.map(({ variable }) => ({ label: variable.label })),
    options: first.answers.map(({ label }) => label),
    counts: ratings.map(({ answers }) => answers.map(({ count }) => count)),
    missing: ratings.map(({ missing }) => missing.reduce((sum, { count }) => sum + count, 0)),
  };
  return {
    caption: { de: "Verteilung der Einschätzungen", en: "Distribution of ratings" }[language],
    draw: (options) => likertFigure(data, options),
  };
}
