import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What a benchmark found: a table for people and whether every bar was met. */
export type BenchResult = { table: string; isMet: boolean };

const folder = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv[2] ?? "";
const files = readdirSync(folder).filter(
  (name) => name.endsWith(".bench.ts") && name.includes(wanted),
);

for (const name of files.sort()) {
  const { bench }: { bench: () => Promise<BenchResult> } = await import(`./${name}`);
  process.stdout.write(`${name.replace(".bench.ts", "")}\n`);
  const { table, isMet } = await bench();
  process.stdout.write(`${table}\n${isMet ? "PASS" : "FAIL"}\n\n`);
  if (!isMet) process.exitCode = 1;
}
