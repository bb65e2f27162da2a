import { type Dataset, missingReason, type Variable } from "@mehrwert/study";
import type { Scores } from "./score-table.ts";

/** Lowest and highest point of a response scale; undefined if it has no numbers. */
export function rangeOf({ options = [] }: Variable): [number, number] | undefined {
  const codes = options.map(({ code }) => Number(code));
  if (codes.length === 0 || codes.some(Number.isNaN)) return undefined;
  return [Math.min(...codes), Math.max(...codes)];
}

/**
 * The number of each respondent for one variable: the scale point, turned if the item is reverse-keyed, or the
 * midpoint of the band; of a band open on one side its bound.
 *
 * @throws RangeError if the variable holds no numbers
 */
export function variableNumbers(dataset: Dataset, variable: Variable): Scores {
  const numberOf = reader(variable);
  return (dataset.columns.get(variable.name) ?? []).map((cell) =>
    cell === "" || missingReason(cell) !== undefined ? undefined : numberOf(cell),
  );
}

function reader(variable: Variable): (cell: string) => number | undefined {
  const { name, type, options = [], reverseKeyed } = variable;
  if (options.some(({ from, to }) => from !== undefined || to !== undefined)) {
    const midpoints = new Map(options.map(({ code, from, to }) => [code, midpoint(from, to)]));
    return (cell) => midpoints.get(cell);
  }
  if (!["rating", "selected", "rank", "count"].includes(type)) {
    throw new RangeError(`${name} holds no numbers to compute a score from`);
  }
  const range = reverseKeyed === true ? rangeOf(variable) : undefined;
  if (range === undefined) return Number;
  const [lowest, highest] = range;
  return (cell) => lowest + highest - Number(cell);
}

function midpoint(from: number | undefined, to: number | undefined): number | undefined {
  if (from === undefined || to === undefined) return from ?? to;
  return (from + to) / 2;
}
