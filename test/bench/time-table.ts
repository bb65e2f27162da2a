import type { BenchResult } from "./main.ts";
import { medianMs, type TimedWork } from "./median-ms.ts";

/** One line of a table of times; without a bar it is there to compare with. */
export type TimedLine = TimedWork & { name: string; barMs?: number };

/**
 * Times every line in the same rounds and holds the medians against the bars. `more`: lines measured elsewhere.
 *
 * On a busy machine the clock counts other people's work; processor time counts that of helper threads. What one
 * core alone would need is less than either, so the lesser of the two has to meet the bar.
 */
export function timeTable(
  rounds: number,
  works: readonly TimedLine[],
  more: readonly string[] = [],
): BenchResult {
  const times = medianMs(rounds, works);
  const rows = works.map(({ name, barMs }, index) => {
    const { medianMs = 0, processorMs = 0, firstMs = 0 } = times[index] ?? {};
    const bar = barMs === undefined ? "" : `<= ${milliseconds(barMs)}`;
    const isMet = barMs === undefined || Math.min(medianMs, processorMs) <= barMs;
    return { cells: [name, ...[medianMs, processorMs, firstMs].map(milliseconds), bar], isMet };
  });
  const head = ["", "median", "processor", "first run", "bar"];
  const lines = [head, ...rows.map(({ cells }) => cells)].map(
    ([name = "", median = "", processor = "", first = "", bar = ""]) =>
      `${name.padEnd(50)}${[median, processor, first].map((cell) => cell.padStart(11)).join("")}  ${bar}`.trimEnd(),
  );
  const method = `medians of ${rounds} rounds after the first run, Node ${process.versions.node}`;
  return {
    table: [...lines, ...more, method].map((line) => `  ${line}`).join("\n"),
    isMet: rows.every(({ isMet }) => isMet),
  };
}

function milliseconds(value: number): string {
  const decimals = value < 100 ? 1 : 0;
  return `${value.toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals })} ms`;
}
