import {
  type Interval,
  jackknifedLogWorths,
  jackknifedMeanRanks,
  meanRankEstimates,
  normalQuantile,
  normalRankProbabilities,
  type PlackettLuceFit,
  type Rankings,
  rankProbabilities,
  resampledLogWorths,
  resampledMeanRanks,
} from "@mehrwert/statistics";
import {
  type BootstrapKind,
  type DrawnItems,
  drawnDifferences,
  drawnIntervals,
} from "./bootstrap-kind.ts";
import { isWorthDrawing } from "./drawing-limit.ts";

/** Above so much, the normal distribution stands in for the work of fitting worths again, which grows with the cube of the number of items. */
const mostFitting = 100_000_000;
const level = 0.95;

/** Estimates with their spread: drawn values, or a covariance; `higherIsBetter` says which end is valued. */
type Spread = {
  estimates: readonly number[];
  higherIsBetter: boolean;
  drawn?: DrawnItems;
  covariance?: readonly (readonly number[])[];
};

/** How sure the order is, on the scale that orders the result. */
export type RankUncertainty = {
  method: "bootstrap" | "normal";
  failed?: number;
  /** Of mean midranks. */
  intervals?: (Interval | undefined)[];
  probabilities?: number[][];
  /** What the probabilities rank: worths, or mean midranks where worths cannot be drawn. */
  probabilitiesOf?: "log-worth" | "mean-midrank";
  /** Interval of how far `first` is ahead of `second`. */
  leadInterval: (first: number, second: number) => Interval | undefined;
};

/** Intervals, rank probabilities and leads by bootstrap, or by the normal distribution for many respondents. */
export function rankUncertainty(input: {
  rankings: Rankings;
  fit: PlackettLuceFit | undefined;
  orderedBy: "mean-midrank" | "log-worth" | "none";
  seed: number;
  draws: number;
  kind: BootstrapKind;
}): RankUncertainty {
  const { rankings, fit, orderedBy, seed, draws, kind } = input;
  const k = rankings.itemCount;
  const isDrawn =
    isWorthDrawing({ n: rankings.n, draws }) && draws * k ** 3 <= mostFitting && k > 1;
  const drawnMeans = isDrawn ? resampledMeanRanks(rankings, { seed, draws }) : undefined;
  const means = meanRankEstimates(rankings);
  const meanSpread: Spread | undefined = means && {
    estimates: means.means,
    ...{ higherIsBetter: false, covariance: means.covariance },
    ...(drawnMeans !== undefined && {
      drawn: {
        resamples: drawnMeans,
        ...(kind === "bca" && { jackknife: jackknifedMeanRanks(rankings) }),
      },
    }),
  };
  // Invented comparisons are no respondents: with them, nothing is drawn.
  const canDraw = isDrawn && fit?.prior === "none";
  const drawnWorths = canDraw ? resampledLogWorths(rankings, { seed, draws }) : undefined;
  const worthSpread: Spread | undefined = fit && {
    estimates: fit.logWorthCentred,
    ...{ higherIsBetter: true, covariance: fit.covariance },
    ...(drawnWorths !== undefined && {
      drawn: {
        resamples: drawnWorths,
        ...(kind === "bca" &&
          orderedBy === "log-worth" && {
            jackknife: jackknifedLogWorths(rankings),
          }),
      },
    }),
  };
  const spread = orderedBy === "log-worth" ? worthSpread : meanSpread;
  return {
    method: isDrawn ? "bootstrap" : "normal",
    ...(drawnWorths !== undefined && { failed: drawnWorths.failed }),
    ...optional("intervals", meanSpread && intervalsOf(meanSpread)),
    ...probabilitiesFrom([worthSpread, meanSpread], { seed, draws }),
    leadInterval: (first, second) => spread && leadOf(spread, first, second),
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  const found: { [key in K]?: V } = {};
  if (value !== undefined) found[key] = value;
  return found;
}

/** From the first spread that gives any. */
function probabilitiesFrom(
  spreads: readonly (Spread | undefined)[],
  settings: { seed: number; draws: number },
): Pick<RankUncertainty, "probabilities" | "probabilitiesOf"> {
  for (const spread of spreads) {
    const probabilities = probabilitiesOf(spread, settings);
    if (probabilities !== undefined)
      return {
        probabilities,
        probabilitiesOf: spread?.higherIsBetter === true ? "log-worth" : "mean-midrank",
      };
  }
  return {};
}

function intervalsOf({
  drawn,
  estimates,
  covariance,
}: Spread): (Interval | undefined)[] | undefined {
  if (drawn !== undefined) return drawnIntervals(drawn, level);
  if (covariance === undefined) return undefined;
  return estimates.map((estimate, item) => around(estimate, covariance[item]?.[item] ?? 0));
}

function probabilitiesOf(
  spread: Spread | undefined,
  { seed, draws }: { seed: number; draws: number },
): number[][] | undefined {
  if (spread === undefined) return undefined;
  const { drawn, covariance, estimates, higherIsBetter } = spread;
  if (drawn !== undefined && drawn.resamples.failed <= drawn.resamples.draws / 20)
    return rankProbabilities(drawn.resamples, { higherIsBetter });
  if (drawn !== undefined || covariance === undefined) return undefined;
  return normalRankProbabilities({ estimates, covariance, higherIsBetter, draws, seed });
}

function leadOf(spread: Spread, first: number, second: number): Interval | undefined {
  const { drawn, covariance, estimates } = spread;
  const sign = spread.higherIsBetter ? 1 : -1;
  if (drawn !== undefined) {
    const pair = sign > 0 ? ([first, second] as const) : ([second, first] as const);
    return drawnIntervals(drawnDifferences(drawn, [pair]), level)?.[0];
  }
  if (covariance === undefined) return undefined;
  const at = (i: number, j: number) => covariance[i]?.[j] ?? 0;
  const difference = sign * ((estimates[first] ?? 0) - (estimates[second] ?? 0));
  return around(difference, at(first, first) + at(second, second) - 2 * at(first, second));
}

function around(value: number, variance: number): Interval {
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(Math.max(0, variance));
  return [value - half, value + half];
}
