import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RankRows } from "./rank-rows.ts";

const choix = `
import sys, time, choix
rows = [list(map(int, line.split(","))) for line in open(sys.argv[1])]
data = [sorted(range(len(row)), key=lambda item: row[item]) for row in rows]
started = time.perf_counter()
choix.ilsr_rankings(len(rows[0]), data)
print((time.perf_counter() - started) * 1000)
`;

const plackettLuce = `
library(PlackettLuce)
rows <- as.matrix(read.csv(commandArgs(TRUE)[1], header = FALSE))
started <- proc.time()[["elapsed"]]
invisible(vcov(PlackettLuce(as.rankings(rows), npseudo = 0)))
cat((proc.time()[["elapsed"]] - started) * 1000, "\\n")
`;

const tools = [
  { name: "Python choix, ilsr_rankings, no errors", program: "python3", flag: "-c", script: choix },
  { name: "R PlackettLuce, with errors", program: "Rscript", flag: "-e", script: plackettLuce },
];

/** What other people's tools need for complete rankings, run once: a line each for those found on this machine. */
export function otherTools(rows: RankRows, what: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "mehrwert-bench-"));
  const file = join(folder, "ranks.csv");
  try {
    writeFileSync(file, rows.map((row) => row.join(",")).join("\n"));
    return tools.flatMap(({ name, program, flag, script }) => {
      const ran = spawnSync(program, [flag, script, file], { encoding: "utf8", timeout: 180_000 });
      const ms = Number.parseFloat(ran.stdout ?? "");
      if (ran.status !== 0 || !Number.isFinite(ms)) return [];
      return [`${what}, ${name}: ${Math.round(ms).toLocaleString("en-GB")} ms, one run`];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
