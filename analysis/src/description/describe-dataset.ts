import { type Interval, wilsonInterval } from "@mehrwert/statistics";
import {
  type Dataset,
  type LocalizedText,
  type Missing,
  missingReason,
  type Variable,
} from "@mehrwert/study";

/** How often one answer was given, as a share of those who answered. */
export type DescribedAnswer = {
  code: string;
  label: LocalizedText;
  count: number;
  share?: number;
  interval?: Interval;
};

/** One variable: who answered, why others did not, and what was answered. */
export type DescribedVariable = {
  variable: Variable;
  n: number;
  missing: { reason: Missing; count: number }[];
  answers: DescribedAnswer[];
  /** Of numbers: ratings, ranks and counts. */
  mean?: number;
  sd?: number;
  median?: number;
  lowest?: number;
  highest?: number;
  /** Shares at the ends of a response scale. */
  floor?: DescribedAnswer;
  ceiling?: DescribedAnswer;
};

/** Variables of one question, or those that describe the respondents, in the order of the instrument. */
export type DescribedSection = {
  question: string;
  heading: LocalizedText;
  variables: DescribedVariable[];
};

/** A dataset, variable by variable. `smallGroups` = answers given by fewer people than may be published. */
export type Description = {
  dataset: Dataset;
  sections: DescribedSection[];
  smallGroups: { variable: string; code: string }[];
};

/** Every variable that holds answers, described; ids, orders of display, codes and single MaxDiff sets are not. */
export function describeDataset(dataset: Dataset): Description {
  const { dictionary, manifest } = dataset;
  const sections = new Map<string, DescribedSection>();
  for (const variable of dictionary.variables) {
    if (["id", "order", "pick", "key"].includes(variable.type)) continue;
    const question = variable.question ?? variable.name;
    const section = sections.get(question) ?? {
      question,
      heading: variable.questionText ?? variable.label,
      variables: [],
    };
    section.variables.push(described(variable, dataset.columns.get(variable.name) ?? []));
    sections.set(question, section);
  }
  const all = [...sections.values()];
  const smallGroups = all.flatMap(({ variables }) =>
    variables
      .filter(({ variable: { type } }) => type === "single" || type === "language")
      .flatMap(({ variable, answers }) =>
        answers
          .filter(({ count }) => count > 0 && count < manifest.study.minimumGroupSize)
          .map(({ code }) => ({ variable: variable.name, code })),
      ),
  );
  return { dataset, sections: all, smallGroups };
}

function described(variable: Variable, cells: readonly string[]): DescribedVariable {
  const reasons = new Map<Missing, number>();
  const given: string[] = [];
  for (const cell of cells) {
    const reason = missingReason(cell);
    if (reason === undefined) given.push(cell);
    else reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const missing = [...reasons].map(([reason, count]) => ({ reason, count }));
  const answers = answersOf(variable, given);
  const isScale = variable.type === "rating";
  const [floor, ceiling] = isScale ? [answers[0], answers.at(-1)] : [];
  return {
    ...{ variable, n: given.length, missing, answers },
    ...(isNumeric(variable) && momentsOf(given.map(Number))),
    ...(floor !== undefined && { floor }),
    ...(ceiling !== undefined && { ceiling }),
  };
}

function isNumeric({ type }: Variable): boolean {
  return type === "rating" || type === "rank" || type === "count";
}

/** Texts and counts have no fixed answers; ranks and languages have those that occur. */
function answersOf(variable: Variable, given: readonly string[]): DescribedAnswer[] {
  const { type, options } = variable;
  if (type === "text" || type === "count") return [];
  const counts = new Map<string, number>();
  for (const cell of given) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const found = [...counts.keys()].sort((a, b) => (type === "rank" ? +a - +b : a < b ? -1 : 1));
  const known = options ?? found.map((code) => ({ code, label: { de: code, en: code } }));
  return known.map(({ code, label }) => {
    const count = counts.get(code) ?? 0;
    const interval = wilsonInterval(count, given.length);
    if (interval === undefined) return { code, label, count };
    return { code, label, count, share: count / given.length, interval };
  });
}

function momentsOf(values: readonly number[]) {
  const n = values.length;
  if (n === 0) return {};
  const sorted = [...values].sort((a, b) => a - b);
  const at = (place: number) => sorted[place] ?? 0;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    mean,
    ...(n > 1 && { sd: Math.sqrt(squares / (n - 1)) }),
    median: (at(Math.floor((n - 1) / 2)) + at(Math.ceil((n - 1) / 2))) / 2,
    ...{ lowest: at(0), highest: at(n - 1) },
  };
}
