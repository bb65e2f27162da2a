import {
  Conflict,
  emptyFieldPlan,
  Invalid,
  lockedChanges,
  type PlannedStudy,
  type Study,
  type StudyFacts,
} from "@mehrwert/study";
import { eq } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import { newCodeSecret } from "./participation-code.ts";
import { studyNotFound, studyOf } from "./study.ts";
import {
  admissionKeyTable,
  fieldPlanTable,
  invitationTable,
  panelistTable,
  studyTable,
  surveyResponseTable,
} from "./tables.ts";

/** A study with its plan, as it was saved so many times, and what has happened to it. */
export type KeptPlan = PlannedStudy & { revision: number; facts: StudyFacts };

type Queries = Pick<Database, "select">;

/** @throws NotFound if there is no study of that name */
export function findPlan(database: Database, slug: string): Promise<KeptPlan> {
  return query("reading a plan", () => readPlan(database, slug));
}

/** Reads a plan; with `isHeld` nobody else changes the study until the transaction ends. */
export async function readPlan(queries: Queries, slug: string, isHeld = false): Promise<KeptPlan> {
  const asked = queries.select().from(studyTable).where(eq(studyTable.study, slug));
  const [row] = await (isHeld ? asked.for("update") : asked);
  if (row === undefined) throw studyNotFound(slug);
  const [kept] = await queries.select().from(fieldPlanTable).where(eq(fieldPlanTable.study, slug));
  const { plan = emptyFieldPlan, revision = 0 } = kept ?? {};
  return { study: studyOf(row), plan, revision, facts: await factsOf(queries, slug) };
}

/** Whether anybody was asked or has answered. */
async function factsOf(queries: Queries, slug: string): Promise<StudyFacts> {
  const exists = async (
    table: typeof invitationTable | typeof panelistTable | typeof surveyResponseTable,
  ) => {
    const rows = await queries
      .select({ study: table.study })
      .from(table)
      .where(eq(table.study, slug))
      .limit(1);
    return rows.length > 0;
  };
  return {
    isInvited: (await exists(invitationTable)) || (await exists(panelistTable)),
    hasResponses: await exists(surveyResponseTable),
  };
}

/**
 * Saves a changed plan over the revision that was read. What can no longer change, because of invitations, answers or the
 * stage of the study, is looked at again while nobody else can change it.
 *
 * @param after the plan as it should be; of the study, only what is planned is taken over, never its status or wave
 * @param privateKey of the study's credential key, where it is a fresh one
 * @throws Conflict if somebody else saved meanwhile
 * @throws Invalid if a change may no longer be made
 * @throws NotFound if there is no study of that name
 */
export function changePlan(
  database: Database,
  slug: string,
  {
    revision,
    after,
    privateKey,
  }: { revision: number; after: PlannedStudy; privateKey?: string | undefined },
): Promise<KeptPlan> {
  return query("changing a plan", () =>
    database.transaction(async (transaction) => {
      const before = await readPlan(transaction, slug, true);
      if (before.revision !== revision)
        throw new Conflict(`The plan of ${slug} was changed meanwhile.`);
      const { status, wave, lastDay, slug: _, isSimulated, earlierVersions } = before.study;
      const fixed = { status, wave, slug, isSimulated };
      const study: Study = {
        ...after.study,
        ...fixed,
        ...(lastDay && { lastDay }),
        ...(earlierVersions && { earlierVersions }),
      };
      const issues = lockedChanges(before, { study, plan: after.plan }, before.facts);
      if (issues.length > 0) throw new Invalid("a part of the plan is fixed", issues);
      await transaction
        .update(studyTable)
        .set(plannedColumns(study))
        .where(eq(studyTable.study, slug));
      await keepKeys(transaction, before.study, study, privateKey);
      const saved = { plan: after.plan, revision: revision + 1 };
      await transaction
        .insert(fieldPlanTable)
        .values({ study: slug, ...saved })
        .onConflictDoUpdate({ target: fieldPlanTable.study, set: saved });
      return { study, ...saved, facts: before.facts };
    }),
  );
}

/** What a plan decides of a study, with nothing where it decides nothing. */
function plannedColumns(study: Study) {
  return {
    title: study.title,
    instrumentSlug: study.instrumentSlug,
    instrumentVersion: study.instrumentVersion,
    definitionHash: study.definitionHash,
    mode: study.mode,
    credentialKey: study.credentialKey ?? null,
    codeSalt: study.codeSalt ?? null,
    assigned: study.assigned ?? null,
    languages: study.languages ?? null,
    minimumGroupSize: study.minimumGroupSize,
    retentionDate: study.retentionDate ?? null,
    finishingDays: study.finishingDays ?? null,
    groupedBy: study.groupedBy ?? null,
    informationSheet: study.informationSheet,
  };
}

/** Another mode has other keys; nobody was invited with the former ones, or the mode could not have changed. */
async function keepKeys(
  transaction: Pick<Database, "insert" | "delete">,
  before: Study,
  after: Study,
  privateKey: string | undefined,
): Promise<void> {
  const isSame =
    before.mode === after.mode &&
    before.credentialKey?.fingerprint === after.credentialKey?.fingerprint;
  if (isSame) return;
  if ((after.credentialKey === undefined) !== (privateKey === undefined))
    throw new RangeError("a study requires both of its credential keys or neither");
  await transaction.delete(admissionKeyTable).where(eq(admissionKeyTable.study, after.slug));
  if (after.mode === "open") return;
  await transaction
    .insert(admissionKeyTable)
    .values({ study: after.slug, codeSecret: newCodeSecret(), privateKey: privateKey ?? null });
}
