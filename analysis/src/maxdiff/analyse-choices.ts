import {
  type DesignBalance,
  designBalance,
  type Interval,
  individualMaxDiffScores,
  type MaxDiffCount,
  type MaxDiffFit,
  type MaxDiffLikelihood,
  maxDiffCounts,
  maxDiffLogit,
  type NoMaxDiffFit,
  normalQuantile,
} from "@mehrwert/statistics";
import type { ChoicesSource } from "./choices-csv.ts";

/** Individual scores of one item, in brief; `typical` holds the middle half of the shrunk scores. */
export type IndividualSummary = { mean: number; reliability: number; typical: Interval };

/** One item: counts, utility (missing if there is no maximum), and how people differ about it. */
export type ChosenItem = MaxDiffCount & {
  name: string;
  position: number;
  utility?: number;
  standardError?: number;
  utilityCentred?: number;
  standardErrorCentred?: number;
  robustStandardErrorCentred?: number;
  /** 95 %, of the centred utility; from robust errors where there are any. */
  utilityInterval?: Interval;
  choiceShare?: number;
  individual?: IndividualSummary;
};

/** Everything that was computed from best–worst choices; items in alphabetical order. */
export type ChoicesAnalysis = {
  source: ChoicesSource;
  likelihood: MaxDiffLikelihood;
  items: ChosenItem[];
  fit: MaxDiffFit | NoMaxDiffFit;
  design: DesignBalance;
  orderedBy: "utility" | "score";
};

/** Counts, utilities under the named likelihood, individual scores and the balance of the design. */
export function analyseChoices(
  source: ChoicesSource,
  likelihood: MaxDiffLikelihood,
): ChoicesAnalysis {
  const { choices } = source;
  const fit = maxDiffLogit(choices, likelihood);
  const counts = maxDiffCounts(choices);
  const individuals = individualMaxDiffScores(choices);
  const strength = (item: number) =>
    (fit.exists ? fit.utilities[item] : counts[item]?.score) ?? -Infinity;
  const order = counts.map(({ item }) => item).sort((a, b) => strength(b) - strength(a));
  const items = counts.map((count, item) => {
    const individual = individuals[item];
    const { scoreInterval, ...counted } = count;
    const robust = fit.exists ? fit.robustStandardErrorsCentred?.[item] : undefined;
    return {
      ...counted,
      // Without any spread between people, nothing says how sure the score is.
      ...(scoreInterval !== undefined && scoreInterval[0] < scoreInterval[1] && { scoreInterval }),
      ...{ name: source.items[item] ?? "", position: order.indexOf(item) + 1 },
      ...(fit.exists && {
        utility: fit.utilities[item] ?? 0,
        standardError: fit.standardErrors[item] ?? 0,
        utilityCentred: fit.utilitiesCentred[item] ?? 0,
        utilityInterval: utilityInterval(fit, item),
        standardErrorCentred: fit.standardErrorsCentred[item] ?? 0,
        choiceShare: fit.shares[item] ?? 0,
      }),
      ...(robust !== undefined && { robustStandardErrorCentred: robust }),
      ...(individual !== undefined && {
        individual: {
          ...{ mean: individual.mean, reliability: individual.reliability },
          typical: middleHalf(individual.scores.map(({ shrunk }) => shrunk)),
        },
      }),
    };
  });
  return {
    ...{ source, likelihood, items, fit },
    design: designBalance(
      choices.tasks.map(({ shown }) => shown),
      choices.itemCount,
    ),
    orderedBy: fit.exists ? "utility" : "score",
  };
}

function utilityInterval(fit: MaxDiffFit, item: number): Interval {
  const errors = fit.robustStandardErrorsCentred ?? fit.standardErrorsCentred;
  const half = normalQuantile(0.975) * (errors[item] ?? 0);
  const utility = fit.utilitiesCentred[item] ?? 0;
  return [utility - half, utility + half];
}

function middleHalf(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return [at(0.25), at(0.75)];
}
