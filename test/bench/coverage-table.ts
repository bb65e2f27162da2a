import type { Interval } from "@mehrwert/statistics";
import type { BenchResult } from "./main.ts";

const level = 0.95;

/** In how many runs the truth was held, for each quantity. `mayBeHigher`: the method promises at least the level. */
export type Coverage = { name: string; runs: number; held: number[]; mayBeHigher?: boolean };

/** Counts one run: for each quantity whether its interval holds the truth; one that does not exist holds nothing. */
export function hold(
  coverage: Coverage,
  truths: readonly number[],
  intervals: readonly (Interval | undefined)[] | undefined,
): void {
  for (const [index, truth] of truths.entries()) {
    const [lower, upper] = intervals?.[index] ?? [Number.NaN, Number.NaN];
    if (lower <= truth && truth <= upper) coverage.held[index] = (coverage.held[index] ?? 0) + 1;
  }
}

/**
 * Holds each share of intervals with the truth inside against the level, give or take three binomial standard errors.
 *
 * All quantities of a run count as intervals of their own; beside them, the quantity held least and most often.
 */
export function coverageTable(coverages: readonly Coverage[]): BenchResult {
  const rows = coverages.map(({ name, runs, held, mayBeHigher = false }) => {
    const count = runs * held.length;
    const share = held.reduce((sum, value) => sum + value, 0) / count;
    const margin = 3 * Math.sqrt((level * (1 - level)) / count);
    const [least, most] = [Math.min(...held) / runs, Math.max(...held) / runs];
    const highest = mayBeHigher ? 1 : Math.min(1, level + margin);
    const each = held.length === 1 ? "" : `${decimals(least)} to ${decimals(most)}`;
    return {
      cells: [
        name,
        String(count),
        decimals(share),
        `${decimals(level - margin)} to ${decimals(highest)}`,
        each,
      ],
      isMet: share >= level - margin && share <= highest,
    };
  });
  const head = ["", "intervals", "held", "bar", "single items"];
  const lines = [head, ...rows.map(({ cells }) => cells)].map(
    ([name = "", count = "", share = "", bar = "", each = ""]) =>
      `  ${name.padEnd(38)}${count.padStart(9)}${share.padStart(8)}  ${bar.padEnd(16)}${each}`.trimEnd(),
  );
  return { table: lines.join("\n"), isMet: rows.every(({ isMet }) => isMet) };
}

function decimals(share: number): string {
  return share.toFixed(3);
}
