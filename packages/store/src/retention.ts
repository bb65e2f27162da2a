import { and, asc, eq, isNotNull, lt, sql } from "drizzle-orm";
import { codingProjectTable } from "./coding-tables.ts";
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
 * Closes every study whose retention date lies before this day, deletes its responses with what was counted of them,
 * drafts, frozen datasets, pilot, everybody invited and its coding projects with their transcripts, and writes the
 * protocol, each study in a transaction of its own. A study that is only planned stays so: all it can hold is interviews,
 * and these go.
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
  const isPast = and(isNotNull(retentionDate), lt(retentionDate, day));
  return query("deleting expired responses", async () => {
    const expired = await database
      .select({ study, status })
      .from(studyTable)
      .where(isPast)
      .orderBy(asc(study));
    const entries: RetentionEntry[] = [];
    for (const { study: slug, status: stage } of expired) {
      if (stage === "planned") {
        await deleteCodingProjects(database, slug);
        continue;
      }
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
    await deleteCodingProjects(transaction, study);
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

/** Coders, transcripts and events go with their project. */
async function deleteCodingProjects(database: Pick<Database, "delete">, study: string) {
  await database.delete(codingProjectTable).where(eq(codingProjectTable.study, study));
}

/** Every deletion of this kind, by study and day. */
export async function retentionProtocol(database: Database): Promise<RetentionEntry[]> {
  const { study, day } = retentionProtocolTable;
  return query("reading the retention protocol", () =>
    database.select().from(retentionProtocolTable).orderBy(asc(study), asc(day)),
  );
}
