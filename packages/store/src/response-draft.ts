import { hash as digest } from "node:crypto";
import type { DraftSave, DraftSaved, ResponseDraft } from "@mehrwert/study";
import { and, eq, sql } from "drizzle-orm";
import type postgres from "postgres";
import type { BusyKeys } from "./busy-keys.ts";
import { type Database, query } from "./database.ts";
import { databaseErrorCode } from "./database-failure.ts";
import { responseHash } from "./deletion.ts";
import { GroupedWork } from "./grouped-work.ts";
import { responseDraftTable, surveyResponseTable } from "./tables.ts";

/** A save of a study's draft; `day`: today, `YYYY-MM-DD`, from which its deletion is reckoned. */
export type DraftToSave = { study: string; save: DraftSave; day: string };

/**
 * Saves drafts, many in one transaction: each is on disk when its promise resolves. A save is known by the response's id
 * and its revision; what it means that one is not stored says `DraftSaved`.
 */
export function draftSaving(
  pool: postgres.Sql,
  busyKeys: BusyKeys,
): (draft: DraftToSave) => Promise<DraftSaved> {
  const work = new GroupedWork<DraftToSave, DraftSaved>("saving a draft", {
    busyKeys,
    keyOf: ({ save }) => save.id.toLowerCase(),
    run: (drafts) => query("saving a draft", () => saveGroup(pool, drafts)),
  });
  return (draft) => work.add(draft);
}

type Row = ReturnType<typeof rowOf>;

function rowOf({ study, save, day }: DraftToSave) {
  const { revision, writer, basedOn, sealed, page = null } = save;
  const id = save.id.toLowerCase();
  const hash = digest("sha256", `${page ?? ""}\n${sealed}`);
  return { study, id, revision, writer, basedOn, sealed, page, day, hash, gone: responseHash(id) };
}

async function saveGroup(
  pool: postgres.Sql,
  drafts: readonly DraftToSave[],
): Promise<DraftSaved[]> {
  const rows = drafts.map(rowOf);
  const kept = await keep(pool, rows).catch((error) => {
    const isTakenElsewhere = databaseErrorCode(error) === "23505" && rows.length === 1;
    if (isTakenElsewhere) return new Set<string>();
    throw error;
  });
  const refused = rows.filter(({ id }) => !kept.has(id));
  const reasons = refused.length === 0 ? new Map() : await whyNotKept(pool, refused);
  return rows.map(({ id }) => (kept.has(id) ? "saved" : (reasons.get(id) ?? "conflict")));
}

