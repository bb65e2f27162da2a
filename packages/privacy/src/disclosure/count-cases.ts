import { countStudy, type StudyCounts } from "./study-counts.ts";

/** Somebody who was interviewed: a category of each grouping variable, and the codes that apply at least once. */
export type Case = { groups: Readonly<Record<string, string>>; codes: readonly string[] };

/** The two answers of which each code is one: it applies to a case, or it does not. */
export const codeApplies = { yes: "1", no: "0" } as const;

/**
 * Counts of cases by code and group, as `discloseResults` takes them: qualitative tables follow the same rules as those
 * of a questionnaire. Each code becomes an item with the answers "1", it applies, and "0".
 *
 * A case has to be a person: of a group of ten excerpts by two people, two would be shown. A missing group counts as
 * `no-answer`. Count when coding is done; to see what recoding changed is to see whose interview it was.
 * @throws RangeError if an id is given twice
 * @example
 * countCases({ groupings: [{ id: "role", categories: ["lead", "member"] }], codes: ["trust"], cases })
 */
export function countCases({
  groupings,
  codes,
  cases,
}: {
  groupings: readonly { id: string; categories: readonly string[] }[];
  codes: readonly string[];
  cases: readonly Case[];
}): StudyCounts {
  return countStudy({
    withdrawn: 0,
    groupings: groupings.map(({ id, categories }) => ({
      ...{ id, categories },
      cells: cases.map(({ groups }) => groups[id] ?? ""),
    })),
    items: codes.map((code) => ({
      ...{ id: code, rows: [codeApplies.yes, codeApplies.no] },
      cells: cases.map((one) => (one.codes.includes(code) ? codeApplies.yes : codeApplies.no)),
    })),
  });
}
