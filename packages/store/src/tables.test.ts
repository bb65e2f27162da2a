import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../test/setup/database.ts";

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

test("every table about a study begins with it, those of the library with the slug, feedback with an id", async () => {
  const first = (await columns()).filter(({ position }) => position === 1);
  expect(first.map(({ place }) => place)).toEqual([
    "accessibility_feedback.id",
    "consent_text.study",
    "deletion.study",
    "instrument_definition.study",
    "library_draft.slug",
    "library_instrument.slug",
    "retention_protocol.study",
    "study.study",
    "survey_response.study",
  ]);
});

test("the id of a response is unique in the database, by an index on it alone", async () => {
  const unique = await sql`
    select indexdef from pg_indexes where tablename = 'survey_response' and indexdef like '%UNIQUE%(id)'`;
  expect(unique).toHaveLength(1);
});

test("there are no sequences, triggers or views beside the tables", async () => {
  const others = await sql`
    select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = 'public' and relkind not in ('r', 'i') or relname in
      (select relname from pg_trigger join pg_class on pg_class.oid = tgrelid where not tgisinternal)`;
  expect(others.map(({ relname }) => relname)).toEqual([]);
});
