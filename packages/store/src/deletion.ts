import { hash } from "node:crypto";
import { and, count, eq, inArray, sql } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import {
  appendDeletions,
  type Deletion,
  type DeletionJournal,
  keptDeletions,
} from "./deletion-journal.ts";
import { dropFrozenFiles } from "./frozen-dataset.ts";
import { deletionTable, studyTable, surveyResponseTable } from "./tables.ts";

type Queries = Pick<Database, "select" | "insert" | "delete" | "execute">;

/** What remains of a deleted response: SHA-256 of its random id, in hexadecimal. */
export function responseHash(id: string): string {
  return hash("sha256", id.toLowerCase());
}

/** Whether one of these responses of a study was deleted by its participant. */
export async function deletedAmong(
  queries: Pick<Database, "select">,
  study: string,
  ids: readonly string[],
): Promise<boolean> {
  const { study: ofStudy, responseHash: hash } = deletionTable;
  const rows = await queries
    .select({ hash })
    .from(deletionTable)
    .where(and(eq(ofStudy, study), inArray(hash, ids.map(responseHash))))
    .limit(1);
  return rows.length > 0;
}

/** How many responses of a study were withdrawn so far. */
export async function countDeletions(database: Database, study: string): Promise<number> {
  const rows = await query("counting deletions", () =>
    database
      .select({ deletions: count() })
      .from(deletionTable)
      .where(eq(deletionTable.study, study)),
  );
  return rows[0]?.deletions ?? 0;
}

/**
 * Deletes the response that a receipt belongs to. When this returns, it is gone from the database and noted in the
 * journal, first in the file, so that a crash in between is made good at the next start.
 *
 * @returns false if no response has this receipt, never had or has no longer
 */
export async function withdrawSurveyResponse(
  database: Database,
  { study, receiptHash, day }: { study: string; receiptHash: string; day: string },
  journal: DeletionJournal | undefined,
): Promise<boolean> {
  const { study: ofStudy, receiptHash: receipt, id } = surveyResponseTable;
  const isMeant = and(eq(ofStudy, study), eq(receipt, receiptHash));
  return query("withdrawing a survey response", async () => {
    const rows = await database.select({ id }).from(surveyResponseTable).where(isMeant);
    const deletions = rows.map((row) => ({ study, responseHash: responseHash(row.id), day }));
    if (deletions.length === 0) return false;
    if (journal !== undefined) await appendDeletions(journal, deletions);
    const isGone = await database.transaction(async (transaction) => {
      await transaction.insert(deletionTable).values(deletions).onConflictDoNothing();
      const gone = await transaction.delete(surveyResponseTable).where(isMeant).returning({ id });
      return gone.length > 0;
    });
    await deleteWhatCameMeanwhile(database, study, deletions);
    return isGone;
  });
}

/**
 * The same response sent again in this very moment may have looked for its deletion before it was there. It holds the
 * study's row until it is stored; whoever comes later finds the deletion. So does whoever freezes a dataset: files that
 * were frozen with the response in them go.
 */
async function deleteWhatCameMeanwhile(
  database: Database,
  study: string,
  deletions: readonly Deletion[],
): Promise<void> {
  const { study: ofStudy, id } = surveyResponseTable;
  const hashes = deletions.map((deletion) => deletion.responseHash);
  const hashOfId = sql`encode(sha256(convert_to(${id}::text, 'UTF8')), 'hex')`;
  await database.transaction(async (transaction) => {
    const { study: slug } = studyTable;
    await transaction.select({ slug }).from(studyTable).where(eq(slug, study)).for("update");
    await dropFrozenFiles(transaction, study);
    await transaction
      .delete(surveyResponseTable)
      .where(and(eq(ofStudy, study), inArray(hashOfId, hashes)));
  });
}

/**
 * Deletes again what was withdrawn before: after an older copy of the database came back. File and table then hold the
 * same deletions. Doing it twice changes nothing.
 *
 * @returns how many responses had come back
 * @throws StoreUnavailable if the journal's file cannot be read
 */
export async function replayDeletions(
  database: Database,
  journal: DeletionJournal | undefined,
): Promise<number> {
  const inFile = journal === undefined ? [] : await keptDeletions(journal.file);
  return query("replaying deletions", async () => {
    const table = await database.select().from(deletionTable);
    const known = new Set(inFile.map(({ responseHash: hash }) => hash));
    const missing = table.filter(({ responseHash: hash }) => !known.has(hash));
    if (journal !== undefined) await appendDeletions(journal, missing);
    return database.transaction(async (transaction) => {
      await noteDeletions(transaction, inFile);
      const gone = await transaction.execute(sql`
        delete from ${surveyResponseTable} as response using ${deletionTable} as deleted
        where deleted.study = response.study
          and deleted.response_hash = encode(sha256(convert_to(response.id::text, 'UTF8')), 'hex')
        returning response.study`);
      for (const study of new Set(gone.map((row) => String(row.study))))
        await dropFrozenFiles(transaction, study);
      return gone.length;
    });
  });
}

/** Deletions of studies this database does not know wait in the file. */
async function noteDeletions(transaction: Queries, deletions: readonly Deletion[]): Promise<void> {
  const rows = await transaction.select({ study: studyTable.study }).from(studyTable);
  const studies = new Set(rows.map(({ study }) => study));
  const ours = deletions.filter(({ study }) => studies.has(study));
  const batchSize = 1_000;
  for (let start = 0; start < ours.length; start += batchSize)
    await transaction
      .insert(deletionTable)
      .values(ours.slice(start, start + batchSize))
      .onConflictDoNothing();
}