/** Inserts or replaces in one statement, and notes which save it was. Gives the ids that were stored. */
async function keep(pool: postgres.Sql, rows: readonly Row[]): Promise<Set<string>> {
  const stored = await pool<{ id: string }[]>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as given
        (study text, id uuid, revision integer, writer uuid, "basedOn" integer, sealed text,
         page text, day date, hash text, gone text)
    ), kept as (
      insert into response_draft as draft
             (study, id, revision, writer, base_revision, sealed, page, day)
      select given.study, given.id, given.revision, given.writer, given."basedOn", given.sealed,
             given.page, given.day
      from given
      join study on study.study = given.study
      left join response_draft as before on before.study = given.study and before.id = given.id
      where (study.status = 'fielding' or study.status = 'finishing' and before.id is not null)
        and (given."basedOn" = 0 or before.id is not null)
        and not exists (select from survey_response where id = given.id)
        and not exists (select from deletion
                        where deletion.study = given.study and response_hash = given.gone)
      on conflict (study, id) do update
        set revision = excluded.revision, writer = excluded.writer, base_revision = excluded.base_revision,
            sealed = excluded.sealed, page = excluded.page, day = excluded.day
        where draft.revision < excluded.revision
          and (draft.writer = excluded.writer or draft.revision = excluded.base_revision)
          and not exists (select from draft_save as known
                          where known.study = excluded.study and known.id = excluded.id
                            and known.revision = excluded.revision)
      returning study, id, revision
    ), noted as (
      insert into draft_save (study, id, revision, body_hash)
      select kept.study, kept.id, kept.revision, given.hash from kept join given using (study, id)
    )
    select id from kept`;
  return new Set(stored.map(({ id }) => id));
}

async function whyNotKept(
  pool: postgres.Sql,
  rows: readonly Row[],
): Promise<Map<string, DraftSaved>> {
  const found = await pool<{ id: string; why: DraftSaved }[]>`
    select given.id,
      case
        when known.body_hash = given.hash then 'already-saved'
        when known.body_hash is not null then 'conflict'
        when response.id is not null then 'sent'
        when deleted.study is not null then 'withdrawn'
        when study.status not in ('fielding', 'finishing') then 'closed'
        when draft.id is null and given."basedOn" > 0 then 'gone'
        when draft.id is null and study.status = 'finishing' then 'closed'
        when draft.id is null then 'conflict'
        when draft.writer = given.writer then 'superseded'
        else 'continued-elsewhere'
      end as why
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as given
      (study text, id uuid, revision integer, writer uuid, "basedOn" integer, hash text, gone text)
    join study on study.study = given.study
    left join draft_save as known
      on known.study = given.study and known.id = given.id and known.revision = given.revision
    left join survey_response as response on response.study = given.study and response.id = given.id
    left join deletion as deleted
      on deleted.study = given.study and deleted.response_hash = given.gone
    left join response_draft as draft on draft.study = given.study and draft.id = given.id`;
  return new Map(found.map(({ id, why }) => [id, why]));
}

/** What the server has under an id: unfinished answers, a response that was sent, or nothing. */
export type FoundDraft = { state: "open"; draft: ResponseDraft } | { state: "sent" | "none" };

/** Looks for the draft of somebody who comes back. */
export async function findResponseDraft(
  database: Database,
  study: string,
  id: string,
): Promise<FoundDraft> {
  return query("reading a draft", async () => {
    const { study: ofStudy, id: ofResponse } = surveyResponseTable;
    const [sent] = await database
      .select({ id: ofResponse })
      .from(surveyResponseTable)
      .where(and(eq(ofStudy, study), eq(ofResponse, id)));
    if (sent !== undefined) return { state: "sent" };
    const [row] = await database.select().from(responseDraftTable).where(isDraft(study, id));
    if (row === undefined) return { state: "none" };
    const { revision, writer, sealed, page } = row;
    const draft = { id: row.id, revision, writer, sealed };
    return { state: "open", draft: page === null ? draft : { ...draft, page } };
  });
}

const isDraft = (study: string, id: string) =>
  and(eq(responseDraftTable.study, study), eq(responseDraftTable.id, id));

/** Deletes unfinished answers for good. False if there were none. */
export async function deleteResponseDraft(
  database: Database,
  study: string,
  id: string,
): Promise<boolean> {
  const gone = await query("deleting a draft", () =>
    database
      .delete(responseDraftTable)
      .where(isDraft(study, id))
      .returning({ id: responseDraftTable.id }),
  );
  return gone.length > 0;
}

/**
 * Deletes the drafts nobody has changed for so many days, those of closed studies, and any whose response is there: two
 * servers on one database do not wait for each other.
 *
 * @param day today, `YYYY-MM-DD`
 * @returns how many were deleted
 */
export async function deleteExpiredDrafts(
  database: Database,
  day: string,
  days: number,
): Promise<number> {
  const gone = await query("deleting expired drafts", () =>
    database.execute(sql`
      delete from response_draft using study
      where study.study = response_draft.study
        and (study.status in ('closed', 'archived') or response_draft.day < ${day}::date - ${days}::integer
             or exists (select from survey_response as sent
                        where sent.study = response_draft.study and sent.id = response_draft.id))
      returning response_draft.study`),
  );
  return gone.length;
}
