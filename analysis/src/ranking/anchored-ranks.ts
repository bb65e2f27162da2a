import { anchorCorrection } from "@mehrwert/statistics";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import { absent } from "./absent-statistics.ts";
import type { AbsentStatistic, AnchoredRanks } from "./ranking-analysis.ts";

/** So many respondents are drawn at most; beyond, fewer draws are enough. */
const mostPicks = 20_000_000;
const [fewestDraws, mostDraws] = [200, 1000];

/**
 * Ranks corrected for random answers, where there is an anchor question.
 *
 * Rests on complete rankings without ties of people who answered the anchor; `n` says how many.
 */
export function anchoredRanks(
  source: RankingSource,
  { seed, topK }: { seed: number; topK: number },
  missing: AbsentStatistic[],
): { anchor?: AnchoredRanks } {
  const { anchor, rankings } = source;
  if (anchor === undefined) return {};
  const k = rankings.itemCount;
  const ranks: number[][] = [];
  const isAnchorCorrect: boolean[] = [];
  const weights: number[] = [];
  for (const [row, isCorrect] of anchor.isCorrect.entries()) {
    const own = Array.from(rankings.ranks.subarray(row * k, (row + 1) * k));
    const weight = rankings.weights?.[row] ?? 1;
    const isWhole = new Set(own).size === k && !own.includes(0);
    if (isCorrect === undefined || !isWhole || !(weight > 0)) continue;
    ranks.push(own);
    isAnchorCorrect.push(isCorrect);
    weights.push(weight);
  }
  const draws = Math.floor(mostPicks / Math.max(1, ranks.length));
  const found = anchorCorrection({
    ...{ rankings: ranks, isAnchorCorrect, weights, anchorItems: anchor.items, top: topK, seed },
    draws: Math.min(mostDraws, Math.max(fewestDraws, draws)),
  });
  if (!found.exists) {
    missing.push(absent("anchor", found.reason));
    return {};
  }
  const { exists: _, preferred: __, ...values } = found;
  return { anchor: values };
}
