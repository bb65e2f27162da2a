import { quantileSorted } from "simple-statistics";
import { normalBelow, normalQuantile } from "./distributions/standard-normal.ts";
import type { JackknifedItems, ResampledItems } from "./resampled-rankings.ts";
import type { Interval } from "./wilson-interval.ts";

/**
 * Bias-corrected and accelerated bootstrap intervals, one per item: percentile intervals moved for a skewed statistic.
 *
 * The bias is read from the share of draws below the estimate, the acceleration from the jackknife.
 * Source: Efron (1987), J. American Statistical Association 82, 171–185, equations 2.3 and 6.6.
 * @throws RangeError if the level is not between 0 and 1 or the two are not of the same items
 * @returns undefined if more than 1 in 20 draws failed; for an item whose draws all lie on one side of the estimate
 * @example bcaIntervals(resampledLogWorths(all, settings), jackknifedLogWorths(all), 0.95)
 */
export function bcaIntervals(
  resamples: ResampledItems,
  jackknife: JackknifedItems,
  level: number,
): (Interval | undefined)[] | undefined {
  const { itemCount: k, values, draws, failed } = resamples;
  if (!(level > 0 && level < 1)) throw new RangeError("bootstrap requires a level between 0 and 1");
  if (jackknife.itemCount !== k) throw new RangeError("bcaIntervals requires the same items");
  if (failed > draws / 20) return undefined;
  return Array.from({ length: k }, (_, item): Interval | undefined => {
    const sorted = Array.from(values.filter((_value, cell) => cell % k === item).sort());
    const estimate = jackknife.estimates[item] ?? 0;
    const below = sorted.filter((value) => value < estimate).length;
    const same = sorted.filter((value) => value === estimate).length;
    const share = (below + same / 2) / sorted.length;
    if (!(share > 0 && share < 1)) return undefined;
    const bias = normalQuantile(share);
    const acceleration = accelerationOf(jackknife, item);
    const bound = (z: number) => {
      const moved = bias + (bias + z) / (1 - acceleration * (bias + z));
      return quantileSorted(sorted, normalBelow(moved));
    };
    const z = normalQuantile((1 + level) / 2);
    return [bound(-z), bound(z)];
  });
}

/** Skewness of the influence of single respondents, over 6 √n. */
function accelerationOf({ itemCount, values, repeats }: JackknifedItems, item: number): number {
  let [sum, total] = [0, 0];
  for (const [row, times] of repeats.entries()) {
    sum += times * (values[row * itemCount + item] ?? 0);
    total += times;
  }
  let [squares, cubes] = [0, 0];
  for (const [row, times] of repeats.entries()) {
    const influence = sum / total - (values[row * itemCount + item] ?? 0);
    squares += times * influence ** 2;
    cubes += times * influence ** 3;
  }
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}
