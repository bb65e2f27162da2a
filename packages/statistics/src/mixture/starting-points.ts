import type { MixtureData } from "./mixture-data.ts";

/**
 * Where climbs start: random respondents as the centres of classes, worths of all shaken, and the best solution with
 * one class fewer plus a small class round a random respondent.
 */
export function randomStart(
  data: MixtureData,
  classes: number,
  random: () => number,
  known: { pooled: Float64Array; fewer?: Float64Array; turn: number },
): Float64Array {
  const { fewer, turn, pooled } = known;
  const k = data.itemCount;
  if (fewer !== undefined && turn % 2 === 1) return withNewClass(data, classes, random, fewer);
  const start = new Float64Array(classes * (k + 1));
  for (let group = 0; group < classes; group += 1) {
    const worths = start.subarray(group * k, (group + 1) * k);
    if (turn % 4 === 0) centreOnRow(data, worths, random);
    else
      for (let item = 0; item < k; item += 1)
        worths[item] = (pooled[item] ?? 0) + 3 * (random() - random());
  }
  fillShares(start.subarray(classes * k), random);
  return start;
}

/** The best solution with one class fewer, with class `split` twice, the two slightly apart. */
export function splitStart(
  fewer: Float64Array,
  classes: number,
  itemCount: number,
  split: number,
  random: () => number,
): Float64Array {
  const start = extended(fewer, classes, itemCount, split);
  const k = itemCount;
  const added = start.subarray((classes - 1) * k, classes * k);
  const old = start.subarray(split * k, (split + 1) * k);
  for (let item = 0; item < k; item += 1) {
    const shift = random() - random();
    old[item] = (old[item] ?? 0) + shift;
    added[item] = (added[item] ?? 0) - shift;
  }
  return start;
}

/** Class `twice` of a solution doubled without moving: the same likelihood with one class more. */
export function extended(
  fewer: Float64Array,
  classes: number,
  itemCount: number,
  twice: number,
): Float64Array {
  const k = itemCount;
  const before = classes - 1;
  const start = new Float64Array(classes * (k + 1));
  start.set(fewer.subarray(0, before * k));
  start.set(fewer.subarray(twice * k, (twice + 1) * k), before * k);
  start.set(fewer.subarray(before * k), classes * k);
  const half = (fewer[before * k + twice] ?? 0) - Math.LN2;
  start[classes * k + twice] = half;
  start[classes * k + before] = half;
  return start;
}

function withNewClass(
  data: MixtureData,
  classes: number,
  random: () => number,
  fewer: Float64Array,
): Float64Array {
  const k = data.itemCount;
  const share = 0.02 + 0.2 * random();
  const start = extended(fewer, classes, k, 0);
  const before = classes - 1;
  for (let group = 0; group < before; group += 1)
    start[classes * k + group] = (fewer[before * k + group] ?? 0) + Math.log(1 - share);
  start[classes * k + before] = Math.log(share);
  centreOnRow(data, start.subarray(before * k, classes * k), random);
  return start;
}

/** Log-worths that fall by a random step along the ranking of a random respondent. */
function centreOnRow(data: MixtureData, worths: Float64Array, random: () => number): void {
  const { unique, itemCount: k } = data;
  const row = Math.floor(random() * data.rowCount);
  const fall = 0.2 + random();
  const ranks = unique.ranks.subarray(row * k, (row + 1) * k);
  const last = Math.max(...ranks) + 1;
  for (let item = 0; item < k; item += 1) {
    const rank = ranks[item] ?? 0;
    worths[item] = -fall * (rank === 0 ? last : rank);
  }
}

function fillShares(shares: Float64Array, random: () => number): void {
  let total = 0;
  for (let group = 0; group < shares.length; group += 1) {
    const share = 0.05 - Math.log(1 - random());
    shares[group] = share;
    total += share;
  }
  for (let group = 0; group < shares.length; group += 1)
    shares[group] = Math.log((shares[group] ?? 1) / total);
}
