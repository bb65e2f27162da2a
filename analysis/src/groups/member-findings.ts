import {
  correlationScoreTest,
  holmAdjusted,
  type Interval,
  meanScoreTest,
  normalQuantile,
} from "@mehrwert/statistics";
import type { Covariate } from "../covariates/covariate.ts";
import type { MemberAnswers, MemberFinding } from "./latent-groups.ts";

/** Who belongs how surely: memberships[row × names + group], and how many respondents a row stands for. */
export type Memberships = {
  names: readonly string[];
  probabilities: ArrayLike<number>;
  counts?: ArrayLike<number>;
};

/**
 * Which answers go with belonging to a group, the most telling first.
 *
 * Score tests of the membership probabilities: under the null hypothesis an answer says nothing about the ranking, so
 * nothing about the membership that follows from it. Holm's correction over all tests. The shares and means are drawn
 * towards each other because nobody belongs to a group with certainty: real differences are rather larger.
 */
export function memberFindings(
  covariates: readonly Covariate[],
  memberships: Memberships,
): { findings: MemberFinding[]; tests: number } {
  const groups = memberships.names.length === 2 ? [1] : [...memberships.names.keys()];
  const tests = covariates.flatMap((covariate) =>
    groups.flatMap((group) => {
      const test = testOf(covariate, scoresOf(memberships, group), memberships.counts);
      return test.exists ? [{ covariate, group, test }] : [];
    }),
  );
  const adjusted = holmAdjusted(tests.map(({ test }) => test.p));
  const best = new Map<string, MemberFinding>();
  for (const [index, { covariate, group, test }] of tests.entries()) {
    const known = best.get(covariate.name);
    if (known !== undefined && known.p <= test.p) continue;
    best.set(covariate.name, {
      variable: covariate.name,
      label: covariate.label,
      kind: covariate.kind,
      n: test.n,
      group: memberships.names[group] ?? "",
      statistic: test.value,
      df: test.df,
      p: test.p,
      pAdjusted: adjusted[index] ?? 1,
      answers: memberships.names.map((_, each) => answersOf(covariate, memberships, each)),
    });
  }
  const findings = [...best.values()].sort((a, b) => a.pAdjusted - b.pAdjusted || a.p - b.p);
  return { findings, tests: tests.length };
}

function testOf(covariate: Covariate, scores: Float64Array, counts: Memberships["counts"]) {
  if (covariate.kind === "choice") return meanScoreTest(covariate.values, scores, counts);
  return correlationScoreTest(covariate.values.map(pointOf), scores, counts);
}

function pointOf(code: string | undefined): number | undefined {
  return code === undefined || Number.isNaN(Number(code)) ? undefined : Number(code);
}

function scoresOf({ names, probabilities }: Memberships, group: number): Float64Array {
  const rows = probabilities.length / names.length;
  return Float64Array.from({ length: rows }, (_, row) => {
    return probabilities[row * names.length + group] ?? 0;
  });
}

function answersOf(covariate: Covariate, memberships: Memberships, group: number): MemberAnswers {
  const scores = scoresOf(memberships, group);
  const sums = new Map<string, number>();
  let [total, squares, points, pointSquares] = [0, 0, 0, 0];
  for (const [row, code] of covariate.values.entries()) {
    if (code === undefined) continue;
    const count = memberships.counts?.[row] ?? 1;
    const weight = scores[row] ?? 0;
    sums.set(code, (sums.get(code) ?? 0) + count * weight);
    total += count * weight;
    squares += count * weight ** 2;
    points += count * weight * (pointOf(code) ?? 0);
    pointSquares += count * weight * (pointOf(code) ?? 0) ** 2;
  }
  const effectiveN = squares > 0 ? total ** 2 / squares : 0;
  const name = memberships.names[group] ?? "";
  if (effectiveN < 1) return { group: name, effectiveN, shares: [] };
  const mean = points / total;
  const spread = Math.sqrt(Math.max(0, pointSquares / total - mean ** 2) / effectiveN);
  const half = normalQuantile(0.975) * spread;
  return {
    group: name,
    effectiveN,
    ...(covariate.kind === "rating" && { mean, meanInterval: [mean - half, mean + half] }),
    shares: covariate.options.map(({ code, label }) => {
      const share = Math.min(1, (sums.get(code) ?? 0) / total);
      return { code, label, share, interval: shareInterval(share, effectiveN) };
    }),
  };
}

/** Wilson's interval with the respondents that the weights are worth. */
function shareInterval(share: number, n: number): Interval {
  const z = normalQuantile(0.975);
  const shrink = 1 + z ** 2 / n;
  const centre = (share + z ** 2 / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share) + z ** 2 / (4 * n)) / n);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
