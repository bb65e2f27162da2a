import { checkAuditLog } from "@mehrwert/study";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { openStore, type Store } from "../store.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let database: Awaited<ReturnType<typeof testDatabase>>;
let stores: Store[];
let sql: postgres.Sql;
const now = new Date("2026-11-28T10:00:00.123Z");

beforeAll(async () => {
  database = await testDatabase();
  stores = [
    await openStore({ databaseUrl: database.url }),
    await openStore({ databaseUrl: database.url }),
  ];
  sql = postgres(database.url, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  for (const store of stores) await store.close();
  await database.drop();
});

async function wholeLog() {
  const entries = [];
  for await (const some of stores[0]?.accounts.wholeAuditLog() ?? []) entries.push(...some);
  return entries;
}

test("entries of two servers at the same time form one chain without gaps", async () => {
  const writing = Array.from({ length: 60 }, (_, at) =>
    stores[at % 2]?.accounts.appendAuditEntry(
      {
        action: "person.changed",
        person: { id: "1", name: "Ümläut \u2028 <b>" },
        study: "demo",
        details: { at, isDisabled: at % 3 === 0, whose: "\\u0000'\"" },
      },
      now,
    ),
  );
  await Promise.all(writing);
  const log = await wholeLog();
  expect(log.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
  expect(log[0]?.time).toBe("2026-11-28T10:00:00Z");
  const head = await stores[0]?.accounts.auditHead(now);
  expect(head).toEqual({ time: "2026-11-28T10:00:00Z", number: 60, hash: log.at(-1)?.hash });
  expect(await checkAuditLog(log, head ? [head] : [])).toEqual([]);
});

test.each([
  ["edit", "update accounts.audit_entry set hash = 'x'"],
  ["delete", "delete from accounts.audit_entry where number = 3"],
  ["truncate", "truncate accounts.audit_entry"],
])("the database refuses to %s what was written", async (_, statement) => {
  await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
  expect(await wholeLog()).toHaveLength(60);
});

test("who switches the trigger off and changes a row is found by the chain", async () => {
  await sql`alter table accounts.audit_entry disable trigger audit_entry_append_only`;
  await sql`update accounts.audit_entry set entry = jsonb_set(entry, '{study}', '"other"') where number = 7`;
  expect(await checkAuditLog(await wholeLog())).toEqual([{ number: 7, kind: "changed" }]);
});

test("pages are read from the newest back", async () => {
  const first = await stores[0]?.accounts.auditEntries({ limit: 25 });
  expect(first?.map(({ number }) => number).slice(0, 2)).toEqual([60, 59]);
  const next = await stores[0]?.accounts.auditEntries({ limit: 25, before: 36 });
  expect(next?.[0]?.number).toBe(35);
});
