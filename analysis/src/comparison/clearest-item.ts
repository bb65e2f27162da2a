import { correlationScoreTest, meanScoreTest, rowMidranks } from "@mehrwert/statistics";
import type { Covariate } from "../covariates/covariate.ts";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import type { ComparedGroup, CovariateTest } from "./ranking-comparison.ts";

/**
 * The item whose ranks go with an answer most clearly: for a scale whether they rise or fall along its points, for a
 * choice whether their means differ between the groups.
 *
 * @returns undefined if no item can be tested
 */
export function clearestItem(
  { rankings, items }: RankingSource,
  covariate: Covariate,
  groups: readonly ComparedGroup[],
): CovariateTest["itemTest"] {
  const { midranks, weightOf } = rowMidranks(rankings);
  const groupOf = new Map(groups.flatMap(({ name, rows }) => rows.map((row) => [row, name])));
  const codes = covariate.values.map((code) => (code === undefined ? undefined : Number(code)));
  const isScale = covariate.kind === "rating" && codes.every((code) => !Number.isNaN(code));
  const tests = items.flatMap(({ item }, index) => {
    const cell = (row: number) => row * items.length + index;
    const scores = Float64Array.from(covariate.values, (_, row) => midranks[cell(row)] ?? 0);
    const faced = <T>(value: T, row: number) =>
      (weightOf[cell(row)] ?? 0) > 0 ? value : undefined;
    const test = isScale
      ? correlationScoreTest(codes.map(faced), scores, rankings.counts)
      : meanScoreTest(
          covariate.values.map((_, row) => faced(groupOf.get(row), row)),
          scores,
          rankings.counts,
        );
    if (!test.exists) return [];
    return [{ item, value: test.value, df: test.df, p: test.p, n: test.n }];
  });
  return [...tests].sort((a, b) => a.p - b.p)[0];
}
