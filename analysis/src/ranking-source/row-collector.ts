import { type Rankings, rankings } from "@mehrwert/statistics";
import type { Issue, Result } from "@mehrwert/study";
import { type BadLineReason, badLineIssue, blankIssue } from "./bad-rows.ts";
import { KeptRows } from "./kept-rows.ts";
import type { RankingFileOptions } from "./ranking-source.ts";

const rowsAtOnce = 1024;
/** So many bad lines are named; the rest are counted. */
const mostNamed = 20;

/** What the rows of a file came to. */
export type CollectedRows = {
  rankings: Rankings;
  /** Line of the file behind each row. */
  lines: Uint32Array;
  skipped: number;
};

/**
 * Takes rows of ranks one by one, checks them in blocks, and keeps only compact ranks, so that a file of a million
 * lines never stands in memory as numbers.
 */
export class RowCollector {
  /** Where the next row is written: one number per item, 0 = blank. */
  readonly row: Float64Array;
  count = 1;
  weight = 1;
  readonly #options: RankingFileOptions;
  readonly #itemCount: number;
  readonly #views: Float64Array[];
  readonly #block: Float64Array;
  readonly #blockLines = new Uint32Array(rowsAtOnce);
  readonly #blockCounts = new Float64Array(rowsAtOnce);
  readonly #blockWeights = new Float64Array(rowsAtOnce);
  readonly #hasCounts: boolean;
  readonly #kept: KeptRows;
  readonly #issues: Issue[] = [];
  #filled = 0;
  #bad = 0;
  #firstBlank: number | undefined;

  constructor(itemCount: number, hasCounts: boolean, options: RankingFileOptions) {
    this.#itemCount = itemCount;
    this.#hasCounts = hasCounts;
    this.#options = options;
    this.#kept = new KeptRows({
      ...{ itemCount, hasCounts },
      hasWeights: options.weights !== undefined,
      // A line holds at least a sign per item: a delimiter, or its end.
      expectedRows: Math.ceil((options.fileBytes ?? 0) / itemCount),
    });
    this.row = new Float64Array(itemCount);
    this.#block = new Float64Array(itemCount * rowsAtOnce);
    this.#views = Array.from({ length: rowsAtOnce }, (_, row) =>
      this.#block.subarray(row * itemCount, (row + 1) * itemCount),
    );
  }

  /** Takes over what stands in `row`, `count` and `weight`. */
  add(line: number): void {
    const base = this.#filled * this.#itemCount;
    for (let item = 0; item < this.#itemCount; item += 1)
      this.#block[base + item] = this.row[item] ?? 0;
    this.#blockLines[this.#filled] = line;
    this.#blockCounts[this.#filled] = this.count;
    this.#blockWeights[this.#filled] = this.weight;
    this.#filled += 1;
    if (this.#filled === rowsAtOnce) this.#check();
  }

  refuse(line: number, reason: BadLineReason): void {
    this.#bad += 1;
    if (this.#issues.length < mostNamed)
      this.#issues.push(badLineIssue(this.#options.fileName, line, reason));
  }

  result(): Result<CollectedRows> {
    this.#check();
    const { fileName, skipBad } = this.#options;
    if (this.#firstBlank !== undefined)
      return { ok: false, issues: [blankIssue(fileName, this.#firstBlank)] };
    if (this.#bad > 0 && skipBad !== true) return { ok: false, issues: this.#namedIssues() };
    return {
      ok: true,
      warnings: this.#issues.map((issue) => ({ ...issue, severity: "warning" })),
      value: { ...this.#kept.result(), skipped: this.#bad },
    };
  }

  #namedIssues(): Issue[] {
    const [first] = this.#issues;
    if (this.#bad <= mostNamed || first === undefined) return this.#issues;
    const more = this.#bad - mostNamed;
    return [
      ...this.#issues,
      {
        ...first,
        path: this.#options.fileName,
        message: {
          de: `${more} weitere Zeilen sind ebenfalls keine Rangfolgen.`,
          en: `${more} further lines are no rankings either.`,
        },
      },
    ];
  }

  #check(): void {
    const rows = this.#filled;
    if (rows === 0) return;
    this.#filled = 0;
    const checked = rankings({
      itemCount: this.#itemCount,
      rows: this.#views.slice(0, rows),
      ...(this.#options.unranked !== undefined && { unranked: this.#options.unranked }),
      ...(this.#hasCounts && { counts: this.#blockCounts.subarray(0, rows) }),
      ...(this.#options.weights !== undefined && {
        weights: this.#blockWeights.subarray(0, rows),
      }),
    });
    if (checked.ok) {
      this.#kept.add(checked.rankings, this.#blockLines.subarray(0, rows));
      return;
    }
    for (const { row, reason } of checked.badRows) {
      const line = this.#blockLines[row] ?? 0;
      if (reason === "blank-without-meaning") this.#firstBlank ??= line;
      else this.refuse(line, reason);
    }
    this.#kept.add(
      checked.goodRows,
      checked.goodRowIndices.map((row) => this.#blockLines[row] ?? 0),
    );
  }
}
