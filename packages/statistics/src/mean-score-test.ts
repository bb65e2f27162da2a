import { chiSquareTail } from "./chi-square-tail.ts";
import { type NoStatistic, noStatistic } from "./no-statistic.ts";

/** Whether mean scores differ between groups more than shuffling people would make them; n = respondents used. */
export type MeanScoreTest = { exists: true; value: number; df: number; p: number; n: number };

/**
 * Mean-score test: whether a number known of everybody has to do with the group they are in.
 *
 * Shape: groups[respondent] and scores[respondent]; undefined group = left out. `counts` = respondents a row stands for.
 * The scores may be anything, also probabilities of membership: under the null hypothesis they are merely shuffled.
 * Q = (n − 1) · between / total sum of squares, chi-square with groups − 1 degrees of freedom; rough for small groups.
 * With midranks as scores it is the Kruskal–Wallis test; with numeric groups use `correlationScoreTest`.
 * Source: Landis, Heyman and Koch (1978), International Statistical Review 46, 237–254 (row mean scores).
 * @returns "empty-group" for fewer than two groups, "no-variance" if all scores are equal
 * @example meanScoreTest(["a", "a", "b", "b"], [1, 2, 3, 4]) // value 2.4, df 1
 */
export function meanScoreTest(
  groups: readonly (string | undefined)[],
  scores: ArrayLike<number>,
  counts?: ArrayLike<number>,
): MeanScoreTest | NoStatistic {
  const sums = new Map<string, { sum: number; n: number }>();
  const all = { sum: 0, squares: 0, n: 0 };
  for (const [row, group] of groups.entries()) {
    if (group === undefined) continue;
    const count = counts?.[row] ?? 1;
    const score = scores[row] ?? 0;
    const own = sums.get(group) ?? { sum: 0, n: 0 };
    sums.set(group, { sum: own.sum + count * score, n: own.n + count });
    all.sum += count * score;
    all.squares += count * score ** 2;
    all.n += count;
  }
  if (sums.size < 2) return noStatistic("empty-group");
  const mean = all.sum / all.n;
  const total = all.squares - all.n * mean ** 2;
  if (!(total > 1e-12 * Math.max(1, all.squares))) return noStatistic("no-variance");
  let between = 0;
  for (const { sum, n } of sums.values()) between += n * (sum / n - mean) ** 2;
  return testOf(((all.n - 1) * between) / total, sums.size - 1, all.n);
}

/**
 * Correlation-score test: like `meanScoreTest`, for groups in an order (points of a scale): whether scores rise or fall.
 *
 * Q = (n − 1) r², chi-square with one degree of freedom.
 * Source: Mantel (1963), J. American Statistical Association 58, 690–700.
 * @returns "no-variance" if the points or the scores are all equal, "fewer-than-two-respondents"
 * @example correlationScoreTest([1, 2, 3], [0, 1, 5]) // value 1.785…, df 1
 */
export function correlationScoreTest(
  points: readonly (number | undefined)[],
  scores: ArrayLike<number>,
  counts?: ArrayLike<number>,
): MeanScoreTest | NoStatistic {
  let [n, x, y, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (const [row, point] of points.entries()) {
    if (point === undefined) continue;
    const count = counts?.[row] ?? 1;
    const score = scores[row] ?? 0;
    n += count;
    x += count * point;
    y += count * score;
    xx += count * point ** 2;
    yy += count * score ** 2;
    xy += count * point * score;
  }
  if (n < 2) return noStatistic("fewer-than-two-respondents");
  const [varianceX, varianceY] = [xx - x ** 2 / n, yy - y ** 2 / n];
  if (!(varianceX > 1e-12 * Math.max(1, xx) && varianceY > 1e-12 * Math.max(1, yy)))
    return noStatistic("no-variance");
  const correlation = (xy - (x * y) / n) / Math.sqrt(varianceX * varianceY);
  return testOf((n - 1) * correlation ** 2, 1, n);
}

function testOf(value: number, df: number, n: number): MeanScoreTest {
  return { exists: true, value, df, p: chiSquareTail(value, df), n };
}
