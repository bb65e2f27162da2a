import type { Rankings } from "@mehrwert/statistics";

/** Which columns the rows have besides their ranks, and how many rows there may be, if anybody knows. */
type KeptColumns = {
  itemCount: number;
  hasCounts: boolean;
  hasWeights: boolean;
  expectedRows?: number;
};

/**
 * Rows that were found to be rankings.
 *
 * Room is made for the expected rows at once: copying into ever longer lists would leave as much behind as it keeps,
 * and room that is never written to takes no memory. Where there are more rows than expected, the lists grow.
 */
export class KeptRows {
  readonly #itemCount: number;
  #ranks: Uint8Array | Uint16Array;
  #lines = new Uint32Array(0);
  #counts: Float64Array | undefined;
  #weights: Float64Array | undefined;
  #rowCount = 0;
  #n = 0;
  #unranked: Rankings["unranked"] = "complete";

  constructor({ itemCount, hasCounts, hasWeights, expectedRows = 0 }: KeptColumns) {
    this.#itemCount = itemCount;
    this.#ranks = itemCount < 256 ? new Uint8Array(0) : new Uint16Array(0);
    if (hasCounts) this.#counts = new Float64Array(0);
    if (hasWeights) this.#weights = new Float64Array(0);
    this.#resize(expectedRows);
  }

  /** Adds rows with the line each of them stood in. */
  add(rows: Rankings, lines: ArrayLike<number>): void {
    const from = this.#rowCount;
    this.#rowCount += rows.rowCount;
    if (this.#rowCount > this.#lines.length) this.#resize(Math.max(1024, 2 * this.#rowCount));
    this.#ranks.set(rows.ranks, from * this.#itemCount);
    this.#lines.set(lines, from);
    this.#counts?.set(rows.counts ?? [], from);
    this.#weights?.set(rows.weights ?? [], from);
    this.#n += rows.n;
    if (rows.unranked !== "complete") this.#unranked = rows.unranked;
  }

  /** All rows so far. */
  result(): { rankings: Rankings; lines: Uint32Array } {
    const rows = this.#rowCount;
    return {
      lines: this.#lines.subarray(0, rows),
      rankings: {
        itemCount: this.#itemCount,
        rowCount: rows,
        n: this.#n,
        ranks: this.#ranks.subarray(0, rows * this.#itemCount),
        unranked: this.#unranked,
        ...(this.#counts !== undefined && { counts: this.#counts.subarray(0, rows) }),
        ...(this.#weights !== undefined && { weights: this.#weights.subarray(0, rows) }),
      },
    };
  }

  #resize(rows: number): void {
    const cells = rows * this.#itemCount;
    const ranks = this.#itemCount < 256 ? new Uint8Array(cells) : new Uint16Array(cells);
    ranks.set(this.#ranks);
    this.#ranks = ranks;
    const lines = new Uint32Array(rows);
    lines.set(this.#lines);
    this.#lines = lines;
    this.#counts = this.#counts && longer(this.#counts, rows);
    this.#weights = this.#weights && longer(this.#weights, rows);
  }
}

function longer(list: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const found = new Float64Array(length);
  found.set(list);
  return found;
}
