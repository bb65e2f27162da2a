import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { type CodingChange, type CodingEvent, codingEventIssues } from "@mehrwert/study";
import { issueLine } from "../dataset-folder.ts";
import { badInput } from "../shell.ts";
import type { CodingFolder } from "./coding-folder.ts";
import { appendDurably } from "./durable-file.ts";
import { folderLayout } from "./folder-layout.ts";
import { withProjectLock } from "./project-lock.ts";

/** Who changes a project, and the clock. */
export type Author = { person: string; now: () => Date };

/**
 * Changes a project: decides on its newest state, while nobody else writes, and returns when every event is on disk.
 *
 * Several changes of one call form a run: they count together, and one undo takes them back.
 * @param decide what to change; what it throws changes nothing
 * @throws CommandFailure if another process holds the project for too long or the file cannot be written
 */
export async function changeProject(
  folder: CodingFolder,
  { person, now }: Author,
  decide: () => Promise<readonly CodingChange[]> | readonly CodingChange[],
): Promise<CodingEvent[]> {
  return withProjectLock({ folder: folder.path, person, now }, async () => {
    await folder.refresh();
    const changes = await decide();
    if (changes.length === 0) return [];
    const isCutOff = folder.reader.isCutOff(person);
    const events = stamped(folder, { person, now }, changes, isCutOff);
    requireReadable(events);
    const lines = events.map((event) => `${JSON.stringify(event)}\n`).join("");
    const file = folderLayout.eventFile(folder.path, person);
    try {
      await mkdir(folderLayout.events(folder.path), { recursive: true });
      await appendDurably(file, `${isCutOff ? "\n" : ""}${lines}`);
    } catch (error) {
      throw notWritten(file, error);
    }
    await folder.refresh();
    return events.filter(({ change }) => change.kind !== "recovered");
  });
}

function stamped(
  { reader }: CodingFolder,
  { person, now }: Author,
  changes: readonly CodingChange[],
  isCutOff: boolean,
): CodingEvent[] {
  const before = reader.events().reduce((most, { sequence }) => Math.max(most, sequence), 0);
  const run = changes.length > 1 ? { id: randomUUID(), size: changes.length } : undefined;
  const all: { change: CodingChange; run?: CodingEvent["run"] }[] = [
    ...(isCutOff ? [{ change: { kind: "recovered" as const } }] : []),
    ...changes.map((change) => ({ change, ...(run !== undefined && { run }) })),
  ];
  const at = now().toISOString();
  return all.map(({ change, run: own }, index) => ({
    sequence: before + 1 + index,
    id: randomUUID(),
    person,
    at,
    ...(own !== undefined && { run: own }),
    change,
  }));
}

/** What could not be read again must not be written: one bad line would close the whole project. */
function requireReadable(events: readonly CodingEvent[]): void {
  const issues = events.flatMap((event) => codingEventIssues(event));
  if (issues.length === 0) return;
  const lines = (language: "de" | "en") =>
    issues
      .slice(0, 5)
      .map((issue) => issueLine(issue, language))
      .join("\n");
  throw badInput(`Nichts wurde geändert:\n${lines("de")}`, `Nothing was changed:\n${lines("en")}`);
}

function notWritten(file: string, error: unknown) {
  const { message } = error instanceof Error ? error : { message: String(error) };
  return badInput(
    `${file} ließ sich nicht schreiben: ${message}. Nichts wurde geändert.`,
    `${file} could not be written: ${message}. Nothing was changed.`,
  );
}
