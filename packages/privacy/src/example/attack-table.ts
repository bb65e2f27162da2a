import { releaseTable } from "../disclosure/release-table.ts";
import type { DisclosureRules } from "../disclosure/rules.ts";
import type { Bounds } from "./attack-items.ts";
import { integerBounds, type KnownSum } from "./integer-bounds.ts";
import { baseIn, cellsOf } from "./published-tables.ts";
import { seededRandom } from "./seeded-random.ts";

/**
 * Releases a random table of 2 to 8 answers by 2 to 8 groups, and tries to work out every hidden count from the totals
 * of all rows and columns and the cells shown.
 */
export function attackTable(seed: number, rules: DisclosureRules): Bounds[] {
  const random = seededRandom(seed);
  const length = () => 2 + Math.floor(7 * random());
  const [answers, groups, most] = [length(), length(), 4 + 20 * random()];
  const counts = Array.from({ length: answers }, () =>
    Array.from({ length: groups }, () => Math.floor(most * random() ** 3)),
  );
  const answered = Array.from({ length: groups }, (_, column) =>
    counts.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  const table = releaseTable(
    undefined,
    { counts, answered },
    {
      ...{ release: 1, mayHide: true, hidden: answered.map(() => false) },
      rows: counts.map((_, row) => [row]),
    },
    rules,
  );
  if (table === undefined) return [];
  const all = [...Array(answers * groups).keys()];
  const terms = (rows: readonly number[], columns: readonly number[]): KnownSum["terms"] =>
    all.flatMap((one): KnownSum["terms"] =>
      rows.includes(Math.floor(one / groups)) && columns.includes(one % groups) ? [[one, 1]] : [],
    );
  const sum = (rows: readonly number[], columns: readonly number[], count: number): KnownSum => ({
    ...{ terms: terms(rows, columns), low: count, high: count },
  });
  const every = (list: readonly unknown[]) => [...list.keys()];
  const cells = cellsOf({ group: 0, table });
  const { of, close } = integerBounds(all.length, [
    ...table.columns.map((columns) => sum(every(counts), columns, baseIn(table, columns))),
    ...counts.map((row, r) =>
      sum(
        [r],
        every(answered),
        row.reduce((a, b) => a + b, 0),
      ),
    ),
    ...cells.flatMap(({ rows, columns, count, isHidden }) =>
      isHidden ? [] : [sum(rows, columns, count)],
    ),
  ]);
  const found = cells.flatMap(({ rows, columns, count, isHidden }) => {
    if (!isHidden) return [];
    const [low, high] = of(terms(rows, columns));
    return [{ what: `${seed}: ${rows} of ${columns}`, low, high, truth: count }];
  });
  close();
  return found;
}
