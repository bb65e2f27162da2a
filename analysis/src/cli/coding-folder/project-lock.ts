import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { badInput } from "../shell.ts";
import { folderLayout } from "./folder-layout.ts";

type Holder = { pid: number; host: string; person: string; since: string; token: string };

/** How long one process waits for another, which writes for milliseconds. */
const patienceMs = 20_000;

/**
 * Runs something while no other process writes to the project. A lock left by a process that was killed is taken over.
 *
 * The lock keeps decisions up to date and messages clear. Nothing is lost without it: event files are only appended to,
 * in single writes, and texts are never replaced.
 * @throws CommandFailure if another process holds it for too long, or the folder cannot be written
 */
export async function withProjectLock<T>(
  {
    folder,
    person,
    now,
    patience = patienceMs,
  }: {
    folder: string;
    person: string;
    now: () => Date;
    patience?: number;
  },
  work: () => Promise<T>,
): Promise<T> {
  const path = folderLayout.lock(folder);
  const since = now().toISOString();
  const mine: Holder = { pid: process.pid, host: hostname(), person, since, token: randomUUID() };
  await acquire(path, mine, patience);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/**
 * The lock appears with its content at once, as a link to a file of one's own: a process killed while it writes must not
 * leave a lock that says nobody's name.
 */
async function acquire(path: string, mine: Holder, patience: number): Promise<void> {
  const own = `${path}.${mine.pid}-${mine.token}`;
  const deadline = performance.now() + patience;
  try {
    await writeFile(own, JSON.stringify(mine), { flag: "wx" }).catch(cannotWrite);
    while (!(await linked(own, path))) {
      const text = await readFile(path, "utf8").catch(() => "");
      const holder = holderOf(text);
      if (holder !== undefined && isGone(holder)) {
        await takeAway(path, text);
        continue;
      }
      if (performance.now() > deadline) throw heldBy(path, holder);
      await new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 15));
    }
  } finally {
    await rm(own, { force: true });
  }
}

/** False if there is a lock already. */
async function linked(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    return cannotWrite(error);
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error ? error.code : undefined;

function cannotWrite(error: unknown): never {
  const code = codeOf(error) ?? error;
  throw badInput(
    `In das Projekt lässt sich nichts schreiben (${code}).`,
    `Nothing can be written to the project (${code}).`,
  );
}

/** Moves a dead lock aside; if it is a living one after all, because another was quicker, puts it back. */
async function takeAway(path: string, seen: string): Promise<void> {
  const aside = `${path}.stale-${process.pid}-${randomUUID()}`;
  const isMoved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  if (!isMoved) return;
  if ((await readFile(aside, "utf8").catch(() => "")) !== seen) {
    await link(aside, path).catch(() => {});
  }
  await rm(aside, { force: true });
}

/** Undefined where the lock went in the meantime, or is no lock of ours. */
function holderOf(text: string): Holder | undefined {
  try {
    const { pid, host, person, since, token } = JSON.parse(text);
    return {
      pid: Number(pid),
      host: `${host}`,
      person: `${person}`,
      since: `${since}`,
      token: `${token}`,
    };
  } catch {
    return undefined;
  }
}

function isGone({ pid, host }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

function heldBy(path: string, holder: Holder | undefined) {
  const { person = "?", pid = "?", host = "?", since = "?" } = holder ?? {};
  return badInput(
    `Das Projekt wird gerade von ${person} beschrieben (Prozess ${pid} auf ${host}, seit ${since}). Versuchen Sie es gleich noch einmal. Läuft dort nichts mehr, löschen Sie ${path}.`,
    `${person} is writing to the project (process ${pid} on ${host}, since ${since}). Try again in a moment. If nothing runs there any more, delete ${path}.`,
  );
}
