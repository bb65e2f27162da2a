import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seededRandom, simulatePlackettLuce } from "@mehrwert/statistics";
import type { BenchResult } from "./main.ts";

const rounds = 5;
const barSeconds = 6;
const barTimes = 3;
const items = 8;
const root = fileURLToPath(new URL("../../", import.meta.url));

/** One run of the command in a process of its own. */
type Run = { seconds: number; megabytes: number };

/**
 * 1,000,000 × 8 rankings from a CSV file to the whole HTML report, by the command that a person types, each run in a
 * new process. Memory: what the process ever held, less what the same command holds for 20 rankings, against the file.
 */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), "mehrwert-bench-"));
  try {
    const large = rankingsFile(folder, 1_000_000);
    const small = rankingsFile(folder, 20);
    const runs = Array.from({ length: rounds }, () => ({
      small: ranked(small, folder),
      large: ranked(large, folder),
    }));
    return table(runs, statSync(large).size / 2 ** 20);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function table(runs: readonly { small: Run; large: Run }[], fileMegabytes: number): BenchResult {
  const seconds = median(runs.map(({ large }) => large.seconds));
  const total = median(runs.map(({ large }) => large.megabytes));
  const idle = median(runs.map(({ small }) => small.megabytes));
  const times = (total - idle) / fileMegabytes;
  const line = (name: string, value: string, bar = "") =>
    `  ${name.padEnd(62)}${value.padStart(10)}  ${bar}`.trimEnd();
  return {
    table: [
      line(`1,000,000 x ${items}, CSV to HTML report`, `${seconds.toFixed(2)} s`, "<= 6 s"),
      line("the same with 20 rankings", `${median(secondsOf(runs)).toFixed(2)} s`),
      line("size of the file", `${fileMegabytes.toFixed(1)} MB`),
      line("most memory held, 1,000,000 rankings", `${total.toFixed(0)} MB`),
      line("most memory held, 20 rankings (Node and the program)", `${idle.toFixed(0)} MB`),
      line("growth as multiple of the file", times.toFixed(2), `<= ${barTimes}`),
      `  medians of ${rounds} runs, each a new process, Node ${process.versions.node}`,
    ].join("\n"),
    isMet: seconds <= barSeconds && times <= barTimes,
  };
}

function secondsOf(runs: readonly { small: Run }[]): number[] {
  return runs.map(({ small }) => small.seconds);
}

function ranked(file: string, folder: string): Run {
  // The process says at its end how much memory it ever held; that is in kilobytes on every system.
  const confession = `import{writeSync}from"node:fs";process.on("exit",()=>writeSync(2,"\\nmaxRSS "+process.resourceUsage().maxRSS))`;
  const command = ["rank", "--rankings", file, "--out", join(folder, "report.html"), "--force"];
  const started = performance.now();
  const run = spawnSync(
    process.execPath,
    [
      ...["--import", `data:text/javascript,${encodeURIComponent(confession)}`],
      ...["--import", "tsx", "analysis/src/cli/main.ts", ...command],
    ],
    { cwd: root, encoding: "utf8" },
  );
  const seconds = (performance.now() - started) / 1000;
  const kilobytes = Number(/maxRSS (\d+)\s*$/.exec(run.stderr)?.[1]);
  if (run.status !== 0 || !(kilobytes > 0)) throw new RangeError(run.stderr);
  return { seconds, megabytes: kilobytes / 1024 };
}

function rankingsFile(folder: string, n: number): string {
  const file = join(folder, `${n}.csv`);
  const logWorths = Array.from({ length: items }, (_, item) => -item / 3);
  const { ranks, rowCount } = simulatePlackettLuce({ logWorths, n, random: seededRandom(9) });
  writeFileSync(file, `${logWorths.map((_, item) => `item${item + 1}`).join(",")}\n`);
  const lines: string[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    lines.push(`${ranks.subarray(row * items, (row + 1) * items).join(",")}\n`);
    if (lines.length === 10_000 || row === rowCount - 1)
      appendFileSync(file, lines.splice(0).join(""));
  }
  return file;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
