import type { RankingSource } from "../ranking-source/ranking-source.ts";
import type { RankingAnalysis } from "./ranking-analysis.ts";
import type { RankingRow, RankingTable } from "./ranking-table.ts";

/**
 * A ranking table of rankings that come from a file. Mean ranks rest on all respondents: unranked items share the
 * places left. Where not everybody was shown everything, there are no mean ranks and the order follows the worths.
 */
export function tableOfAnalysis(analysis: RankingAnalysis, source: RankingSource): RankingTable {
  const { items, order, neighbours, agreement, uncertainty, topK } = analysis;
  const hasMeans = analysis.orderedBy === "mean-midrank";
  const rows = order.flatMap((index): RankingRow[] => {
    const item = items[index];
    if (item === undefined) return [];
    const next = neighbours.find(
      ({ first, scale }) => first === item.item && scale === "mean-midrank",
    );
    return [
      {
        ...{ item: item.item, name: item.name, label: item.label, n: item.n },
        ...(item.position !== undefined && { position: item.position }),
        ...(hasMeans && item.midrankMean !== undefined && { meanRank: item.midrankMean }),
        ...(hasMeans &&
          item.midrankMeanInterval !== undefined && { meanRankInterval: item.midrankMeanInterval }),
        ...(hasMeans && item.medianRank !== undefined && { medianRank: item.medianRank }),
        ...(item.firstShare !== undefined && { firstShare: item.firstShare }),
        ...(item.firstShareInterval !== undefined && {
          firstShareInterval: item.firstShareInterval,
        }),
        ...(item.topShare !== undefined && { topShare: item.topShare }),
        ...(item.topShareInterval !== undefined && { topShareInterval: item.topShareInterval }),
        ...(item.borda !== undefined && { borda: item.borda }),
        ...(next !== undefined && { leadOverNext: { value: next.lead, interval: next.interval } }),
      },
    ];
  });
  return {
    question: source.question ?? "rankings",
    questionText: source.questionText ?? source.title,
    options: items.length,
    topK,
    respondents: analysis.respondents,
    answered: analysis.n,
    complete: hasMeans ? analysis.n : 0,
    topRanked: analysis.n,
    missing: [],
    rows,
    pairwise: analysis.pairwise,
    ...(agreement !== undefined && {
      kendallsW: { ...agreement.kendallsW, meaning: agreement.meaning },
      friedman: agreement.friedman,
    }),
    bootstrap: {
      ...{ seed: uncertainty.seed, draws: uncertainty.draws, level: uncertainty.level },
      ...(uncertainty.kind === "bca" && ({ kind: "bca" } as const)),
      ...(uncertainty.method === "normal" && ({ replacedBy: "normal-distribution" } as const)),
    },
    notes: [],
  };
}
