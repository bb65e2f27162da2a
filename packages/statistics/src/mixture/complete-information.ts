import { singleChoiceLikelihood } from "../plackett-luce/choice-likelihood.ts";
import type { MixtureAt } from "./mixture-at.ts";

/** Information if the memberships were known: one block per class, and one for the shares. */
export function completeInformation(at: MixtureAt): Float64Array {
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
