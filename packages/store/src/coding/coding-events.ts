import {
  type CodingChange,
  type CodingEvent,
  codingEventSchema,
  seenBlindly,
} from "@mehrwert/study";
import { and, asc, eq, isNull, or } from "drizzle-orm";
import { coderTable, codingProjectTable, codingEventTable as table } from "../coding-tables.ts";
import { type Database, query } from "../database.ts";
import { type CodingPlace, isOf, required, type StoredCodingProject } from "./coding-projects.ts";

/** What somebody may see of a project's events: from a place in their own numbering on. */
export type SeenEvents = {
  phase: StoredCodingProject["phase"];
  /** What the reader is called as a coder; undefined before the first change. */
  coder: string | undefined;
  events: CodingEvent[];
};

type Row = typeof table.$inferSelect;

/**
 * The events that a person may see, after the first `since` of them.
 *
 * In the blind phase these are the shared ones and the person's own, numbered from 1 without gaps for each reader, so
 * that no number tells of what others do; after the release all, with their true numbers. Both are without gaps, so that
 * `since` is a number of events in either.
 * @throws NotFound if there is no such project
 */
export async function seenCodingEvents(
  database: Database,
  place: CodingPlace,
  { person, since }: { person: string; since: number },
): Promise<SeenEvents> {
  return query("reading coding events", async () => {
    const projects = await database
      .select({ phase: codingProjectTable.phase })
      .from(codingProjectTable)
      .where(isOf(codingProjectTable, place));
    const { phase } = required(projects[0], place);
    const coder = await coderOf(database, place, person);
    if (phase === "released") {
      const rows = await eventRows(database, place, undefined, since);
      return { phase, coder, events: rows.map(eventOf) };
    }
    const rows = await eventRows(database, place, { coder }, since);
    return { phase, coder, events: await blindEvents({ database, place, coder, since }, rows) };
  });
}

/** Every event of a project as it is, for the server itself; no reply may hold it before the release. */
export async function allCodingEvents(
  database: Database,
  place: CodingPlace,
): Promise<CodingEvent[]> {
  const rows = await query("reading coding events", () => eventRows(database, place, undefined, 0));
  return rows.map(eventOf);
}

/** What a person is called as a coder. */
export async function coderOf(
  database: Pick<Database, "select">,
  place: CodingPlace,
  person: string,
): Promise<string | undefined> {
  const rows = await database
    .select({ coder: coderTable.coder })
    .from(coderTable)
    .where(and(isOf(coderTable, place), eq(coderTable.person, person)));
  return rows[0]?.coder;
}

function eventRows(
  database: Database,
  place: CodingPlace,
  blind: { coder: string | undefined } | undefined,
  since: number,
): Promise<Row[]> {
  const seen =
    blind === undefined
      ? undefined
      : or(
          isNull(table.layer),
          blind.coder === undefined ? undefined : eq(table.layer, blind.coder),
        );
  return database
    .select()
    .from(table)
    .where(and(isOf(table, place), seen))
    .orderBy(asc(table.sequence))
    .offset(since);
}

async function blindEvents(
  of: { database: Database; place: CodingPlace; coder: string | undefined; since: number },
  rows: readonly Row[],
): Promise<CodingEvent[]> {
  const { database, place, coder, since } = of;
  const own = coder === undefined ? [] : await ownCodings(database, place, coder);
  const reader = { coder, ownCodings: new Set(own) };
  return rows.flatMap((row, at) => {
    const event = seenBlindly(eventOf(row), row.layer ?? undefined, reader);
    return event === undefined ? [] : [{ ...event, sequence: since + at + 1 }];
  });
}

async function ownCodings(
  database: Database,
  place: CodingPlace,
  coder: string,
): Promise<string[]> {
  const rows = await database
    .select({ makes: table.makes })
    .from(table)
    .where(and(isOf(table, place), eq(table.layer, coder), eq(table.kind, "coding-added")));
  return rows.flatMap(({ makes }) => (makes === null ? [] : [makes]));
}

/** A stored row as the event it is. */
export function eventOf(row: Row): CodingEvent {
  const { sequence, id, coder, at, runId, runSize, change } = row;
  return codingEventSchema.parse({
    ...{ sequence, id, person: coder, at: at.toISOString() },
    ...(runId !== null && runSize !== null && { run: { id: runId, size: runSize } }),
    change: JSON.parse(change),
  });
}

/** The coding or memo that a change makes; later changes name it. */
export function madeBy(change: CodingChange): string | null {
  if (change.kind === "coding-added") return change.coding.id;
  return change.kind === "memo-written" ? change.memo : null;
}
