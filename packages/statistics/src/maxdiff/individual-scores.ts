import type { MaxDiffChoices } from "./maxdiff-choices.ts";
import { type RespondentTally, respondentTallies } from "./maxdiff-counts.ts";

/** One respondent's score of one item: as counted, and drawn towards the mean as far as it is unreliable. */
export type IndividualScore = {
  respondent: number;
  shown: number;
  raw: number;
  shrunk: number;
  /** Uncertainty of the shrunk score. */
  standardError: number;
};

/** Scores of one item. `reliability` = share of spread between people that is not chance, at the mean showings. */
export type ItemIndividualScores = {
  item: number;
  mean: number;
  betweenVariance: number;
  withinVariance: number;
  reliability: number;
  scores: IndividualScore[];
};

/**
 * Individual MaxDiff scores by empirical Bayes: what each respondent values, as far as a few tasks can tell.
 *
 * Score = (best − worst)/shown, −1 to 1. Each is drawn towards the item's mean by τ²/(τ² + σ²/shown), with the
 * variances between (τ²) and within (σ²) respondents estimated from all; without real differences all get the mean.
 * Not hierarchical Bayes: items are treated one by one.
 * Source: Efron and Morris (1975), Journal of the American Statistical Association 70, 311–319; variances: one-way
 * analysis of variance with unequal numbers, Searle, Casella and McCulloch (1992), Variance Components, section 3.6.
 * @returns per item; undefined for an item shown to fewer than two respondents or never twice to one
 * @example individualMaxDiffScores(choices)[0]?.scores[0]?.shrunk
 */
export function individualMaxDiffScores(
  choices: MaxDiffChoices,
): (ItemIndividualScores | undefined)[] {
  return Array.from({ length: choices.itemCount }, (_, item) =>
    itemScores(item, respondentTallies(choices, item)),
  );
}

function itemScores(
  item: number,
  people: readonly RespondentTally[],
): ItemIndividualScores | undefined {
  const n = people.length;
  const showings = sum(people.map(({ shown }) => shown));
  if (n < 2 || showings === n) return undefined;
  const mean = sum(people.map(({ best, worst }) => best - worst)) / showings;
  const raw = people.map(({ best, worst, shown }) => (best - worst) / shown);
  const within = sum(people.map((p, i) => p.best + p.worst - p.shown * (raw[i] ?? 0) ** 2));
  const between = sum(people.map(({ shown }, i) => shown * ((raw[i] ?? 0) - mean) ** 2));
  const withinVariance = Math.max(0, within) / (showings - n);
  const typical = (showings - sum(people.map(({ shown }) => shown * shown)) / showings) / (n - 1);
  const betweenVariance = Math.max(0, (between / (n - 1) - withinVariance) / typical);
  const weightAt = (shown: number) =>
    betweenVariance === 0 ? 0 : betweenVariance / (betweenVariance + withinVariance / shown);
  const scores = people.map(({ respondent, shown }, i) => {
    const weight = weightAt(shown);
    return {
      ...{ respondent, shown, raw: raw[i] ?? 0, shrunk: mean + weight * ((raw[i] ?? 0) - mean) },
      standardError: Math.sqrt(betweenVariance * (1 - weight)),
    };
  });
  return {
    item,
    mean,
    betweenVariance,
    withinVariance,
    reliability: weightAt(showings / n),
    scores,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
