import { Closed, Conflict, type Submission, Withdrawn } from "@mehrwert/study";
import { eq, inArray } from "drizzle-orm";
import type postgres from "postgres";
import type { BusyKeys } from "./busy-keys.ts";
import { type Database, query } from "./database.ts";
import { deletedAmong, responseHash } from "./deletion.ts";
import { type GivenResponse, givenResponse, isStoredAs } from "./given-response.ts";
import { GroupedWork } from "./grouped-work.ts";
import { studyNotFound } from "./study.ts";
import { studyTable, surveyResponseTable } from "./tables.ts";

/** `already-stored`: the same response came before; sending twice stores once. */
export type Saved = "stored" | "already-stored";

/**
 * Keeps responses, each once; many share a transaction. When a promise resolves, its response is on disk, its visit is
 * counted, and unfinished answers under its id are gone.
 *
 * The insert itself looks whether the study is fielding, or finishing and the response begun before, and holds the
 * study's row until it commits, so that a study being closed and a response being stored wait for each other.
 * @throws NotFound if there is no such study
 * @throws Conflict if the id already stands for another response, of this study or any other
 * @throws Closed if the study takes no more; a response stored before still answers `already-stored`
 * @throws Withdrawn if its participant has deleted it
 * @throws DatabaseFailure if the outcome is unknown: send again
 */
export function responseSaving(
  pool: postgres.Sql,
  database: Database,
  busyKeys: BusyKeys,
): (study: string, submission: Submission) => Promise<Saved> {
  const doing = "storing a survey response";
  const work = new GroupedWork<GivenResponse, Saved | Error>(doing, {
    busyKeys,
    keyOf: ({ response }) => response.id,
    run: (given) => query(doing, () => saveGroup(pool, database, given)),
  });
  return async (study, submission) => {
    const outcome = await work.add(givenResponse(study, submission));
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
}

async function saveGroup(
  pool: postgres.Sql,
  database: Database,
  given: readonly GivenResponse[],
): Promise<(Saved | Error)[]> {
  const stored = await insertIfTaken(pool, given);
  const others = given.filter(({ response }) => !stored.has(response.id));
  const known = others.length === 0 ? new Map() : await storedKeys(database, idsOf(others));
  return Promise.all(
    given.map(async (one): Promise<Saved | Error> => {
      const { id } = one.response;
      if (stored.has(id)) return "stored";
      const before = known.get(id);
      if (before?.study !== one.study) return whyRefused(database, one, before !== undefined);
      return (await isStoredAs(database, one, before)) ? "already-stored" : otherResponse(id);
    }),
  );
}

const idsOf = (given: readonly GivenResponse[]) => given.map(({ response }) => response.id);

/** One response as the statement reads it: the JSON that is there already, and what is kept beside it. */
function recordOf({ study, response, receiptHash, visit, json, bodyHash }: GivenResponse): string {
  const beside = { study, receiptHash, bodyHash, gone: responseHash(response.id), ...visit };
  return `${JSON.stringify(beside).slice(0, -1)},${json.slice(1)}`;
}

/**
 * Inserts what the studies take and counts their visits, in one statement, and gives the ids that were stored. Counts are
 * raised in one order, so that no two groups wait for each other.
 */
export async function insertIfTaken(
  pool: postgres.Sql | postgres.TransactionSql,
  responses: readonly GivenResponse[],
): Promise<Set<string>> {
  const records = `[${responses.map(recordOf).join(",")}]`;
  const stored = await pool<{ id: string }[]>`
    with given as (
      select * from jsonb_to_recordset(${records}::text::jsonb) as given
        (study text, id uuid, wave integer, "instrumentSlug" text, "instrumentVersion" text,
         "definitionHash" text, language text, answers jsonb, presentation jsonb,
         "bodyHash" text, "lastPage" text, "consentHash" text, "receiptHash" text, gone text,
         device text, minutes integer)
    ), taking as (
      select study, mode, status from study where study in (select study from given) for share
    ), stored as (
      insert into survey_response
             (study, mode, id, wave, instrument_slug, instrument_version, definition_hash,
              language, answers, presentation, body_hash, last_page, consent_hash, receipt_hash)
      select study, mode, given.id, wave, "instrumentSlug", "instrumentVersion", "definitionHash",
             language, answers, presentation, "bodyHash", "lastPage", "consentHash", "receiptHash"
      from given join taking using (study)
      where (status = 'fielding'
             or status = 'finishing' and exists (select from response_draft as begun
                                                 where begun.study = given.study and begun.id = given.id))
        and not exists (select from deletion as deleted
                        where deleted.study = given.study and deleted.response_hash = given.gone)
      on conflict do nothing
      returning study, id
    ), finished as (
      delete from response_draft using stored
      where response_draft.study = stored.study and response_draft.id = stored.id
    ), counted as (
      insert into visit_count as before (study, wave, device, minutes, responses)
      select study, wave, device, minutes, count(*) from stored join given using (study, id)
      where device is not null
      group by study, wave, device, minutes order by study, wave, device, minutes
      on conflict (study, wave, device, minutes)
      do update set responses = before.responses + excluded.responses
    )
    select id from stored`;
  return new Set(stored.map(({ id }) => id));
}

/** What stands under ids in the whole database: of which study, and the fingerprint of what was sent. */
export async function storedKeys(
  queries: Pick<Database, "select">,
  ids: readonly string[],
): Promise<Map<string, { study: string; hash: string }>> {
  const { study, id, bodyHash: hash } = surveyResponseTable;
  const rows = await queries
    .select({ study, id, hash })
    .from(surveyResponseTable)
    .where(inArray(id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Why a response that is not there was not stored. */
async function whyRefused(
  database: Database,
  { study, response: { id } }: GivenResponse,
  isTakenElsewhere: boolean,
): Promise<Error> {
  const rows = await database
    .select({ status: studyTable.status })
    .from(studyTable)
    .where(eq(studyTable.study, study));
  const row = rows[0];
  if (row === undefined) return studyNotFound(study);
  if (await deletedAmong(database, study, [id])) return withdrawn();
  const isTaking = row.status === "fielding" || row.status === "finishing";
  return isTakenElsewhere && isTaking ? otherResponse(id) : closed(study);
}

/** The refusals of a response. */
export const closed = (study: string) =>
  new Closed(`The study ${study} does not accept responses now.`);
export const withdrawn = () =>
  new Withdrawn("This response was withdrawn and is not stored again.");
export const otherResponse = (id: string) =>
  new Conflict(`The id ${id} already stands for another response.`);
