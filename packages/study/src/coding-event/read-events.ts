import { error } from "../lint-instrument/issue.ts";
import { shapeIssues } from "../parse-instrument/shape.ts";
import type { Issue } from "../result.ts";
import { type CodingEvent, codingEventSchema } from "./schema.ts";

/** The events of one file, what is wrong with it, and whether its last line was cut off while it was being written. */
export type EventFile = { events: CodingEvent[]; issues: Issue[]; isCutOff: boolean };

/**
 * Reads a coder's event file: one JSON object per line.
 *
 * A last line without its line break was cut off by a crash, or is being written this moment; it was never acknowledged
 * and does not count. A line cut off earlier is followed by a `recovered` event. Any other line that cannot be read was
 * damaged, and the file is refused: leaving it out would lose what somebody did.
 * @param file its name, for places in messages (`events/anna.jsonl:17`)
 * @param linesBefore lines of the file that were read earlier, if this is what came after them
 */
export function readEventFile(text: string, file: string, linesBefore = 0): EventFile {
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  const isCutOff = lines.pop() !== "";
  const read = lines.map((line, at) => readLine(line, `${file}:${linesBefore + at + 1}`));
  const events: CodingEvent[] = [];
  const issues: Issue[] = [];
  for (const [at, line] of read.entries()) {
    if (line === undefined) continue;
    if ("event" in line) events.push(line.event);
    else if (!isRecovered(read[at + 1])) issues.push(...line.issues);
  }
  return { events, issues, isCutOff };
}

type Line = { event: CodingEvent } | { issues: Issue[] } | undefined;

function isRecovered(line: Line): boolean {
  return line !== undefined && "event" in line && line.event.change.kind === "recovered";
}

function readLine(line: string, place: string): Line {
  if (line.trim() === "") return undefined;
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { issues: [unreadable(place, line)] };
  }
  const parsed = codingEventSchema.safeParse(json);
  if (parsed.success) return { event: parsed.data };
  const [first] = codingEventIssues(json);
  if (first === undefined) return { issues: [unreadable(place, line)] };
  return { issues: [{ ...first, path: `${place} ${first.path}` }] };
}

/** What is wrong with an event; nothing if it may be written. */
export function codingEventIssues(json: unknown): Issue[] {
  const parsed = codingEventSchema.safeParse(json, { reportInput: true });
  return parsed.success ? [] : parsed.error.issues.flatMap(shapeIssues);
}

function unreadable(place: string, line: string): Issue {
  if (/^(<{7}|={7}|>{7})/.test(line)) {
    return error(
      place,
      [
        "Hier steht ein ungelöster Konflikt der Versionsverwaltung.",
        "There is an unresolved merge conflict here.",
      ],
      [
        "Behalten Sie alle Zeilen beider Seiten und entfernen Sie nur die Zeilen mit <<<<<<<, ======= und >>>>>>>.",
        "Keep all lines of both sides and remove only the lines with <<<<<<<, ======= and >>>>>>>.",
      ],
    );
  }
  return error(
    place,
    ["Die Zeile ist kein lesbares Ereignis.", "The line is no readable event."],
    [
      "Stellen Sie die Datei aus einer Sicherung oder der Versionsverwaltung wieder her.",
      "Restore the file from a backup or from version control.",
    ],
  );
}
