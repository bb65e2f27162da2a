import { choleskyInPlace, choleskyInverse } from "../cholesky.ts";
import { completeInformation } from "./complete-information.ts";
import type { MixtureAt } from "./mixture-at.ts";
import { rowScores } from "./row-scores.ts";

/** A worth is unknown if all respondents of the class together tell less than a twentieth of one choice about it. */
const leastInformation = 0.05;

/**
 * Covariance of all parameters: each class's log-worths (centred within each level), then the log-shares (centred).
 *
 * Observed information by Louis (1982), J. Royal Statistical Society B 44, 226–233: what complete data would tell, less
 * what is lost by not knowing the classes. With weights, a sandwich with each different ranking as a unit.
 * @returns undefined if the information is not positive definite (the classes are not told apart)
 */
export function mixtureCovariance(at: MixtureAt): Float64Array | undefined {
  const k = at.data.itemCount;
  const size = at.classes * (k + 1);
  const information = completeInformation(at);
  const scores = rowScores(at, information);
  const blocks = at.levels.flatMap((levels, group) =>
    levels.flatMap((items) =>
      knownTogether(
        items.map((item) => group * k + item),
        (index) => information[index * (size + 1)] ?? 0,
      ),
    ),
  );
  blocks.push(Array.from({ length: at.classes }, (_, group) => at.classes * k + group));
  const covariance = pseudoInverse(information, size, blocks);
  if (covariance === undefined || at.data.unique.weights === undefined) return covariance;
  return sandwich(covariance, scores, at);
}

/** A level as one block, but items of which the class knows nothing (never chosen, never missed) each on their own. */
function knownTogether(indices: number[], informationOn: (index: number) => number): number[][] {
  const isKnown = (index: number) => informationOn(index) > leastInformation;
  const unknown = indices.filter((index) => !isKnown(index)).map((index) => [index]);
  const known = indices.filter(isKnown);
  return known.length > 0 ? [known, ...unknown] : unknown;
}

/** Inverse along all directions but "the whole block plus a constant". */
function pseudoInverse(
  matrix: Float64Array,
  size: number,
  blocks: readonly (readonly number[])[],
): Float64Array | undefined {
  const lifts = blocks.map((block) => {
    const trace = block.reduce((sum, i) => sum + (matrix[i * size + i] ?? 0), 0);
    return Math.max(trace / block.length, 1);
  });
  const add = (target: Float64Array, value: (block: number) => number) => {
    for (const [block, places] of blocks.entries())
      for (const i of places)
        for (const j of places) target[i * size + j] = (target[i * size + j] ?? 0) + value(block);
  };
  add(matrix, (block) => lifts[block] ?? 0);
  if (!choleskyInPlace(matrix, size)) return undefined;
  const inverse = choleskyInverse(matrix, size);
  add(inverse, (block) => -1 / ((lifts[block] ?? 1) * (blocks[block]?.length ?? 1) ** 2));
  return inverse;
}

function sandwich(covariance: Float64Array, scores: Float64Array, at: MixtureAt): Float64Array {
  const { data, classes } = at;
  const size = classes * (data.itemCount + 1);
  const result = new Float64Array(size * size);
  const spread = new Float64Array(size);
  for (let row = 0; row < data.rowCount; row += 1) {
    const weight = data.rowSquares[row] ?? 0;
    for (let i = 0; i < size; i += 1) {
      let sum = 0;
      for (let j = 0; j < size; j += 1)
        sum += (covariance[i * size + j] ?? 0) * (scores[row * size + j] ?? 0);
      spread[i] = sum;
    }
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1)
        result[i * size + j] =
          (result[i * size + j] ?? 0) + weight * (spread[i] ?? 0) * (spread[j] ?? 0);
  }
  return result;
}
