import type { ChoiceCounts, TieModel } from "../choice-counts.ts";
import { codedChoices } from "../coded-choices.ts";
import type { Rankings } from "../rankings.ts";
import { uniqueRankings } from "../unique-rankings.ts";
import { TiedOutcomes } from "./tied-outcomes.ts";

/**
 * Sandwich covariance: right also when weights are survey weights, or when respondents differ more than the model says.
 *
 * Each respondent is one independent unit: V · Σ count (weight × score)(weight × score)ᵀ · V, without small-sample factor.
 * Source: Huber (1967); for this likelihood Lin and Wei (1989), J. American Statistical Association 84, 1074–1078.
 */
export function robustCovariance(input: {
  all: Rankings;
  counts: ChoiceCounts;
  ties: TieModel;
  parameters: Float64Array;
  covariance: Float64Array;
}): Float64Array {
  const { counts, covariance, parameters } = input;
  const unique = input.all.weights === undefined ? uniqueRankings(input.all).unique : input.all;
  const coded = codedChoices(unique, counts, { ties: input.ties });
  const expected = expectedOutcomes(counts, parameters);
  const k = counts.itemCount;
  const size = parameters.length;
  const meat = new Float64Array(size * size);
  const score = new Float64Array(size);
  for (let row = 0; row < unique.rowCount; row += 1) {
    score.fill(0);
    const end = coded.starts[row + 1] ?? 0;
    for (let entry = coded.starts[row] ?? 0; entry < end; entry += 1) {
      const tied = coded.sizes[entry] ?? 1;
      const item = coded.items[entry] ?? 0;
      score[item] = (score[item] ?? 0) + 1 / tied;
      if (tied > 1) {
        const tie = k + counts.tieOrders.indexOf(tied);
        score[tie] = (score[tie] ?? 0) + 1 / tied;
      }
      const base = (coded.sets[entry] ?? 0) * size;
      for (let index = 0; index < size; index += 1)
        score[index] = (score[index] ?? 0) - (expected[base + index] ?? 0) / tied;
    }
    const factor = (unique.counts?.[row] ?? 1) * (unique.weights?.[row] ?? 1) ** 2;
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1)
        meat[i * size + j] = (meat[i * size + j] ?? 0) + factor * (score[i] ?? 0) * (score[j] ?? 0);
  }
  return product(product(covariance, meat, size), covariance, size);
}

/** What the model expects of a choice from each set: row-major, set × parameter. */
function expectedOutcomes(counts: ChoiceCounts, parameters: Float64Array): Float64Array {
  const outcomes = new TiedOutcomes(counts);
  const size = parameters.length;
  const expected = new Float64Array(counts.faced.length * size);
  for (let set = 0; set < counts.faced.length; set += 1) {
    outcomes.moments(set, parameters);
    expected.set(outcomes.mean, set * size);
  }
  return expected;
}

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1)
    for (let inner = 0; inner < size; inner += 1)
      for (let j = 0; j < size; j += 1)
        result[i * size + j] =
          (result[i * size + j] ?? 0) + (a[i * size + inner] ?? 0) * (b[inner * size + j] ?? 0);
  return result;
}
