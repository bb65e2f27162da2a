import { missingReason } from "@mehrwert/study";

/** Rows of a dataset that share the same values of all quasi-identifiers. */
export type ValueCombination = { values: Record<string, string>; rows: number };

/** A change to a dataset, and how many rows would still stand in small combinations after it. */
export type AnonymitySuggestion = { smallRows: number; variable: string } & (
  | { kind: "leave-out" }
  | { kind: "merge"; values: [string, string] }
);

/** How far rows of a dataset can be told apart by what others may know about people. */
export type AnonymityReport = {
  k: number;
  quasiIdentifiers: string[];
  rows: number;
  combinations: number;
  /** Combinations with fewer than k rows, those with fewest first. */
  small: ValueCombination[];
  /** Rows in them, and rows that are the only ones of theirs. */
  smallRows: number;
  aloneRows: number;
  /** What would help, best first; empty if nothing is small. */
  suggestions: AnonymitySuggestion[];
};

/** Stands for every reason why a value is missing. */
export const missingValue = "missing";

/**
 * k-anonymity of a dataset: which combinations of details that others may know have fewer than k rows, and which
 * variable to leave out or coarsen.
 *
 * Shape: columns as in a dataset, one cell per respondent. `k` from 2 on. All reasons for a missing value count as one
 * value. `orders`: a variable's values in order; only neighbours are then suggested to be merged, otherwise its two
 * rarest. Each suggestion is one change alone.
 * Source: Samarati and Sweeney (1998), Protecting privacy when disclosing information.
 * @throws RangeError if a quasi-identifier is no column, none is named, or k is no whole number from 2
 * @example anonymityReport(dataset.columns, { quasiIdentifiers: ["d-age", "d-role"], k: 5 }).smallRows // 12
 */
export function anonymityReport(
  columns: ReadonlyMap<string, readonly string[]>,
  {
    quasiIdentifiers,
    k = 5,
    orders = new Map(),
  }: {
    quasiIdentifiers: readonly string[];
    k?: number;
    orders?: ReadonlyMap<string, readonly string[]>;
  },
): AnonymityReport {
  if (!Number.isSafeInteger(k) || k < 2)
    throw new RangeError("anonymityReport requires a whole number from 2 as k");
  if (quasiIdentifiers.length === 0)
    throw new RangeError("anonymityReport requires a quasi-identifier");
  const all = combinations(columns, quasiIdentifiers);
  const small = all.filter(({ rows }) => rows < k).sort((a, b) => a.rows - b.rows);
  const smallRows = rowsOf(small);
  const suggestions = quasiIdentifiers.flatMap((variable, place) => [
    leftOut(all, variable, place, k),
    ...(merged(all, { variable, place, order: orders.get(variable) }, k) ?? []),
  ]);
  return {
    ...{
      k,
      quasiIdentifiers: [...quasiIdentifiers],
      combinations: all.length,
      smallRows,
    },
    rows: rowsOf(all),
    small: small.map(({ values, rows }) => ({
      values: Object.fromEntries(values.map((value, place) => [quasiIdentifiers[place], value])),
      rows,
    })),
    aloneRows: small.filter(({ rows }) => rows === 1).length,
    suggestions: suggestions
      .filter((suggestion) => suggestion.smallRows < smallRows)
      .sort((a, b) => a.smallRows - b.smallRows),
  };
}

type Combination = { values: string[]; rows: number };

function rowsOf(all: readonly { rows: number }[]): number {
  return all.reduce((sum, { rows }) => sum + rows, 0);
}

function combinations(
  columns: ReadonlyMap<string, readonly string[]>,
  names: readonly string[],
): Combination[] {
  const cells = names.map((name) => {
    const column = columns.get(name);
    if (column === undefined)
      throw new RangeError(`anonymityReport requires a column ${name}, which is not there`);
    return column;
  });
  return regrouped(
    (cells[0] ?? []).map((_, row) => ({
      values: cells.map((column) => quasiValue(column[row] ?? "")),
      rows: 1,
    })),
  );
}

function quasiValue(cell: string): string {
  return missingReason(cell) === undefined ? cell : missingValue;
}

/** Combinations with the same values as one. */
function regrouped(all: readonly Combination[]): Combination[] {
  const known = new Map<string, Combination>();
  for (const { values, rows } of all) {
    const key = JSON.stringify(values);
    const same = known.get(key);
    if (same === undefined) known.set(key, { values, rows });
    else same.rows += rows;
  }
  return [...known.values()];
}

function smallRowsOf(all: readonly Combination[], k: number): number {
  return rowsOf(regrouped(all).filter(({ rows }) => rows < k));
}

function leftOut(
  all: readonly Combination[],
  variable: string,
  place: number,
  k: number,
): AnonymitySuggestion {
  const without = all.map(({ values, rows }) => ({
    values: values.toSpliced(place, 1),
    rows,
  }));
  return { kind: "leave-out", variable, smallRows: smallRowsOf(without, k) };
}

/** The best pair of values to merge; none if there are fewer than three. */
function merged(
  all: readonly Combination[],
  {
    variable,
    place,
    order,
  }: { variable: string; place: number; order?: readonly string[] | undefined },
  k: number,
): AnonymitySuggestion[] {
  const counts = new Map<string, number>();
  for (const { values, rows } of all) {
    const value = values[place] ?? "";
    if (value !== missingValue) counts.set(value, (counts.get(value) ?? 0) + rows);
  }
  if (counts.size < 3) return [];
  const rarest = [...counts.keys()].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  const ordered = order?.filter((value) => counts.has(value)) ?? rarest.slice(0, 2);
  const found = ordered.slice(1).map((second, index): AnonymitySuggestion => {
    const values: [string, string] = [ordered[index] ?? "", second];
    const joined = all.map((one) => ({
      values: values.includes(one.values[place] ?? "")
        ? one.values.with(place, values[0])
        : one.values,
      rows: one.rows,
    }));
    return {
      kind: "merge",
      variable,
      values,
      smallRows: smallRowsOf(joined, k),
    };
  });
  return found.sort((a, b) => a.smallRows - b.smallRows).slice(0, 1);
}
