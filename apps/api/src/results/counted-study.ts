import {
  countStudy,
  type DisclosureMemory,
  type GroupingCells,
  type ItemCells,
  type OpenAnswers,
  type StudyCounts,
} from "@mehrwert/privacy";
import {
  type Dataset,
  missingReasons,
  type Study,
  textInCell,
  type Variable,
} from "@mehrwert/study";

/** What may be counted of a dataset: items by id, the groups that the study allows, and open answers. */
export type CountedStudy = { counts: StudyCounts; openAnswers: OpenAnswers[] };

/** Variables whose answers are counted one by one. */
const countedTypes: readonly Variable["type"][] = ["rating", "single", "selected"];

/** Answers that are none, as people chose them or as they were not asked. */
const reasons = [
  missingReasons.refused,
  missingReasons.dk,
  missingReasons.na,
  missingReasons["not-shown"],
];

/**
 * Everything of a dataset that results may tell of, counted. Names known from the last release keep their places, new
 * ones stand behind them.
 *
 * @param groupedBy variables by which the study allows to break results down; those that are no single choice are not
 * @param leftOut questions that are no results, such as that for consent
 */
export function countedStudy(
  { dictionary, columns, manifest }: Dataset,
  { groupedBy = [] }: Pick<Study, "groupedBy">,
  {
    withdrawn,
    before,
    leftOut,
  }: { withdrawn: number; before: DisclosureMemory | undefined; leftOut: ReadonlySet<string> },
): CountedStudy {
  const known = before?.tables?.counts;
  const cellsOf = (name: string) => columns.get(name) ?? Array(manifest.responses).fill("");
  const variables = new Map(dictionary.variables.map((variable) => [variable.name, variable]));
  const allowed = groupedBy.filter((name) => variables.get(name)?.type === "single");
  const groupings = inOrder(known?.groupings.map(({ id }) => id) ?? [], allowed).map(
    (id): GroupingCells => {
      // The first category is everybody who is in none of the others; it is added when counting.
      const earlier = known?.groupings.find((grouping) => grouping.id === id)?.categories.slice(1);
      const codes = variables.get(id)?.options?.map(({ code }) => code) ?? [];
      return { id, categories: inOrder(earlier ?? [], codes), cells: cellsOf(id) };
    },
  );
  const grouping = new Set(groupings.map(({ id }) => id));
  const items = dictionary.variables
    .filter(({ name, type }) => countedTypes.includes(type) && !grouping.has(name))
    .filter(({ question }) => question === undefined || !leftOut.has(question))
    .map((variable): ItemCells => {
      const earlier = known?.items.find(({ id }) => id === variable.name)?.rows ?? [];
      const rows = inOrder(earlier, [...answersOf(variable), ...reasons]);
      return {
        ...{ id: variable.name, rows, cells: cellsOf(variable.name) },
        ...(variable.type === "rating" && { values: rows.map(scoreOf) }),
      };
    });
  const openAnswers = dictionary.variables
    .filter(({ type }) => type === "text")
    .map(({ name }) => ({ id: name, texts: cellsOf(name).flatMap(textOf) }));
  return { counts: countStudy({ groupings, items, withdrawn }), openAnswers };
}

function answersOf({ type, options = [] }: Variable): string[] {
  return type === "selected" ? ["1", "0"] : options.map(({ code }) => code);
}

/** What an answer counts in a mean; a reason why there is none counts nothing. */
function scoreOf(code: string): number | null {
  return reasons.some((reason) => reason === code) ? null : Number(code);
}

/** Those known first, then what is new. */
function inOrder(known: readonly string[], all: readonly string[]): string[] {
  return [...new Set([...known, ...all])];
}

function textOf(cell: string): string[] {
  const text = cell === "" ? undefined : textInCell(cell);
  return text === undefined ? [] : [text];
}
