import { Closed, Conflict, type Submission, type SurveyResponse, Withdrawn } from "@mehrwert/study";
import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { bodyHash } from "./body-hash.ts";
import { type Database, query } from "./database.ts";
import { deletedAmong, responseHash } from "./deletion.ts";
import { studyNotFound } from "./study.ts";
import { deletionTable, studyTable, surveyResponseTable } from "./tables.ts";

/** `already-stored`: the same response came before; sending twice stores once. */
export type Saved = "stored" | "already-stored";

type Queries = Pick<Database, "select" | "insert" | "execute">;

/**
 * Keeps one response, once. When this returns, the response is on disk.
 *
 * The insert itself looks whether the study is fielding and holds the study's row until it commits,
 * so that a study being closed and a response being stored wait for each other.
 * @throws NotFound if there is no such study
 * @throws Conflict if the id already stands for another response, of this study or any other
 * @throws Closed if the study is not fielding; a response stored before still answers `already-stored`
 * @throws Withdrawn if its participant has deleted it
 * @throws DatabaseFailure if the outcome is unknown: send again
 */
export async function saveSurveyResponse(
  database: Database,
  study: string,
  submission: Submission,
): Promise<Saved> {
  const row = rowOf(study, submission);
  return query("storing a survey response", async () => {
    if (await insertIfFielding(database, row)) return "stored";
    const stored = (await storedKeys(database, [row.id])).get(row.id);
    if (stored?.study !== study) throw await whyRefused(database, row, stored !== undefined);
    if (stored.hash !== row.bodyHash) throw otherResponse(row.id);
    return "already-stored";
  });
}

type Row = Submission & { study: string; bodyHash: string };

/** PostgreSQL returns a UUID in lower case, however it was sent. The receipt is no part of what was answered. */
function rowOf(study: string, { receiptHash, ...response }: Submission): Row {
  const kept = { ...response, id: response.id.toLowerCase() };
  const row = { study, ...kept, bodyHash: bodyHash(kept) };
  return receiptHash === undefined ? row : { ...row, receiptHash };
}

async function insertIfFielding(database: Database, row: Row): Promise<boolean> {
  const table = surveyResponseTable;
  const rows = await database.execute(sql`
    insert into ${table} (study, id, wave, instrument_slug, instrument_version, definition_hash,
                          language, answers, presentation, body_hash, last_page,
                          consent_hash, receipt_hash)
    select ${studyTable.study}, ${row.id}::uuid, ${row.wave}::integer,
           ${row.instrumentSlug}::text, ${row.instrumentVersion}::text,
           ${row.definitionHash}::text, ${row.language}::text,
           ${JSON.stringify(row.answers)}::jsonb, ${JSON.stringify(row.presentation)}::jsonb,
           ${row.bodyHash}::text, ${row.lastPage ?? null}::text,
           ${row.consentHash ?? null}::text, ${row.receiptHash ?? null}::text
    from ${studyTable}
    where ${studyTable.study} = ${row.study} and ${studyTable.status} = 'fielding'
      and not exists (select from ${deletionTable} as deleted
                      where deleted.study = ${row.study} and deleted.response_hash = ${responseHash(row.id)})
    for share
    on conflict do nothing
    returning id`);
  return rows.length === 1;
}

/**
 * Keeps many responses in one transaction: all or none.
 *
 * @throws the same as `saveSurveyResponse`
 */
export async function saveSurveyResponses(
  database: Database,
  study: string,
  responses: readonly SurveyResponse[],
): Promise<void> {
  await query("storing survey responses", () =>
    database.transaction(async (transaction) => {
      await holdFielding(transaction, study);
      const batchSize = 500;
      for (let start = 0; start < responses.length; start += batchSize)
        await insertBatch(transaction, study, responses.slice(start, start + batchSize));
    }),
  );
}

async function holdFielding(transaction: Queries, study: string): Promise<void> {
  const rows = await transaction
    .select({ status: studyTable.status })
    .from(studyTable)
    .where(eq(studyTable.study, study))
    .for("share");
  const row = rows[0];
  if (row === undefined) throw studyNotFound(study);
  if (row.status !== "fielding") throw closed(study);
}

async function insertBatch(
  transaction: Queries,
  study: string,
  responses: readonly SurveyResponse[],
): Promise<void> {
  const rows = responses.map((response) => rowOf(study, response));
  const ids = rows.map(({ id }) => id);
  if (await deletedAmong(transaction, study, ids)) throw withdrawn();
  await transaction.insert(surveyResponseTable).values(rows).onConflictDoNothing();
  const stored = await storedKeys(transaction, ids);
  for (const row of rows) {
    const key = stored.get(row.id);
    if (key?.study !== study || key.hash !== row.bodyHash) throw otherResponse(row.id);
  }
}

/** What stands under ids in the whole database: of which study, and the fingerprint of what was sent. */
async function storedKeys(
  queries: Queries,
  ids: readonly string[],
): Promise<Map<string, { study: string; hash: string }>> {
  const { study, id, bodyHash: hash } = surveyResponseTable;
  const rows = await queries
    .select({ study, id, hash })
    .from(surveyResponseTable)
    .where(inArray(id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

async function whyRefused(
  database: Database,
  { study, id }: Row,
  isTakenElsewhere: boolean,
): Promise<Error> {
  const rows = await database
    .select({ status: studyTable.status })
    .from(studyTable)
    .where(eq(studyTable.study, study));
  const row = rows[0];
  if (row === undefined) return studyNotFound(study);
  if (await deletedAmong(database, study, [id])) return withdrawn();
  return isTakenElsewhere && row.status === "fielding" ? otherResponse(id) : closed(study);
}

const closed = (study: string) => new Closed(`The study ${study} does not accept responses now.`);
const withdrawn = () => new Withdrawn("This response was withdrawn and is not stored again.");
const otherResponse = (id: string) =>
  new Conflict(`The id ${id} already stands for another response.`);

/** Every response of a study in the order of their random ids, which says nothing about when they came. */
export async function findSurveyResponses(
  database: Database,
  study: string,
): Promise<SurveyResponse[]> {
  const rows = await query("reading survey responses", () =>
    database
      .select()
      .from(surveyResponseTable)
      .where(eq(surveyResponseTable.study, study))
      .orderBy(asc(surveyResponseTable.id)),
  );
  return rows.map(
    ({ study: _, bodyHash: __, receiptHash: ___, lastPage, consentHash, ...response }) => ({
      ...response,
      ...(lastPage === null ? {} : { lastPage }),
      ...(consentHash === null ? {} : { consentHash }),
    }),
  );
}

/** Whether a stored response can be withdrawn with this receipt: the one that came with it when it was stored. */
export async function hasReceipt(
  database: Database,
  study: string,
  { id, receiptHash }: Pick<Submission, "id" | "receiptHash">,
): Promise<boolean> {
  if (receiptHash === undefined) return false;
  const table = surveyResponseTable;
  const rows = await query("looking for a receipt", () =>
    database
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.study, study), eq(table.id, id), eq(table.receiptHash, receiptHash))),
  );
  return rows.length > 0;
}

/** How many responses a study has. For display, see small-group rules in the privacy package. */
export async function countSurveyResponses(database: Database, study: string): Promise<number> {
  const rows = await query("counting survey responses", () =>
    database
      .select({ responses: count() })
      .from(surveyResponseTable)
      .where(eq(surveyResponseTable.study, study)),
  );
  return rows[0]?.responses ?? 0;
}
