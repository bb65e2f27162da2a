import { plackettLuce, uniqueRankings } from "@mehrwert/statistics";
import type { Dataset } from "@mehrwert/study";
import { rankingSourceOf } from "../ranking-source/ranking-source.ts";

/**
 * Whether complete rankings may decide the order of a table: they are all there is, or they are as many as the study's
 * minimum group and at least half of the rankings. Otherwise the mean ranks of a few would decide for many.
 */
export function completeDecide(
  dataset: Dataset,
  { complete, answered }: { complete: number; answered: number },
): boolean {
  const { minimumGroupSize } = dataset.manifest.study;
  if (complete === answered) return true;
  return complete >= minimumGroupSize && 2 * complete >= answered;
}

/**
 * Worths of the options by the Plackett–Luce model, as shares of the whole, over all rankings of a question.
 *
 * @returns undefined if the model has no maximum for them
 */
export function worthsOfQuestion(
  dataset: Dataset,
  question: string,
): ReadonlyMap<string, number> | undefined {
  const { rankings, items } = rankingSourceOf(dataset, question);
  if (rankings.n === 0) return undefined;
  const fit = plackettLuce(uniqueRankings(rankings).unique);
  if (!fit.exists) return undefined;
  return new Map(items.map(({ item }, index) => [item, fit.worth[index] ?? 0]));
}
