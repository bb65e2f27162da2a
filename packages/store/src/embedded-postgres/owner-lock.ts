import { randomUUID } from "node:crypto";
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { isRunning, type ProcessIdentity, thisProcess } from "./process-identity.ts";

/** The right of one process to the data folder, held until it is released or the process ends. */
export type OwnerLock = { release(): void };

const ownerFile = /^owner\.(\d+)$/;
const released: ProcessIdentity = { pid: 0 };

/**
 * Makes this process the owner of a folder; `setting` is the variable that names another one.
 *
 * Owners are numbered files, and the highest number counts. The next number is taken by a hard link, which
 * the file system grants to one process only; a number is passed on only if its process no longer runs.
 * A live owner's file is never removed, and no time limit is involved.
 * @throws EmbeddedPostgresError `in-use` while another process, or this one, owns the folder
 */
export function takeOwnership(dataFolder: string, setting = "MEHRWERT_DATA"): OwnerLock {
  const folder = join(dataFolder, "owners");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (;;) {
    const latest = latestOwner(folder);
    const owner = latest === 0 ? released : readOwner(join(folder, `owner.${latest}`));
    if (owner === undefined) continue;
    if (owner.pid !== 0 && isRunning(owner)) throw inUse(dataFolder, owner.pid, setting);
    const mine = latest + 1;
    if (!claim(folder, mine)) continue;
    if (latestOwner(folder) !== mine) {
      rmSync(join(folder, `owner.${mine}`), { force: true });
      continue;
    }
    removeEarlier(folder, mine);
    return { release: () => replaceOwner(folder, mine, released) };
  }
}

function latestOwner(folder: string): number {
  const numbers = readdirSync(folder).map((name) => Number(ownerFile.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}

/** Undefined if a later owner has just tidied the file away. */
function readOwner(file: string): ProcessIdentity | undefined {
  try {
    const [pid, birth] = readFileSync(file, "utf8").split("\n");
    return { pid: Number(pid), birth: birth === "" ? undefined : birth };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function claim(folder: string, number: number): boolean {
  const draft = writeDraft(folder, thisProcess());
  try {
    linkSync(draft, join(folder, `owner.${number}`));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function replaceOwner(folder: string, number: number, owner: ProcessIdentity): void {
  renameSync(writeDraft(folder, owner), join(folder, `owner.${number}`));
}

function writeDraft(folder: string, { pid, birth }: ProcessIdentity): string {
  const draft = join(folder, `draft.${randomUUID()}`);
  writeFileSync(draft, `${pid}\n${birth ?? ""}`, { mode: 0o600 });
  return draft;
}

function removeEarlier(folder: string, mine: number): void {
  for (const name of readdirSync(folder)) {
    const number = Number(ownerFile.exec(name)?.[1] ?? mine);
    if (number < mine) rmSync(join(folder, name), { force: true });
  }
}

function inUse(folder: string, pid: number, setting: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError("in-use", {
    de: `Der Ordner ${folder} wird schon von einem laufenden Mehrwert benutzt (Prozess ${pid}). Beenden Sie es zuerst oder wählen Sie mit ${setting} einen anderen Ordner.`,
    en: `The folder ${folder} is already used by a running Mehrwert (process ${pid}). Stop it first or choose another folder with ${setting}.`,
  });
}
