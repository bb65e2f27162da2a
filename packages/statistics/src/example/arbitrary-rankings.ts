import * as fc from "fast-check";
import { midranks } from "../midranks.ts";

/** Any table of midranks with 2 to 20 respondents and 2 to 8 items, ties included. For property tests. */
export const anyRankings: fc.Arbitrary<number[][]> = fc
  .integer({ min: 2, max: 8 })
  .chain((items) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: items, maxLength: items }), {
      minLength: 2,
      maxLength: 20,
    }),
  )
  .map((ratings) => ratings.map((row) => midranks(row)));

/** The same table with its columns (items) in reverse order. */
export function reversedItems(rankings: readonly (readonly number[])[]): number[][] {
  return rankings.map((row) => [...row].reverse());
}
