import type { ChoiceCounts } from "../choice-counts.ts";
import { likelihoodOf } from "./likelihood-of.ts";
import { covarianceAt, type Maximum, maximiseLikelihood } from "./maximise-likelihood.ts";

/**
 * The counts with a ghost item (the last) that has won and lost `times` against every item.
 *
 * Source: Turner et al. (2020), Computational Statistics 35, section 2.3.
 */
function withGhost(counts: ChoiceCounts, times: number): ChoiceCounts {
  const k = counts.itemCount;
  const sets = counts.faced.length;
  const setStarts = new Uint32Array(sets + k + 1);
  setStarts.set(counts.setStarts);
  const setItems = new Uint16Array(counts.setItems.length + 2 * k);
  setItems.set(counts.setItems);
  const faced = new Float64Array(sets + k).fill(2 * times);
  faced.set(counts.faced);
  const chosen = new Float64Array(k + 1);
  for (let item = 0; item < k; item += 1) {
    const end = (setStarts[sets + item] ?? 0) + 2;
    setStarts[sets + item + 1] = end;
    setItems[end - 2] = item;
    setItems[end - 1] = k;
    chosen[item] = (counts.chosen[item] ?? 0) + times;
  }
  chosen[k] = k * times;
  return { ...counts, itemCount: k + 1, chosen, setStarts, setItems, faced };
}

/**
 * The maximum with a ghost item, which is then left out; log-worths are centred among the real items.
 *
 * @throws RangeError if the number of pseudo-rankings is not positive
 */
export function maximiseWithGhost(
  counts: ChoiceCounts,
  times: number,
  isConnected: boolean,
): Maximum | undefined {
  if (!(times > 0 && times < Infinity))
    throw new RangeError("plackettLuce requires a positive number of pseudo-rankings");
  const { itemCount: k, tieOrders } = counts;
  const maximum = maximiseLikelihood(likelihoodOf(withGhost(counts, times)));
  if (maximum === undefined) return undefined;
  const size = k + tieOrders.length;
  const place = (index: number) => (index < k ? index : index + 1);
  const { parameters: all, covariance: wide } = maximum;
  const mean = all.subarray(0, k).reduce((sum, value) => sum + value, 0) / k;
  const parameters = Float64Array.from(
    { length: size },
    (_, index) => (all[place(index)] ?? 0) - (index < k ? mean : 0),
  );
  const fromRealData = isConnected ? covarianceAt(likelihoodOf(counts), parameters) : undefined;
  const block = Float64Array.from(
    { length: size * size },
    (_, cell) => wide[place(Math.floor(cell / size)) * (size + 1) + place(cell % size)] ?? 0,
  );
  return { ...maximum, parameters, covariance: fromRealData ?? centred(block, k, size) };
}

/** Takes the items' mean from every row, then from every column. */
function centred(block: Float64Array, k: number, size: number): Float64Array {
  const byRow = block.map((value, cell) => value - itemMean(block, k, cell % size, size));
  return byRow.map((value, cell) => value - itemMean(byRow, k, cell - (cell % size), 1));
}

function itemMean(block: Float64Array, k: number, from: number, step: number): number {
  let sum = 0;
  for (let item = 0; item < k; item += 1) sum += block[from + item * step] ?? 0;
  return sum / k;
}
