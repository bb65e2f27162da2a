import {
  type Instrument,
  Invalid,
  type Issue,
  isBeforeTheField,
  mayOpen,
  type StudyStatus,
  studyChecklist,
  waveToOpen,
} from "@mehrwert/study";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import { type KeptPlan, readPlan } from "./field-plan.ts";
import { mailTroubleTable, outboxTable, undeliveredTable } from "./fieldwork-tables.ts";
import type { ParticipationLedger } from "./participation-ledger.ts";
import { definitionText, finishStudy, versionOf } from "./study.ts";
import {
  admissionKeyTable,
  fieldPlanTable,
  frozenDatasetTable,
  instrumentDefinitionTable,
  invitationTable,
  panelistTable,
  pilotCommentTable,
  pilotKeyTable,
  pilotResponseTable,
  responseDraftTable,
  studyTable,
  surveyResponseTable,
} from "./tables.ts";

/** What is refused because the study is at another stage. */
export class WrongStage extends Error {
  override name = "WrongStage";
}

/**
 * Opens a wave: the first of a planned study, the next of a closed one, or once more the one that was closed last and is
 * not frozen yet. The answers of earlier waves stay; to the new one people are invited anew, with other codes.
 *
 * @param wave which one, so that opening twice opens once
 * @param today `YYYY-MM-DD`
 * @param instrument as the study names it; absent where the library has lost or changed it
 * @throws WrongStage if the study is at another stage, or this is not the wave that comes next
 * @throws Invalid with what the checklist misses
 * @throws NotFound if there is no study of that name
 */
export async function openWave(
  database: Database,
  slug: string,
  { wave, today, instrument }: { wave: number; today: string; instrument: Instrument | undefined },
): Promise<KeptPlan> {
  return query("opening a wave", () =>
    database.transaction(async (transaction) => {
      const before = await readPlan(transaction, slug, true);
      const { study } = before;
      const isAgain = study.status === "closed" && wave === study.wave;
      await requireStage(transaction, before, wave);
      if (!isAgain) refuseWhatIsMissing(before, { today, instrument });
      if (instrument === undefined) throw new WrongStage("the instrument is missing");
      const open = { status: "fielding" as const, wave, lastDay: null };
      await transaction.update(studyTable).set(open).where(eq(studyTable.study, slug));
      if (!isAgain)
        await transaction.delete(responseDraftTable).where(eq(responseDraftTable.study, slug));
      await transaction
        .insert(instrumentDefinitionTable)
        .values({ study: slug, ...versionOf(study), definition: definitionText(study, instrument) })
        .onConflictDoNothing();
      const { lastDay: _, ...rest } = study;
      return { ...before, study: { ...rest, status: "fielding" as const, wave } };
    }),
  );
}

type Transaction = Pick<Database, "select">;

async function requireStage(
  transaction: Transaction,
  { study }: KeptPlan,
  wave: number,
): Promise<void> {
  const { slug, status } = study;
  const isNext = isBeforeTheField(study) && wave === waveToOpen(study);
  if (isNext) return;
  if (status !== "closed" || wave !== study.wave)
    throw new WrongStage(`wave ${wave} of ${slug} cannot be opened`);
  if ((await frozenWaves(transaction, slug)).has(wave))
    throw new WrongStage(`wave ${wave} of ${slug} is frozen`);
}

function refuseWhatIsMissing(
  planned: KeptPlan,
  circumstances: { today: string; instrument: Instrument | undefined },
): void {
  const items = studyChecklist(planned, circumstances);
  if (mayOpen(items)) return;
  const issues = items
    .filter(({ state }) => state === "missing")
    .map(
      ({ path = "#", message, advice = message }): Issue => ({
        path,
        severity: "error",
        message,
        advice,
      }),
    );
  throw new Invalid("a study cannot be opened before its checklist is done", issues);
}

