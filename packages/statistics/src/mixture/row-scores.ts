import type { MixtureAt } from "./mixture-at.ts";

/** Takes the lost information away, row by row; returns every row's score. */
export function rowScores(at: MixtureAt, information: Float64Array): Float64Array {
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
