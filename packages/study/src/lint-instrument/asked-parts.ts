import type { Question, QuestionOf, ResponseOption } from "../instrument.ts";
import type { LocalizedText } from "../localized-text.ts";
import { pointer } from "./issue.ts";

/** One thing asked within a question that has rows. */
export type AskedPart = {
  /** The variable name, and the id of its item. */
  id: string;
  path: string;
  text: LocalizedText;
  options: readonly ResponseOption[];
  optionsPath: string;
  /** False where an item may be left out. */
  needsItem: boolean;
};

/** A list of options and where it stands. */
export type OptionList = { path: string; options: readonly ResponseOption[] };

/** The rows of a question, each with every scale it is rated on; undefined for a question that is one thing itself. */
export function askedParts(question: Question, path: string): AskedPart[] | undefined {
  switch (question.type) {
    case "matrix": {
      const columns = { options: question.columns, optionsPath: `${path}/columns` };
      return placed(question.rows, `${path}/rows`).map((row) => ({
        ...row,
        ...columns,
        needsItem: true,
      }));
    }
    case "decision": {
      const columns = { options: question.columns, optionsPath: `${path}/columns` };
      return placed(question.criteria, `${path}/criteria`).map((criterion) => ({
        ...criterion,
        ...columns,
        needsItem: true,
      }));
    }
    case "vignette":
      return placed(question.rows, `${path}/rows`).map((row, index) => ({
        ...row,
        options: question.rows[index]?.columns ?? [],
        optionsPath: `${row.path}/columns`,
        needsItem: true,
      }));
    case "double-rating":
      return ratedParts(question.rows, `${path}/rows`, question, path, true);
    case "statement-round":
      return ratedParts(question.statements, `${path}/statements`, question, path, false);
    case "roster":
      return tieParts(question, path);
    default:
      return undefined;
  }
}

/** Every list of options that a question offers. */
export function optionLists(question: Question, path: string): OptionList[] {
  const list = (property: string, options: readonly ResponseOption[]) => ({
    path: `${path}/${property}`,
    options,
  });
  switch (question.type) {
    case "radiogroup":
    case "checkbox":
    case "ranking":
    case "maxdiff":
    case "assigned":
      return [list("choices", question.choices)];
    case "number-band":
      return [list("bands", question.bands)];
    case "matrix":
      return [list("columns", question.columns)];
    case "decision":
      return [list("columns", question.columns), list("weights", question.weights)];
    case "double-rating":
    case "statement-round":
      return question.ratings.map(({ columns }, index) =>
        list(`ratings/${index}/columns`, columns),
      );
    case "vignette":
      return question.rows.map(({ columns }, index) => list(`rows/${index}/columns`, columns));
    case "roster":
      return question.columns.map(({ choices }, index) =>
        list(`columns/${index}/choices`, choices),
      );
    default:
      return [];
  }
}

type Row = { value: string; text: LocalizedText };

/** Lists of named texts of a question other than options: rows, ratings, entries and the like. */
export function namedLists(question: Question, path: string): { path: string; rows: Row[] }[] {
  const list = (property: string, rows: Row[]) => ({ path: `${path}/${property}`, rows });
  switch (question.type) {
    case "matrix":
      return [list("rows", question.rows)];
    case "double-rating":
      return [list("rows", question.rows), list("ratings", question.ratings)];
    case "vignette":
      return [list("rows", question.rows), list("variants", question.variants)];
    case "roster":
      return [list("entries", question.entries), list("columns", question.columns)];
    case "code":
      return [list("elements", question.elements)];
    case "statement-round":
      return [list("statements", question.statements), list("ratings", question.ratings)];
    case "decision":
      return [list("criteria", question.criteria)];
    default:
      return [];
  }
}

function placed(rows: readonly Row[], path: string) {
  return rows.map(({ value, text }, index) => ({
    id: value,
    path: `${path}${pointer(index)}`,
    text,
  }));
}

function ratedParts(
  rows: readonly Row[],
  rowsPath: string,
  { ratings }: QuestionOf<"double-rating" | "statement-round">,
  path: string,
  needsItem: boolean,
): AskedPart[] {
  return placed(rows, rowsPath).flatMap((row) =>
    ratings.map(({ value, columns }, index) => ({
      ...row,
      id: `${row.id}.${value}`,
      options: columns,
      optionsPath: `${path}/ratings/${index}/columns`,
      needsItem,
    })),
  );
}

function tieParts({ entries, columns }: QuestionOf<"roster">, path: string): AskedPart[] {
  return placed(entries, `${path}/entries`).flatMap((entry) =>
    columns.map(({ value, choices }, index) => ({
      ...entry,
      id: `${entry.id}.${value}`,
      options: choices,
      optionsPath: `${path}/columns/${index}/choices`,
      needsItem: false,
    })),
  );
}
