import type { ChoiceCounts, TieModel } from "../choice-counts.ts";

/** Collects choices into counts; the sets themselves are handed over at the end. */
export class ChoiceTally {
  readonly #itemCount: number;
  readonly #ties: TieModel;
  readonly #chosen: Float64Array;
  readonly #over: Uint8Array;
  readonly #tiedPair: Uint8Array;
  readonly #tied = new Map<number, number>();
  #choices = 0;

  constructor(itemCount: number, ties: TieModel) {
    this.#itemCount = itemCount;
    this.#ties = ties;
    this.#chosen = new Float64Array(itemCount);
    this.#over = new Uint8Array(itemCount ** 2);
    this.#tiedPair = new Uint8Array(itemCount ** 2);
  }

  /** Notes that the items were chosen together from the set; returns how often the set counts as faced. */
  add(chosen: readonly number[], set: readonly number[], weight: number): number {
    const k = this.#itemCount;
    const isBreslow = this.#ties === "breslow";
    const size = chosen.length;
    const repeats = isBreslow ? size : 1;
    this.#choices += weight * repeats;
    for (const item of chosen) {
      this.#chosen[item] = (this.#chosen[item] ?? 0) + (isBreslow ? weight : weight / size);
      for (const other of set) {
        if (other === item) continue;
        const isTied = size > 1 && chosen.includes(other);
        if (isTied) this.#tiedPair[item * k + other] = 1;
        if (!isTied || isBreslow) this.#over[item * k + other] = 1;
      }
    }
    if (size > 1 && !isBreslow) this.#tied.set(size, (this.#tied.get(size) ?? 0) + weight);
    return weight * repeats;
  }

  counts(sets: readonly (readonly number[])[], faced: readonly number[], n: number): ChoiceCounts {
    const setStarts = new Uint32Array(sets.length + 1);
    for (const [index, set] of sets.entries())
      setStarts[index + 1] = (setStarts[index] ?? 0) + set.length;
    const setItems = new Uint16Array(setStarts[sets.length] ?? 0);
    for (const [index, set] of sets.entries()) setItems.set(set, setStarts[index] ?? 0);
    const tieOrders = [...this.#tied.keys()].sort((a, b) => a - b);
    return {
      itemCount: this.#itemCount,
      n,
      choices: this.#choices,
      chosen: this.#chosen,
      setStarts,
      setItems,
      faced: Float64Array.from(faced),
      tieOrders,
      tied: Float64Array.from(tieOrders, (order) => this.#tied.get(order) ?? 0),
      over: this.#over,
      tiedPair: this.#tiedPair,
    };
  }
}
