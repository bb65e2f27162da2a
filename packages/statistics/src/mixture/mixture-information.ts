import { choleskyInPlace, choleskyInverse } from "../cholesky.ts";
import { singleChoiceLikelihood } from "../plackett-luce/choice-likelihood.ts";
import type { MixtureData } from "./mixture-data.ts";

/** What the information is worked out for; `levels` of each class as by `worthLevels`. */
export type MixtureAt = {
  data: MixtureData;
  classes: number;
  parameters: Float64Array;
  memberships: Float64Array;
  pseudoChoices: number;
  levels: readonly (readonly number[][])[];
};

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

/** Information if the memberships were known: one block per class, and one for the shares. */
function completeInformation(at: MixtureAt): Float64Array {
  const { data, classes, parameters } = at;
  const k = data.itemCount;
  const size = classes * (k + 1);
  const information = new Float64Array(size * size);
  const counts = { ...data.counts, faced: new Float64Array(data.counts.faced.length) };
  const likelihood = singleChoiceLikelihood(counts);
  const block = new Float64Array(k * k);
  for (let group = 0; group < classes; group += 1) {
    fillFaced(at, group, counts.faced);
    const worths = parameters.subarray(group * k, (group + 1) * k);
    likelihood.derivatives(worths, new Float64Array(k), block);
    addPrior(worths, at.pseudoChoices, block);
    for (let i = 0; i < k; i += 1)
      for (let j = 0; j < k; j += 1)
        information[(group * k + i) * size + group * k + j] = block[i * k + j] ?? 0;
    const share = Math.exp(parameters[classes * k + group] ?? 0);
    for (let other = 0; other < classes; other += 1) {
      const otherShare = Math.exp(parameters[classes * k + other] ?? 0);
      information[(classes * k + group) * size + classes * k + other] =
        data.totalWeight * ((group === other ? share : 0) - share * otherShare);
    }
  }
  return information;
}

function fillFaced({ data, classes, memberships }: MixtureAt, group: number, faced: Float64Array) {
  const { rowStarts, rowStages, rowWeights, stageSets } = data;
  faced.fill(0);
  for (let row = 0; row < data.rowCount; row += 1) {
    const part = (rowWeights[row] ?? 0) * (memberships[row * classes + group] ?? 0);
    const end = rowStarts[row + 1] ?? 0;
    for (let entry = rowStarts[row] ?? 0; entry < end; entry += 1) {
      const set = stageSets[rowStages[entry] ?? 0] ?? 0;
      faced[set] = (faced[set] ?? 0) + part;
    }
  }
}

/** What the invented choices from all items tell. */
function addPrior(worths: Float64Array, pseudoChoices: number, block: Float64Array): void {
  if (pseudoChoices === 0) return;
  const k = worths.length;
  const total = worths.reduce((sum, value) => sum + Math.exp(value), 0);
  const share = worths.map((value) => Math.exp(value) / total);
  for (let i = 0; i < k; i += 1)
    for (let j = 0; j < k; j += 1)
      block[i * k + j] =
        (block[i * k + j] ?? 0) +
        pseudoChoices * k * ((i === j ? (share[i] ?? 0) : 0) - (share[i] ?? 0) * (share[j] ?? 0));
}

/** Takes the lost information away, row by row; returns every row's score. */
function rowScores(at: MixtureAt, information: Float64Array): Float64Array {
  const { data, classes, memberships, parameters } = at;
  const k = data.itemCount;
  const size = classes * (k + 1);
  const expected = stageExpectations(at);
  const scores = new Float64Array(data.rowCount * size);
  // Per class: score of its log-worths if the row belongs to it, then 1 for belonging.
  const inClass = new Float64Array(size);
  const place = (group: number, index: number) =>
    index < k ? group * k + index : classes * k + group;
  for (let row = 0; row < data.rowCount; row += 1) {
    fillClassScores(at, row, expected, inClass);
    const weight = data.rowWeights[row] ?? 0;
    for (let group = 0; group < classes; group += 1) {
      const member = memberships[row * classes + group] ?? 0;
      for (let i = 0; i <= k; i += 1) {
        const mine = inClass[group * (k + 1) + i] ?? 0;
        const line = place(group, i);
        const share = i === k ? Math.exp(parameters[line] ?? 0) : 0;
        scores[row * size + line] = member * mine - share;
        for (let other = 0; other < classes; other += 1) {
          const both =
            (group === other ? member : 0) - member * (memberships[row * classes + other] ?? 0);
          if (both === 0) continue;
          for (let j = 0; j <= k; j += 1) {
            const cell = line * size + place(other, j);
            const lost = weight * both * mine * (inClass[other * (k + 1) + j] ?? 0);
            information[cell] = (information[cell] ?? 0) - lost;
          }
        }
      }
    }
  }
  return scores;
}

/** Expected choice from every set in every class: (class × sets + set) × k + item. */
function stageExpectations({ data, classes, parameters }: MixtureAt): Float64Array {
  const { itemCount: k, counts } = data;
  const sets = counts.faced.length;
  const expected = new Float64Array(classes * sets * k);
  for (let group = 0; group < classes; group += 1)
    for (let set = 0; set < sets; set += 1) {
      const items = counts.setItems.subarray(counts.setStarts[set], counts.setStarts[set + 1]);
      const worth = (item: number) => Math.exp(parameters[group * k + item] ?? 0);
      const sum = items.reduce((total, item) => total + worth(item), 0);
      for (const item of items) expected[(group * sets + set) * k + item] = worth(item) / sum;
    }
  return expected;
}

function fillClassScores(
  { data, classes }: MixtureAt,
  row: number,
  expected: Float64Array,
  inClass: Float64Array,
): void {
  const { itemCount: k, rowStarts, rowStages, stageItems, stageSets } = data;
  const sets = data.counts.faced.length;
  inClass.fill(0);
  for (let group = 0; group < classes; group += 1) {
    const base = group * (k + 1);
    inClass[base + k] = 1;
    for (let entry = rowStarts[row] ?? 0; entry < (rowStarts[row + 1] ?? 0); entry += 1) {
      const stage = rowStages[entry] ?? 0;
      const chosen = base + (stageItems[stage] ?? 0);
      inClass[chosen] = (inClass[chosen] ?? 0) + 1;
      const from = (group * sets + (stageSets[stage] ?? 0)) * k;
      for (let item = 0; item < k; item += 1)
        inClass[base + item] = (inClass[base + item] ?? 0) - (expected[from + item] ?? 0);
    }
  }
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
