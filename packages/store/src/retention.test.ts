import { randomUUID } from "node:crypto";
import { Closed, Invalid } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connection, testDatabase } from "../../../test/setup/database.ts";
import { exampleResponse, exampleStudy } from "./example-study.ts";
import { openStore, type Store } from "./store.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let store: Store;
let database: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const someResponse = () => exampleResponse(randomUUID(), { "a-1": 1 });

test("responses are kept up to the retention date and deleted on the day after, with a protocol", async () => {
  const study = { ...exampleStudy, slug: "dated", retentionDate: "2027-12-31" };
  const other = { ...exampleStudy, slug: "undated" };
  for (const { slug } of [study, other]) {
    await store.createStudy(slug === "dated" ? study : other);
    for (let each = 0; each < 3; each += 1) await store.saveSurveyResponse(slug, someResponse());
  }
  expect(await store.study("dated")).toEqual(study);
  expect(await store.deleteExpiredResponses("2027-12-31")).toEqual([]);
  expect(await store.countResponses("dated")).toBe(3);
  const entry = { study: "dated", day: "2028-01-01", responses: 3 };
  expect(await store.deleteExpiredResponses("2028-01-01")).toEqual([entry]);
  expect(await store.countResponses("dated")).toBe(0);
  expect(await store.countResponses("undated")).toBe(3);
  expect(await store.deleteExpiredResponses("2028-01-02")).toEqual([]);
  expect(await store.retentionProtocol()).toEqual([entry]);
});

test("on that day nothing is left of whom mails were for, and what mail servers said of them", async () => {
  const slug = "mailed";
  const mode = "confidential";
  await store.createStudy({ ...exampleStudy, slug, mode, retentionDate: "2027-12-31" });
  const invitees = [1, 2, 3].map((n) => ({ address: `person-${n}@authority.example` }));
  const codeOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  await store.fieldwork.inviteByMail({ study: slug, invitees, day: "2027-06-01", codeOf });
  const mail = await store.fieldwork.nextMail({ study: slug, tried: [], codeOf });
  if (mail === undefined) throw new Error("no mail waits");
  const of = { recipient: mail.recipient, reason: "refused" } as const;
  await store.fieldwork.mailRefused(mail, of);
  await store.fieldwork.noteTrouble(slug, "450 try later, person-2@authority.example");
  await store.deleteExpiredResponses("2028-01-01");
  const sql = connection(database.url);
  const tables = await sql`select tablename from pg_tables where schemaname = 'public'`;
  const found = await Promise.all(
    tables.map(async ({ tablename }) => {
      const rows = await sql`
        select 1 from ${sql(tablename)} t where t::text like '%authority.example%'`;
      return { tablename, rows: rows.length };
    }),
  );
  await sql.end();
  expect(found.length).toBeGreaterThan(15);
  expect(found.filter(({ rows }) => rows > 0)).toEqual([]);
});

test("after its retention date a study takes no responses any more", async () => {
  expect((await store.study("dated")).status).toBe("closed");
  await expect(store.saveSurveyResponse("dated", someResponse())).rejects.toThrow(Closed);
});

test("a response comes back with the hash of its consent text, and only for a text that is kept", async () => {
  await store.createStudy({ ...exampleStudy, slug: "consented" });
  await store.keepConsentText("consented", "what was read");
  await store.keepConsentText("consented", "what was read");
  const [[consentHash = "", text] = []] = [...(await store.consentTexts("consented"))];
  expect(text).toBe("what was read");
  const response = { ...someResponse(), consentHash };
  await store.saveSurveyResponse("consented", response);
  expect(await store.responses("consented")).toEqual([response]);
  const unread = { ...someResponse(), consentHash: "0".repeat(64) };
  await expect(store.saveSurveyResponse("consented", unread)).rejects.toThrow();
});

test("a study without one of its texts for participants cannot be created", async () => {
  const informationSheet = { ...exampleStudy.informationSheet, rights: { de: " ", en: "Rights" } };
  const refused = store.createStudy({ ...exampleStudy, slug: "silent", informationSheet });
  await expect(refused).rejects.toThrow(Invalid);
  await expect(refused).rejects.toMatchObject({
    issues: [{ path: "#/informationSheet/rights/de" }],
  });
});
