import type { BenchResult } from "./main.ts";

/** One line of the table; with a bar, our median must not be above it. */
export type Line = { name: string; unit: string; bar?: number };

/** Medians of two tools beside each other, ours held against the bars. */
export function sideBySide(
  lines: readonly Line[],
  ours: readonly Readonly<Record<string, number>>[],
  theirs: readonly Readonly<Record<string, number>>[],
): BenchResult {
  const rows = lines.map(({ name, unit, bar }) => {
    const [own, other] = [ours, theirs].map((visits) =>
      median(visits.map((one) => one[name] ?? NaN)),
    );
    const cell = (value: number | undefined) =>
      `${value === undefined ? "" : shown(value)} ${unit}`;
    const cells = [name, cell(own), cell(other), bar === undefined ? "" : `<= ${bar} ${unit}`];
    return { cells, isMet: bar === undefined || (own ?? Number.POSITIVE_INFINITY) <= bar };
  });
  const head = ["", "Mehrwert", "stock SurveyJS", "bar"];
  const method = `medians of ${ours.length} visits, 4 x slower processor, 1.6 Mbit/s, 150 ms, empty cache`;
  const table = [head, ...rows.map(({ cells }) => cells)].map(
    ([name = "", own = "", other = "", bar = ""]) =>
      `  ${name.padEnd(42)}${own.padStart(12)}${other.padStart(17)}   ${bar}`.trimEnd(),
  );
  return { table: [...table, `  ${method}`].join("\n"), isMet: rows.every(({ isMet }) => isMet) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function shown(value: number): string {
  return value < 10 ? value.toFixed(3) : value.toFixed(0);
}
