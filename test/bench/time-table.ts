import type { BenchResult } from "./main.ts";
import { medianMs, type TimedWork } from "./median-ms.ts";

/** One line of a table of times; without a bar it is there to compare with. */
export type TimedLine = TimedWork & { name: string; barMs?: number };

/** Times every line in the same rounds and holds the medians against the bars. `more`: lines measured elsewhere. */
export function timeTable(
  rounds: number,
  works: readonly TimedLine[],
  more: readonly string[] = [],
): BenchResult {
  const times = medianMs(rounds, works);
  const rows = works.map(({ name, barMs }, index) => {
    const { medianMs = 0, firstMs = 0 } = times[index] ?? {};
    const bar = barMs === undefined ? "" : `<= ${milliseconds(barMs)}`;
    return { cells: [name, milliseconds(medianMs), milliseconds(firstMs), bar], medianMs, barMs };
  });
  const lines = [["", "median", "first run", "bar"], ...rows.map(({ cells }) => cells)].map(
    ([name = "", median = "", first = "", bar = ""]) =>
      `${name.padEnd(52)}${median.padStart(12)}${first.padStart(13)}  ${bar}`.trimEnd(),
  );
  const method = `medians of ${rounds} rounds after the first run, one core, Node ${process.versions.node}`;
  return {
    table: [...lines, ...more, method].map((line) => `  ${line}`).join("\n"),
    isMet: rows.every(({ medianMs, barMs }) => barMs === undefined || medianMs <= barMs),
  };
}

function milliseconds(value: number): string {
  const decimals = value < 100 ? 1 : 0;
  return `${value.toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals })} ms`;
}
