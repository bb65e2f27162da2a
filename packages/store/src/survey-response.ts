import type { Study, Submission, SurveyResponse } from "@mehrwert/study";
import { and, asc, count, eq, gt } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import { deletedAmong } from "./deletion.ts";
import { givenResponse, isStoredAs, responseOf } from "./given-response.ts";
import { studyNotFound } from "./study.ts";
import { closed, otherResponse, storedKeys, withdrawn } from "./survey-response-saving.ts";
import { studyTable, surveyResponseTable } from "./tables.ts";

type Queries = Pick<Database, "select" | "insert">;

/**
 * Keeps many responses in one transaction: all or none.
 *
 * @throws the same as saving one; only a fielding study takes them
 */
export async function saveSurveyResponses(
  database: Database,
  study: string,
  responses: readonly SurveyResponse[],
): Promise<void> {
  await query("storing survey responses", () =>
    database.transaction(async (transaction) => {
      const mode = await holdFielding(transaction, study);
      const batchSize = 500;
      for (let start = 0; start < responses.length; start += batchSize)
        await insertBatch(transaction, { study, mode }, responses.slice(start, start + batchSize));
    }),
  );
}

async function holdFielding(transaction: Queries, study: string): Promise<Study["mode"]> {
  const rows = await transaction
    .select({ status: studyTable.status, mode: studyTable.mode })
    .from(studyTable)
    .where(eq(studyTable.study, study))
    .for("share");
  const row = rows[0];
  if (row === undefined) throw studyNotFound(study);
  if (row.status !== "fielding") throw closed(study);
  return row.mode;
}

async function insertBatch(
  transaction: Queries,
  { study, mode }: { study: string; mode: Study["mode"] },
  responses: readonly SurveyResponse[],
): Promise<void> {
  const given = responses.map((response) => givenResponse(study, response));
  const ids = given.map(({ response }) => response.id);
  if (await deletedAmong(transaction, study, ids)) throw withdrawn();
  const rows = given.map(({ response, bodyHash }) => ({ study, mode, ...response, bodyHash }));
  await transaction.insert(surveyResponseTable).values(rows).onConflictDoNothing();
  const stored = await storedKeys(transaction, ids);
  for (const one of given) {
    const { id } = one.response;
    const key = stored.get(id);
    if (key?.study !== study || !(await isStoredAs(transaction, one, key))) throw otherResponse(id);
  }
}

/**
 * Every response of a study, or of one of its waves, in the order of their random ids, which says nothing about when they
 * came.
 */
export async function findSurveyResponses(
  database: Database,
  study: string,
  wave?: number,
): Promise<SurveyResponse[]> {
  const rows = await query("reading survey responses", () =>
    database
      .select()
      .from(surveyResponseTable)
      .where(ofWave(study, wave))
      .orderBy(asc(surveyResponseTable.id)),
  );
  return rows.map(responseOf);
}

/** Rows read at once where there may be very many. */
const portionSize = 500;

/**
 * Every response of one wave in the order of their random ids, some hundred at a time, so that neither memory nor other
 * work suffers. What is stored or withdrawn meanwhile may be among them or not.
 */
export async function* surveyResponsePortions(
  database: Database,
  { study, wave }: { study: string; wave: number },
): AsyncGenerator<SurveyResponse[]> {
  let last: string | undefined;
  for (;;) {
    const isLater = last === undefined ? undefined : gt(surveyResponseTable.id, last);
    const rows = await query("reading survey responses", () =>
      database
        .select()
        .from(surveyResponseTable)
        .where(and(ofWave(study, wave), isLater))
        .orderBy(asc(surveyResponseTable.id))
        .limit(portionSize),
    );
    if (rows.length > 0) yield rows.map(responseOf);
    if (rows.length < portionSize) return;
    last = rows.at(-1)?.id;
  }
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

const ofWave = (study: string, wave: number | undefined) =>
  and(
    eq(surveyResponseTable.study, study),
    wave === undefined ? undefined : eq(surveyResponseTable.wave, wave),
  );

/** How many responses a study has, or one of its waves. For display, see small-group rules in the privacy package. */
export async function countSurveyResponses(
  database: Database,
  study: string,
  wave?: number,
): Promise<number> {
  const rows = await query("counting survey responses", () =>
    database.select({ responses: count() }).from(surveyResponseTable).where(ofWave(study, wave)),
  );
  return rows[0]?.responses ?? 0;
}
