import { getTableName } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../test/setup/database.ts";
import { tablesOfStudy } from "./study-removal.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let sql: postgres.Sql;
let database: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  database = await testDatabase();
  sql = postgres(database.url, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

type Column = { place: string; type: string; default: string | null; position: number };

function columns(): Promise<Column[]> {
  return sql<Column[]>`
    select table_name || '.' || column_name as place, udt_name as type,
           column_default as default, ordinal_position as position
    from information_schema.columns where table_schema = 'public' order by table_name, position`;
}

/** What could tell who answered when or from where. */
function tellTales(found: readonly Column[]): string[] {
  const types = /^(timestamp|timestamptz|time|timetz|interval|inet|cidr|macaddr8?|xid8?|oid)$/;
  const names = /(_at|_on|time|clock|ip|address|agent|browser|host|email|serial|sequence)$/;
  return found
    .filter(({ place, type, default: initial }) => {
      const hasDefault = /nextval|now\(|current_|clock_|uuidv7|v1/.test(initial ?? "");
      return types.test(type) || names.test(place) || hasDefault;
    })
    .map(({ place }) => place);
}

test("no column tells when or from where somebody answered", async () => {
  expect(tellTales(await columns())).toEqual([]);
});

test("this test would notice times, running numbers and addresses", async () => {
  await sql`create table tell_tale (study text, number bigserial, sent timestamptz,
                                    peer inet, created_at date, id uuid default gen_random_uuid())`;
  expect(tellTales(await columns())).toEqual([
    "tell_tale.number",
    "tell_tale.sent",
    "tell_tale.peer",
    "tell_tale.created_at",
  ]);
  await sql`drop table tell_tale`;
});

/** Tables that belong to who was asked, and those of what was answered. */
const asked = ["invitation", "outbox", "undelivered"];
const answered = ["survey_response", "response_draft", "draft_save", "deletion", "visit_count"];

/** What everybody of a study, or of one of its waves, has in common. */
const sharedByAll = ["study", "mode", "wave"];

type Link = { from: string; to: string; columns: string };

/** What could tell in an anonymous study whose answers are whose: a column on both sides, or a chain of keys past the study. */
async function joins(): Promise<string[]> {
  const found = await columns();
  const of = (table: string) =>
    found
      .filter(({ place }) => place.startsWith(`${table}.`))
      .map(({ place }) => place.slice(table.length + 1));
  const shared = asked.flatMap((one) =>
    answered.flatMap((other) =>
      of(one)
        .filter((column) => of(other).includes(column) && !sharedByAll.includes(column))
        .map((column) => `${one}.${column} = ${other}.${column}`),
    ),
  );
  const links = await sql<Link[]>`
    select conrelid::regclass::text as from, confrelid::regclass::text as to,
           pg_get_constraintdef(oid) as columns
    from pg_constraint where contype = 'f'`;
  const neighbours = (table: string) =>
    links.flatMap(({ from, to }) => (from === table ? [to] : to === table ? [from] : []));
  const chains = asked.flatMap((one) => {
    const reached = new Set([one]);
    for (const table of reached)
      for (const next of neighbours(table)) if (next !== "study") reached.add(next);
    return answered.filter((other) => reached.has(other)).map((other) => `${one} → ${other}`);
  });
  const fine = found
    .filter(({ place }) => [...asked, ...answered].some((table) => place.startsWith(`${table}.`)))
    .filter(({ type }) => /^(timestamp|time|date|interval|inet|cidr|oid|xid)/.test(type))
    .filter(({ place }) => !["response_draft.day", "deletion.day"].includes(place))
    .map(({ place }) => place);
  return [...shared, ...chains, ...fine];
}

test("who was asked and what was answered share no key, no chain of keys, and no time", async () => {
  expect(await joins()).toEqual([]);
});

test.each([
  [
    "a shared column",
    "alter table invitation add column body_hash text",
    "alter table invitation drop column body_hash",
  ],
  [
    "a time",
    "alter table survey_response add column came timestamptz",
    "alter table survey_response drop column came",
  ],
  [
    "a day of the invitation",
    "alter table invitation add column begun date",
    "alter table invitation drop column begun",
  ],
  [
    "a time of sending",
    "alter table outbox add column sent timestamptz",
    "alter table outbox drop column sent",
  ],
  [
    "a chain of keys",
    `create table whose (study text, code_hash text, id uuid unique,
       foreign key (study, code_hash) references invitation, foreign key (study, id) references survey_response)`,
    "drop table whose",
  ],
])("this test would notice %s", async (_, make, unmake) => {
  await sql.unsafe(make);
  expect(await joins()).not.toEqual([]);
  await sql.unsafe(unmake);
});

test("what is counted of visits has nothing in common with a response but study and wave", async () => {
  const names = (table: string, found: readonly Column[]) =>
    found
      .filter(({ place }) => place.startsWith(`${table}.`))
      .map(({ place }) => place.slice(table.length + 1));
  const found = await columns();
  const counted = names("visit_count", found);
  expect(counted.toSorted()).toEqual(["device", "minutes", "responses", "study", "wave"]);
  const given = names("survey_response", found);
  expect(given.filter((column) => counted.includes(column)).toSorted()).toEqual(["study", "wave"]);
});

test("the mode of a study cannot change once anything refers to it, and no other mode can hold whose response is whose", async () => {
  const study = (slug: string, mode: string, key: string | null) => sql`
    insert into study (study, mode, credential_key, title, instrument_slug, instrument_version, definition_hash,
                       wave, status, is_simulated, minimum_group_size, information_sheet)
    values (${slug}, ${mode}, ${key}::text::jsonb, '{}', 'x', '1.0.0', 'x', 1, 'fielding', true, 10, '{}')`;
  const refused = { code: expect.stringMatching(/^23/) };
  await study("anonymous-one", "anonymous", "{}");
  await sql`update study set mode = 'pseudonymous' where study = 'anonymous-one'`;
  await sql`update study set mode = 'anonymous' where study = 'anonymous-one'`;
  await sql`insert into invitation values ('anonymous-one', 'anonymous', 'h', 0, null)`;
  for (const mode of ["pseudonymous", "confidential", "open"])
    await expect(
      sql`update study set mode = ${mode} where study = 'anonymous-one'`,
    ).rejects.toMatchObject(refused);
  const id = "3d594650-9dd1-4c8b-9b9f-27d3fbe4a0d1";
  for (const mode of ["anonymous", "confidential"])
    await expect(
      sql`insert into panelist values ('anonymous-one', ${mode}, ${id}, 'h', null)`,
    ).rejects.toMatchObject(refused);
  for (const mode of ["anonymous", "confidential"])
    await expect(
      sql`insert into panel_response values ('anonymous-one', ${mode}, ${id}, 1, ${id})`,
    ).rejects.toMatchObject(refused);
  await study("open-one", "open", null);
  await expect(
    sql`insert into invitation values ('open-one', 'open', 'h', 0, null)`,
  ).rejects.toMatchObject(refused);
  await expect(study("anonymous-two", "anonymous", null)).rejects.toMatchObject(refused);
  await expect(study("open-two", "open", "{}")).rejects.toMatchObject(refused);
  await expect(study("other", "nosuchmode", null)).rejects.toMatchObject(refused);
});

test("every table about a study begins with it, those of the library with the slug, feedback with an id", async () => {
  const first = (await columns()).filter(({ position }) => position === 1);
  expect(first.map(({ place }) => place)).toEqual([
    "accessibility_feedback.id",
    "admission_key.study",
    "consent_text.study",
    "deletion.study",
    "draft_save.study",
    "field_plan.study",
    "frozen_dataset.study",
    "instrument_definition.study",
    "invitation.study",
    "library_draft.slug",
    "library_instrument.slug",
    "mail_round.study",
    "mail_trouble.study",
    "mailing.study",
    "outbox.study",
    "panel_response.study",
    "panelist.study",
    "pilot_comment.study",
    "pilot_key.study",
    "pilot_response.study",
    "progress.study",
    "response_draft.study",
    "result_release.study",
    "retention_protocol.study",
    "study.study",
    "survey_response.study",
    "undelivered.study",
    "visit_count.study",
  ]);
});

test("whoever deletes a study deletes from every table about it", async () => {
  const first = (await columns()).filter(({ position }) => position === 1);
  const ofStudies = first
    .filter(({ place }) => place.endsWith(".study"))
    .map(({ place }) => place.replace(".study", ""));
  const deleted = tablesOfStudy.map((table) => getTableName(table));
  // Saves of a draft go with it.
  expect([...deleted, "draft_save"].toSorted()).toEqual(ofStudies.toSorted());
});

test("the id of a response is unique in the database, by an index on it alone", async () => {
  const unique = await sql`
    select indexdef from pg_indexes where tablename = 'survey_response' and indexdef like '%UNIQUE%(id)'`;
  expect(unique).toHaveLength(1);
});

test("there are no sequences, triggers or views beside the tables, but for the audit log's trigger", async () => {
  const others = await sql`
    select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname in ('public', 'accounts') and relkind not in ('r', 'i') or relname in
      (select relname from pg_trigger join pg_class on pg_class.oid = tgrelid where not tgisinternal)`;
  expect(others.map(({ relname }) => relname)).toEqual(["audit_entry"]);
});

test("accounts lie in a schema of their own, which touches the others at the study alone", async () => {
  const links = await sql<Link[]>`
    select conrelid::regclass::text as from, confrelid::regclass::text as to,
           pg_get_constraintdef(oid) as columns
    from pg_constraint where contype = 'f'`;
  const isAccounts = (table: string) => table.startsWith("accounts.");
  const across = links.filter(({ from, to }) => isAccounts(from) !== isAccounts(to));
  expect(across.map(({ from, to }) => `${from} → ${to}`).sort()).toEqual([
    "accounts.access_token → study",
    "accounts.one_time_link → study",
    "accounts.shared_study → study",
    "accounts.study_role → study",
  ]);
});

test("no column of the accounts can hold a network address or a program used", async () => {
  const found = await sql<{ place: string }[]>`
    select table_name || '.' || column_name as place from information_schema.columns
    where table_schema = 'accounts' and (udt_name ~ '^(inet|cidr|macaddr8?)$'
      or column_name ~ '(ip|ip_address|agent|browser|host|device)$')`;
  expect(found.map(({ place }) => place)).toEqual([]);
});
