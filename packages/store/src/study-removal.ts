import { eq } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import { responseHash } from "./deletion.ts";
import { appendDeletions, type DeletionJournal } from "./deletion-journal.ts";
import { readPlan } from "./field-plan.ts";
import {
  mailingTable,
  mailRoundTable,
  mailTroubleTable,
  outboxTable,
  progressTable,
  undeliveredTable,
  visitCountTable,
} from "./fieldwork-tables.ts";
import type { ParticipationLedger } from "./participation-ledger.ts";
import { WrongStage } from "./study-stage.ts";
import {
  admissionKeyTable,
  consentTextTable,
  deletionTable,
  fieldPlanTable,
  frozenDatasetTable,
  instrumentDefinitionTable,
  invitationTable,
  panelistTable,
  panelResponseTable,
  pilotCommentTable,
  pilotKeyTable,
  pilotResponseTable,
  responseDraftTable,
  resultReleaseTable,
  retentionProtocolTable,
  studyTable,
  surveyResponseTable,
} from "./tables.ts";

/**
 * Every table about a study, those first that refer to others. `draft_save` goes with its draft; roles, keys of programs,
 * open invitations of researchers and coding projects go with the study.
 */
export const tablesOfStudy = [
  outboxTable,
  undeliveredTable,
  mailTroubleTable,
  mailRoundTable,
  mailingTable,
  progressTable,
  visitCountTable,
  panelResponseTable,
  panelistTable,
  invitationTable,
  admissionKeyTable,
  responseDraftTable,
  surveyResponseTable,
  consentTextTable,
  deletionTable,
  retentionProtocolTable,
  instrumentDefinitionTable,
  fieldPlanTable,
  pilotKeyTable,
  pilotResponseTable,
  pilotCommentTable,
  frozenDatasetTable,
  resultReleaseTable,
  studyTable,
];

/**
 * Deletes a study with everything that belongs to it. Each of its responses is noted in the deletion journal first, so
 * that an older copy of the database does not bring any of them back.
 *
 * @param day today, `YYYY-MM-DD`
 * @throws WrongStage while people can take part
 * @throws NotFound if there is no study of that name
 */
export async function deleteStudy(
  database: Database,
  {
    ledger,
    journal,
  }: { ledger: ParticipationLedger | undefined; journal: DeletionJournal | undefined },
  { study: slug, day }: { study: string; day: string },
): Promise<void> {
  await query("deleting a study", () =>
    database.transaction(async (transaction) => {
      const { status } = (await readPlan(transaction, slug, true)).study;
      if (status === "fielding" || status === "finishing")
        throw new WrongStage(`${slug} is ${status} and cannot be deleted`);
      const { id, study } = surveyResponseTable;
      const rows = await transaction
        .select({ id })
        .from(surveyResponseTable)
        .where(eq(study, slug));
      const gone = rows.map((row) => ({ study: slug, responseHash: responseHash(row.id), day }));
      if (journal !== undefined) await appendDeletions(journal, gone);
      for (const table of tablesOfStudy)
        await transaction.delete(table).where(eq(table.study, slug));
    }),
  );
  await ledger?.remove(slug);
}
