import { and, asc, eq, isNotNull, lt, ne, sql } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import {
  mailTroubleTable,
  outboxTable,
  undeliveredTable,
  visitCountTable,
} from "./fieldwork-tables.ts";
import { dropFrozenFiles } from "./frozen-dataset.ts";
import type { ParticipationLedger } from "./participation-ledger.ts";
import {
  admissionKeyTable,
  invitationTable,
  panelistTable,
  pilotCommentTable,
  pilotResponseTable,
  responseDraftTable,
  resultReleaseTable,
  retentionProtocolTable,
  studyTable,
  surveyResponseTable,
} from "./tables.ts";

/** How many responses of a study were deleted on a day because their time was over. */
export type RetentionEntry = { study: string; day: string; responses: number };

/**
 * Closes every study whose retention date lies before this day, deletes its responses with what was counted of them, drafts,
 * frozen datasets, pilot and everybody invited, and writes the protocol, each study in a transaction of its own. A study that is only planned has
 * nothing to delete yet.
 *
 * @param day today, `YYYY-MM-DD`
 * @returns what was deleted now; studies without responses are not listed
 */
export async function deleteExpiredResponses(
  database: Database,
  ledger: ParticipationLedger | undefined,
  day: string,
): Promise<RetentionEntry[]> {
  const { study, retentionDate, status } = studyTable;
  return query("deleting expired responses", async () => {
    const expired = await database
      .select({ study })
      .from(studyTable)
      .where(and(isNotNull(retentionDate), lt(retentionDate, day), ne(status, "planned")))
      .orderBy(asc(study));
    const entries: RetentionEntry[] = [];
    for (const { study: slug } of expired) {
      const responses = await deleteResponses(database, slug, day);
      await ledger?.remove(slug);
      if (responses > 0) entries.push({ study: slug, day, responses });
    }
    return entries;
  });
}

function deleteResponses(database: Database, study: string, day: string): Promise<number> {
  return database.transaction(async (transaction) => {
    // Closing first waits for responses still being stored, and keeps others out.
    await transaction
      .update(studyTable)
      .set({
        status: sql`case ${studyTable.status} when 'archived' then 'archived' else 'closed' end`,
      })
      .where(eq(studyTable.study, study));
    const gone = await transaction
      .delete(surveyResponseTable)
      .where(eq(surveyResponseTable.study, study))
      .returning({ id: surveyResponseTable.id });
    const ofPeople = [responseDraftTable, invitationTable, panelistTable, admissionKeyTable];
    // What a mail server said may name whom it would not reach.
    const ofMails = [outboxTable, undeliveredTable, mailTroubleTable];
    const ofPilot = [pilotResponseTable, pilotCommentTable];
    const ofAll = [visitCountTable, resultReleaseTable];
    for (const table of [...ofPeople, ...ofMails, ...ofPilot, ...ofAll])
      await transaction.delete(table).where(eq(table.study, study));
    await dropFrozenFiles(transaction, study);
    const responses = gone.length;
    if (responses === 0) return 0;
    const before = retentionProtocolTable.responses;
    await transaction
      .insert(retentionProtocolTable)
      .values({ study, day, responses })
      .onConflictDoUpdate({
        target: [retentionProtocolTable.study, retentionProtocolTable.day],
        set: { responses: sql`${before} + ${responses}` },
      });
    return responses;
  });
}

/** Every deletion of this kind, by study and day. */
export async function retentionProtocol(database: Database): Promise<RetentionEntry[]> {
  const { study, day } = retentionProtocolTable;
  return query("reading the retention protocol", () =>
    database.select().from(retentionProtocolTable).orderBy(asc(study), asc(day)),
  );
}
