import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { runCommandLine } from "./run-command-line.ts";

// `mehrwert rank | head` closes the pipe early; that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const { env } = process;
// pnpm starts scripts in the root of the repository and keeps the folder of the person in INIT_CWD.
const isPnpmScript = env.npm_lifecycle_event === "mehrwert" && env.INIT_CWD !== undefined;
const packageFile = new URL("../../package.json", import.meta.url);

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env,
  cwd: isPnpmScript ? resolve(env.INIT_CWD ?? ".") : process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  fetch,
  readLine: async () => {
    const lines = createInterface({ input: process.stdin });
    for await (const line of lines) return line;
    return "";
  },
  now: () => new Date(),
  softwareVersion: String(JSON.parse(readFileSync(packageFile, "utf8")).version),
});
