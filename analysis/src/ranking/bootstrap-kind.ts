import {
  bcaIntervals,
  type Interval,
  type JackknifedItems,
  percentileIntervals,
  type ResampledItems,
} from "@mehrwert/statistics";

/** How intervals are read from bootstrap draws: their percentiles, or those moved for a skewed statistic. */
export type BootstrapKind = "percentile" | "bca";

/** Drawn results, with those of the jackknife where BCa needs them. */
export type DrawnItems = { resamples: ResampledItems; jackknife?: JackknifedItems | undefined };

/** One interval per column; BCa if there is a jackknife. Undefined where the draws do not give one. */
export function drawnIntervals(
  { resamples, jackknife }: DrawnItems,
  level: number,
): (Interval | undefined)[] | undefined {
  return jackknife === undefined
    ? percentileIntervals(resamples, level)
    : bcaIntervals(resamples, jackknife, level);
}

/** The same draws of differences: one column for each pair, the first item minus the second. */
export function drawnDifferences(
  { resamples, jackknife }: DrawnItems,
  pairs: readonly (readonly [first: number, second: number])[],
): DrawnItems {
  const differences = (values: Float64Array): Float64Array => {
    const k = resamples.itemCount;
    const found = new Float64Array((values.length / k) * pairs.length);
    for (let row = 0; row < values.length / k; row += 1)
      for (const [column, [first, second]] of pairs.entries())
        found[row * pairs.length + column] =
          (values[row * k + first] ?? 0) - (values[row * k + second] ?? 0);
    return found;
  };
  return {
    resamples: {
      ...{ ...resamples, itemCount: pairs.length },
      values: differences(resamples.values),
    },
    ...(jackknife !== undefined && {
      jackknife: {
        ...{ ...jackknife, itemCount: pairs.length },
        estimates: differences(jackknife.estimates),
        values: differences(jackknife.values),
      },
    }),
  };
}
