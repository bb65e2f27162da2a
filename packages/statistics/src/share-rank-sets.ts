import { type RankSet, setsFromVerdicts } from "./rank-sets/sets-from-verdicts.ts";

/**
 * Confidence sets for the ranks of shares, such as shares of first choices; exact for any number of respondents.
 *
 * Each pair of items is compared by the exact binomial test among those who chose one of the two; Holm's correction
 * over all ordered pairs (simultaneous), or over the pairs with the item (marginal).
 * Source: Bazylik, Mogstad, Romano, Shaikh and Wilhelm (2021), NBER working paper 29519, section 3.
 * @throws RangeError if a count is not a whole number from 0, or the level is not between 0 and 1
 * @example shareRankSets({ counts: [90, 10], kind: "simultaneous" }) // [{ lower: 1, rank: 1, upper: 1 }, …]
 */
export function shareRankSets(input: {
  counts: readonly number[];
  kind: "simultaneous" | "marginal";
  level?: number;
}): RankSet[] {
  const { counts, kind, level = 0.95 } = input;
  if (!(level > 0 && level < 1)) throw new RangeError("rank sets require a level between 0 and 1");
  if (counts.some((count) => !Number.isInteger(count) || count < 0))
    throw new RangeError("shareRankSets requires whole numbers from 0");
  const k = counts.length;
  const tail = binomialTails(Math.max(0, ...counts) * 2);
  const tests = counts.flatMap((count, i) =>
    counts.flatMap((other, j) => (i === j ? [] : [{ i, j, p: tail(count, other) }])),
  );
  const verdicts = (own: typeof tests) => {
    const certain = holm(own, 1 - level);
    return setsFromVerdicts(counts, (i, j) => certain.has(i * k + j));
  };
  const holm = (own: typeof tests, alpha: number) => {
    const ascending = [...own].sort((a, b) => a.p - b.p);
    const stop = ascending.findIndex(({ p }, rank) => p > alpha / (ascending.length - rank));
    const rejected = stop < 0 ? ascending : ascending.slice(0, stop);
    return new Set(rejected.map(({ i, j }) => i * k + j));
  };
  if (kind === "simultaneous") return verdicts(tests);
  const sets = counts.map(
    (_, item) => verdicts(tests.filter(({ i, j }) => i === item || j === item))[item],
  );
  return sets.filter((set) => set !== undefined);
}

/** P(at least `count` of count + other) for a fair coin. */
function binomialTails(most: number): (count: number, other: number) => number {
  const logFactorials = new Float64Array(most + 1);
  for (let n = 1; n <= most; n += 1) logFactorials[n] = (logFactorials[n - 1] ?? 0) + Math.log(n);
  return (count, other) => {
    const n = count + other;
    let sum = 0;
    for (let hits = count; hits <= n; hits += 1) {
      const log =
        (logFactorials[n] ?? 0) - (logFactorials[hits] ?? 0) - (logFactorials[n - hits] ?? 0);
      sum += Math.exp(log - n * Math.LN2);
    }
    return Math.min(1, sum);
  };
}
