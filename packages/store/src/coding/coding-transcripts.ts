import { NotFound } from "@mehrwert/study";
import { and, asc, eq } from "drizzle-orm";
import { transcriptTable as table } from "../coding-tables.ts";
import { type Database, query } from "../database.ts";
import { type CodingPlace, isOf } from "./coding-projects.ts";

/** One version of a transcript's text. */
export type StoredTranscript = { document: string; version: number; text: string };

/** @throws NotFound if there is no such version */
export async function codingTranscript(
  database: Database,
  place: CodingPlace,
  { document, version }: Omit<StoredTranscript, "text">,
): Promise<StoredTranscript> {
  const rows = await query("reading a transcript", () =>
    database
      .select({ document: table.document, version: table.version, text: table.text })
      .from(table)
      .where(and(isOf(table, place), eq(table.document, document), eq(table.version, version))),
  );
  const row = rows[0];
  if (row === undefined) throw new NotFound(`There is no version ${version} of ${document}.`);
  return row;
}

/** All versions of all transcripts of a project, in order. */
export async function codingTranscripts(
  database: Database,
  place: CodingPlace,
): Promise<StoredTranscript[]> {
  return query("reading transcripts", () =>
    database
      .select({ document: table.document, version: table.version, text: table.text })
      .from(table)
      .where(isOf(table, place))
      .orderBy(asc(table.document), asc(table.version)),
  );
}
