import { normalQuantile } from "@mehrwert/statistics";
import type { Dataset } from "@mehrwert/study";
import type { Recommendation } from "./score-table.ts";
import { variableNumbers } from "./variable-numbers.ts";

/**
 * Every recommendation from 0 to 10 of a dataset, as shares and as net promoter score, −100 to 100.
 *
 * Interval: 95 %, adjusted Wald: three answers are added, ¾ promoters, 1½ passives, ¾ detractors.
 * Source: Rocks (2016), The American Statistician 70, 365–372.
 */
export function recommendations(dataset: Dataset): Recommendation[] {
  return dataset.dictionary.variables
    .filter(({ isRecommendation }) => isRecommendation === true)
    .map((variable) => {
      const given = variableNumbers(dataset, variable).filter((value) => value !== undefined);
      const n = given.length;
      const promoters = given.filter((value) => value >= 9).length;
      const detractors = given.filter((value) => value <= 6).length;
      const facts = { variable: variable.name, label: variable.label, n, promoters, detractors };
      return {
        ...{ ...facts, passives: n - promoters - detractors },
        ...(n > 0 && {
          score: (100 * (promoters - detractors)) / n,
          interval: adjustedInterval(promoters, detractors, n),
        }),
      };
    });
}

function adjustedInterval(promoters: number, detractors: number, n: number): [number, number] {
  const total = n + 3;
  const [high, low] = [(promoters + 0.75) / total, (detractors + 0.75) / total];
  const difference = high - low;
  const error = Math.sqrt((high + low - difference ** 2) / total);
  const half = normalQuantile(0.975) * error;
  const bounded = (value: number) => 100 * Math.max(-1, Math.min(1, value));
  return [bounded(difference - half), bounded(difference + half)];
}