/** The waves whose dataset is frozen and still there. */
export async function frozenWaves(
  transaction: Transaction,
  slug: string,
): Promise<ReadonlySet<number>> {
  const { study, wave, file } = frozenDatasetTable;
  const rows = await transaction
    .select({ wave })
    .from(frozenDatasetTable)
    .where(and(eq(study, slug), isNotNull(file)));
  return new Set(rows.map((row) => row.wave));
}

/** Ends the fielding of a wave whose last day is past: who has begun may finish. Gives how many studies. */
export async function finishPastWaves(database: Database, today: string): Promise<number> {
  const { plan, study } = fieldPlanTable;
  const until = sql<string>`${plan} -> 'waves' -> (${studyTable.wave} - 1) ->> 'until'`;
  const rows = await query("looking for waves that are past", () =>
    database
      .select({ slug: studyTable.study, until })
      .from(studyTable)
      .innerJoin(fieldPlanTable, eq(study, studyTable.study))
      .where(and(eq(studyTable.status, "fielding"), sql`${until} < ${today}`)),
  );
  for (const { slug, until: day } of rows) await finishStudy(database, slug, day);
  return rows.length;
}

/**
 * Closes a study now: nobody can take part any more, not even who has begun.
 *
 * @throws WrongStage unless it is fielding or finishing
 */
export async function closeStudy(database: Database, slug: string): Promise<KeptPlan> {
  return query("closing a study", () =>
    database.transaction(async (transaction) => {
      const before = await readPlan(transaction, slug, true);
      const { status } = before.study;
      if (status !== "fielding" && status !== "finishing")
        throw new WrongStage(`${slug} is ${status} and cannot be closed`);
      const closed = { status: "closed" as const };
      await transaction.update(studyTable).set(closed).where(eq(studyTable.study, slug));
      return { ...before, study: { ...before.study, ...closed } };
    }),
  );
}

/**
 * Archives a closed study whose waves are frozen: forgets who was invited, the keys, unfinished answers and the pilot.
 * Answers stay until the retention date; nothing of the study can change any more.
 *
 * @throws WrongStage unless it is closed and every wave with answers is frozen
 */
export async function archiveStudy(
  database: Database,
  ledger: ParticipationLedger | undefined,
  slug: string,
): Promise<KeptPlan> {
  const archived = await query("archiving a study", () =>
    database.transaction(async (transaction) => {
      const before = await readPlan(transaction, slug, true);
      const status: StudyStatus = "archived";
      if (before.study.status !== "closed")
        throw new WrongStage(`${slug} is ${before.study.status} and cannot be archived`);
      const { wave, study } = surveyResponseTable;
      const answered = await transaction
        .selectDistinct({ wave })
        .from(surveyResponseTable)
        .where(eq(study, slug));
      const frozen = await frozenWaves(transaction, slug);
      if (answered.some((each) => !frozen.has(each.wave)))
        throw new WrongStage(`${slug} has answers that are not frozen`);
      await forgetInvited(transaction, slug);
      await transaction.update(studyTable).set({ status }).where(eq(studyTable.study, slug));
      return { ...before, study: { ...before.study, status } };
    }),
  );
  await ledger?.remove(slug);
  return archived;
}

/** Deletes who was asked and how they get in, and what is unfinished; pseudonyms of answers stay. */
async function forgetInvited(
  transaction: Pick<Database, "delete" | "update">,
  slug: string,
): Promise<void> {
  const ofPeople = [responseDraftTable, invitationTable, admissionKeyTable];
  const ofMails = [outboxTable, undeliveredTable, mailTroubleTable];
  const ofPilot = [pilotKeyTable, pilotResponseTable, pilotCommentTable];
  for (const table of [...ofPeople, ...ofMails, ...ofPilot])
    await transaction.delete(table).where(eq(table.study, slug));
  await transaction
    .update(panelistTable)
    .set({ recipient: null, name: null, unit: null })
    .where(eq(panelistTable.study, slug));
}
