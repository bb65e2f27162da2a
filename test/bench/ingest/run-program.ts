import { spawn } from "node:child_process";
import { once } from "node:events";
import { projectFolder } from "@mehrwert/api";

const program = (name: string) => `${projectFolder}/test/bench/ingest/${name}.ts`;

function started(name: string, args: readonly string[]) {
  return spawn(process.execPath, ["--import", "tsx", program(name), ...args], {
    cwd: projectFolder,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Runs a program of this folder to its end and gives what it wrote. @throws Error if it fails */
export async function outputOf(name: string, args: readonly string[]): Promise<string> {
  const child = started(name, args);
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
  return output;
}

/** Starts a program of this folder that serves, and waits until it says so. */
export async function serving(name: string, args: readonly string[]) {
  const child = started(name, args);
  await once(child.stdout, "data");
  const ended = once(child, "close");
  if (child.pid === undefined) throw new Error(`${name} could not be started`);
  return {
    pid: child.pid,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
