import { csvText } from "@mehrwert/study";
import type { DescribedVariable, Description } from "./describe-dataset.ts";
import type { ImportancePerformance } from "./importance-performance.ts";

/**
 * A description as a plain object for programs; a number that does not exist is null.
 * `importancePerformance` stands in it only where two questions were paired.
 */
export function descriptionDocument(
  description: Description,
  softwareVersion: string,
  pairs?: ImportancePerformance,
): object {
  const { manifest } = description.dataset;
  return {
    ...{ format: "mehrwert-description", formatVersion: 1 },
    software: { name: "mehrwert", version: softwareVersion },
    version: softwareVersion,
    seed: null,
    study: manifest.study,
    instrument: manifest.instrument,
    createdOn: manifest.createdOn,
    respondents: manifest.responses,
    method: {
      shares: "of those who answered; Wilson intervals, 95 %",
      sd: "divisor n - 1",
      missing: "by reason, as the dataset gives it",
    },
    sections: description.sections.map(({ question, heading, variables }) => ({
      ...{ question, heading },
      variables: variables.map((each) => variableNumbers(each)),
    })),
    smallGroups: description.smallGroups,
    ...(pairs !== undefined && {
      importancePerformance: {
        ...{ importance: pairs.importance.question, performance: pairs.performance.question },
        importanceMeasure: pairs.isRanked ? "number of options + 1 - mean rank" : "mean",
        points: pairs.points,
      },
    }),
  };
}

function variableNumbers(described: DescribedVariable): object {
  const { variable, n, missing, answers, floor, ceiling } = described;
  const { mean = null, sd = null, median = null, lowest = null, highest = null } = described;
  const numbers = { mean, sd, median, lowest, highest };
  const isNumeric = ["rating", "rank", "count"].includes(variable.type);
  return {
    ...{ variable: variable.name, type: variable.type, label: variable.label, n },
    ...(n === 0 && { reason: "no-answers" }),
    missing: Object.fromEntries(missing.map(({ reason, count }) => [reason, count])),
    ...(isNumeric && numbers),
    ...(floor !== undefined && { floor: floor.share ?? null }),
    ...(ceiling !== undefined && { ceiling: ceiling.share ?? null }),
    ...(answers.length > 0 && {
      answers: answers.map(({ share, interval, ...answer }) => ({
        ...answer,
        share: share ?? null,
        interval: interval ?? null,
      })),
    }),
  };
}

/** One line per variable and answer, and one per variable with its mean; empty cells are numbers that do not exist. */
export function descriptionCsv(description: Description, softwareVersion: string): string {
  const head = [
    ...["variable", "type", "question", "n", "missing", "mean", "sd", "median", "lowest"],
    ...["highest", "code", "label_de", "label_en", "count", "share", "share_lower", "share_upper"],
    "version",
  ];
  const lines = description.sections.flatMap(({ question, variables }) =>
    variables.flatMap(({ variable, n, missing, answers, ...numbers }) => {
      const absent = missing.reduce((sum, { count }) => sum + count, 0);
      const of = [variable.name, variable.type, question, n, absent];
      const moments = [numbers.mean, numbers.sd, numbers.median, numbers.lowest, numbers.highest];
      const { de, en } = variable.label;
      return [
        [...of, ...moments, "", de, en, "", "", "", "", softwareVersion],
        ...answers.map(({ code, label, count, share, interval }) => [
          ...[...of, "", "", "", "", "", code, label.de, label.en, count, share],
          ...[interval?.[0], interval?.[1], softwareVersion],
        ]),
      ];
    }),
  );
  const text = (cell: string | number | undefined) => (cell === undefined ? "" : String(cell));
  return csvText([head, ...lines.map((line) => line.map(text))]);
}
