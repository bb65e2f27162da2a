import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { type CodingEvent, type Issue, readEventFile } from "@mehrwert/study";
import { folderLayout } from "./folder-layout.ts";

type FileState = { bytes: number; events: CodingEvent[]; issues: Issue[]; lines: number };

/** The events of a project, read on from where they were read last time. */
export type EventReader = {
  /** Reads what has been added; tells whether anything was. */
  refresh: () => Promise<boolean>;
  events: () => CodingEvent[];
  /** Damaged lines, by file and line. */
  issues: () => Issue[];
  /** Whether a person's file ends in the middle of a line. */
  isCutOff: (person: string) => boolean;
};

/** A reader of all event files below a project's folder. Files only ever grow; one that shrank is read anew. */
export function eventReader(folder: string): EventReader {
  const files = new Map<string, FileState & { isCutOff: boolean }>();
  return {
    refresh: async () => {
      const names = await readdir(folderLayout.events(folder)).catch(() => []);
      let isNew = false;
      for (const name of names.filter((each) => each.endsWith(".jsonl")).sort()) {
        isNew = (await readOn(folder, name, files)) || isNew;
      }
      return isNew;
    },
    events: () => [...files.values()].flatMap(({ events }) => events),
    issues: () => [...files.values()].flatMap(({ issues }) => issues),
    isCutOff: (person) => files.get(`${person}.jsonl`)?.isCutOff ?? false,
  };
}

async function readOn(
  folder: string,
  name: string,
  files: Map<string, FileState & { isCutOff: boolean }>,
): Promise<boolean> {
  const before = files.get(name);
  const file = await open(join(folderLayout.events(folder), name), "r");
  try {
    const { size } = await file.stat();
    const from = before !== undefined && before.bytes <= size ? before : undefined;
    const start = from?.bytes ?? 0;
    if (from !== undefined && size === start) return false;
    const bytes = Buffer.alloc(size - start);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    const text = bytes.subarray(0, bytesRead);
    // Only whole lines are kept; the rest is read again next time.
    const whole = text.subarray(0, text.lastIndexOf(0x0a) + 1);
    const isCutOff = whole.length < text.length;
    const read = readEventFile(whole.toString("utf8"), `events/${name}`, from?.lines ?? 0);
    files.set(name, {
      bytes: start + whole.length,
      events: [...(from?.events ?? []), ...read.events],
      issues: [...(from?.issues ?? []), ...read.issues],
      lines: (from?.lines ?? 0) + whole.toString("utf8").split("\n").length - 1,
      isCutOff,
    });
    return read.events.length > 0;
  } finally {
    await file.close();
  }
}
