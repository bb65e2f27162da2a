import { readdirSync, readlinkSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** Kills at once whatever works in a folder below this one: every process of a PostgreSQL server does. Linux only. */
export function killDatabaseIn(folder: string): void {
  for (const pid of processesIn(folder))
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Ended in the meantime.
    }
}

/** The same, and waits until the last of them is gone. */
export async function databaseKilledIn(folder: string): Promise<void> {
  killDatabaseIn(folder);
  while (processesIn(folder).length > 0) await wait(5);
}

/** The processes that work in a folder below this one. Linux only. */
export function processesIn(folder: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(`${folder}/`);
      } catch {
        return false;
      }
    })
    .map(Number);
}
