import type { ChoiceCounts } from "../choice-counts.ts";
import { codedChoices } from "../coded-choices.ts";
import { choiceCounts } from "../count-choices.ts";
import type { Rankings } from "../rankings.ts";
import { type UniqueRankings, uniqueRankings } from "../unique-rankings.ts";

/**
 * Different rankings as lists of stages, for fitting many classes many times.
 *
 * A stage is a choice of one item from one set: stageItems[s] from set stageSets[s]. Row r goes through the stages
 * rowStages[rowStarts[r] … rowStarts[r + 1] − 1] and counts rowWeights[r] times.
 */
export type MixtureData = UniqueRankings & {
  itemCount: number;
  n: number;
  counts: ChoiceCounts;
  rowCount: number;
  rowStarts: Uint32Array;
  rowStages: Uint32Array;
  rowWeights: Float64Array;
  /** Sum of the squared weights of the respondents behind each row, for sandwich errors. */
  rowSquares: Float64Array;
  totalWeight: number;
  stageItems: Uint16Array;
  stageSets: Uint32Array;
};

/** Prepares rankings; tied items count as each chosen from the same set (Breslow). */
export function mixtureData(all: Rankings): MixtureData {
  const found = uniqueRankings(all, { mergeWeights: true });
  const { unique } = found;
  const counts = choiceCounts(unique, { ties: "breslow" });
  const coded = codedChoices(unique, counts, { ties: "breslow" });
  const numbers = new Map<number, number>();
  const stageItems: number[] = [];
  const stageSets: number[] = [];
  const rowStages = Uint32Array.from(coded.items, (item, entry) => {
    const set = coded.sets[entry] ?? 0;
    const key = set * counts.itemCount + item;
    let stage = numbers.get(key);
    if (stage === undefined) {
      stage = stageItems.length;
      numbers.set(key, stage);
      stageItems.push(item);
      stageSets.push(set);
    }
    return stage;
  });
  const rowWeights = Float64Array.from(
    { length: unique.rowCount },
    (_, row) => (unique.counts?.[row] ?? 1) * (unique.weights?.[row] ?? 1),
  );
  const rowSquares = new Float64Array(unique.rowCount);
  for (const [row, place] of found.uniqueOfRow.entries())
    rowSquares[place] =
      (rowSquares[place] ?? 0) + (all.counts?.[row] ?? 1) * (all.weights?.[row] ?? 1) ** 2;
  return {
    ...found,
    itemCount: counts.itemCount,
    n: all.n,
    counts,
    rowCount: unique.rowCount,
    rowStarts: coded.starts,
    rowStages,
    rowWeights,
    rowSquares,
    totalWeight: rowWeights.reduce((sum, weight) => sum + weight, 0),
    stageItems: Uint16Array.from(stageItems),
    stageSets: Uint32Array.from(stageSets),
  };
}
