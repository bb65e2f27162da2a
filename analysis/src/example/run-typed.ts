import { runCommandLine } from "../cli/run-command-line.ts";

/** Runs a command with these words in a folder, and gives its exit code and what it wrote. */
export async function runTyped(
  words: readonly string[],
  folder: string,
  { env = {}, now = () => new Date() }: { env?: Record<string, string>; now?: () => Date } = {},
) {
  let [out, err] = ["", ""];
  const exitCode = await runCommandLine([...words], {
    env,
    cwd: folder,
    stdout: {
      write: (text: string) => {
        out += text;
      },
    },
    stderr: {
      write: (text: string) => {
        err += text;
      },
    },
    fetch,
    now,
    softwareVersion: "0.0.0",
  });
  return { exitCode, out, err };
}
