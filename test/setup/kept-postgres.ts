import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const projectFolder = fileURLToPath(new URL("../../", import.meta.url));

const spawned: ChildProcess[] = [];

/** What `test/fixtures/keep-postgres.ts` told, and the process itself. */
export type KeptPostgres = {
  child: ChildProcess;
  url?: string;
  adminUrl?: string;
  problem?: string;
  message?: string;
};

/** Starts an own PostgreSQL in another process, for tests that kill that process. */
export async function keepPostgres(dataFolder: string, uid?: number): Promise<KeptPostgres> {
  const child = spawnFixture("keep-postgres", [dataFolder], uid);
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { child, ...JSON.parse(String(line)) };
}

/** Runs a program from `test/fixtures` in a process of its own. */
export function spawnFixture(name: string, args: string[], uid?: number) {
  const program = `${projectFolder}test/fixtures/${name}.ts`;
  const child = spawn(process.execPath, ["--import", "tsx", program, ...args], {
    cwd: projectFolder,
    stdio: ["pipe", "pipe", "inherit"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  spawned.push(child);
  return child;
}

/** Kills whatever a failed test left running. */
export async function killSpawned(): Promise<void> {
  for (const child of spawned.splice(0)) await kill(child);
}

/** Kills a process as a power cut would, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
