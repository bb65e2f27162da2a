import type { Dataset } from "@mehrwert/study";
import type { CaseRow } from "./case-table.ts";

/** Answers of the survey beside a case, by column; undefined where nobody in the survey has its pseudonym. */
export type JoinedCase = { case: string; answers: Record<string, string> | undefined };

/** Cases with the answers of the respondent who has the same pseudonym. */
export type SurveyJoin = {
  /** Columns of the dataset that were taken over. */
  columns: string[];
  rows: JoinedCase[];
  /** Pseudonyms that several respondents share; they are not joined. */
  ambiguous: string[];
};

/**
 * Puts the survey's answers beside interviews, by a column of the dataset that holds the same pseudonym.
 *
 * Cells are as the dataset has them, missing codes included. A pseudonym that is not there, or there more than once, joins
 * nothing.
 * @returns undefined if the dataset lacks one of the columns
 */
export function surveyJoin(
  cases: readonly CaseRow[],
  dataset: Dataset,
  { match, columns }: { match: string; columns: readonly string[] },
): SurveyJoin | undefined {
  const keys = dataset.columns.get(match);
  if (keys === undefined || columns.some((name) => !dataset.columns.has(name))) return undefined;
  const places = new Map<string, number[]>();
  for (const [row, key] of keys.entries()) places.set(key, [...(places.get(key) ?? []), row]);
  const found = (pseudonym: string | undefined) =>
    pseudonym === undefined ? [] : (places.get(pseudonym) ?? []);
  return {
    columns: [...columns],
    rows: cases.map((each) => {
      const [row, second] = found(each.pseudonym);
      if (row === undefined || second !== undefined) return { case: each.case, answers: undefined };
      const answers = columns.map((name) => [name, dataset.columns.get(name)?.[row] ?? ""]);
      return { case: each.case, answers: Object.fromEntries(answers) };
    }),
    ambiguous: cases.flatMap(({ pseudonym = "" }) =>
      found(pseudonym).length > 1 ? [pseudonym] : [],
    ),
  };
}
