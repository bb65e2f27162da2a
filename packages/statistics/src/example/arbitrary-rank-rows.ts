import * as fc from "fast-check";
import { rankings } from "../build-rankings.ts";
import type { Rankings, UnrankedMeaning } from "../rankings.ts";

/** Dense ranks with ties and blanks (0), at least one item ranked. */
export function anyRankRow(itemCount: number): fc.Arbitrary<number[]> {
  return fc
    .array(fc.integer({ min: 0, max: itemCount }), { minLength: itemCount, maxLength: itemCount })
    .filter((row) => row.some((value) => value > 0))
    .map((row) => {
      const values = [...new Set(row.filter((value) => value > 0))].sort((a, b) => a - b);
      return row.map((value) => (value === 0 ? 0 : values.indexOf(value) + 1));
    });
}

/** Rankings with ties and blanks of either meaning, as rows and in compact form. */
export const anyRankings: fc.Arbitrary<{ rows: number[][]; all: Rankings }> = fc
  .record({
    itemCount: fc.integer({ min: 2, max: 5 }),
    unranked: fc.constantFrom<UnrankedMeaning>("below", "not-presented"),
  })
  .chain(({ itemCount, unranked }) =>
    fc
      .array(anyRankRow(itemCount), { minLength: 1, maxLength: 12 })
      .map((rows) => ({ rows, all: builtRankings(itemCount, rows, unranked) })),
  );

/** Rankings from rows known to be right. */
export function builtRankings(
  itemCount: number,
  rows: readonly (readonly number[])[],
  unranked: UnrankedMeaning = "below",
): Rankings {
  const result = rankings({ itemCount, rows, unranked });
  if (!result.ok) throw new Error(`no rankings: ${JSON.stringify(result.badRows)}`);
  return result.rankings;
}
