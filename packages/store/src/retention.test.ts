import { randomUUID } from "node:crypto";
import { Closed, type Codebook, Invalid, textHash } from "@mehrwert/study";
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

const quotation = "nur Ihnen erzählt";
const spoken = `E1: Das habe ich ${quotation}.`;
const codebook: Codebook = {
  ...{ slug: "small", version: "1.0.0", languages: ["de", "en"] },
  title: { de: "Klein", en: "Small" },
  codes: [{ id: "A", label: { de: "A", en: "A" }, origin: "deductive" }],
};

/** A project with a transcript, a coding and a memo that quotes it. */
async function codedInterview(study: string, project: string) {
  const at = new Date("2027-06-01T10:00:00.000Z");
  const by = { person: { id: "id-of-ada", name: "Ada" }, at };
  const [place, id] = [{ study, project }, randomUUID()];
  const begun = { ...place, id: randomUUID(), title: "T", isSynthetic: false, codebook };
  await store.coding.createProject({ ...begun, createdAt: at });
  await store.coding.addTranscript(place, {
    ...{ ...by, id: randomUUID(), text: spoken },
    change: {
      kind: "document-added",
      transcript: {
        ...{ document: "E1", version: 1, hash: await textHash(spoken) },
        ...{ length: [...spoken].length, speakers: ["E1"] },
        source: { format: "txt", encoding: "UTF-8" },
      },
    },
  });
  const excerpt = { document: "E1", version: 1, start: 4, end: 12 };
  const coding = {
    ...{ id, excerpt, code: "A", coder: "ada" },
    origin: { kind: "by-hand" as const },
  };
  const memo = { memo: randomUUID(), about: { kind: "coding" as const, coding: id }, text: spoken };
  const changes = [
    { kind: "coding-added" as const, coding },
    { kind: "memo-written" as const, ...memo },
  ].map((change) => ({ id: randomUUID(), change }));
  const added = { ...by, isPlanner: false, run: randomUUID(), changes };
  expect(await store.coding.append(place, added)).toEqual({ shared: 0 });
}

/** How many rows each table of coding has of a study. */
async function rowsOfCoding(study: string) {
  const sql = connection(database.url);
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'coding' order by 1`;
  const counted = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await sql`select 1 from coding.${sql(name)} where study = ${study}`;
      return [name, rows.length] as const;
    }),
  );
  await sql.end();
  return Object.fromEntries(counted);
}

/** The tables of all schemas in which words stand. */
async function tablesQuoting(words: string) {
  const sql = connection(database.url);
  const tables = await sql<{ schema: string; name: string }[]>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`;
  const quoting = await Promise.all(
    tables.map(async ({ schema, name }) => {
      const rows = await sql`
        select 1 from ${sql(schema)}.${sql(name)} t where position(${words} in t::text) > 0`;
      return rows.length > 0 ? [`${schema}.${name}`] : [];
    }),
  );
  await sql.end();
  return quoting.flat().sort();
}

const none = { coder: 0, event: 0, project: 0, transcript: 0 };
const some = { coder: 1, event: 3, project: 1, transcript: 1 };

test("on that day a study's interviews go from every table, those of other studies stay", async () => {
  const retentionDate = "2027-12-31";
  const going = ["answered-too", "interviews-only", "never-opened"];
  const staying = ["later", "without-date"];
  const status = "planned";
  await store.createStudy({ ...exampleStudy, slug: "answered-too", retentionDate });
  await store.saveSurveyResponse("answered-too", someResponse());
  await store.createStudy({ ...exampleStudy, slug: "interviews-only", retentionDate });
  await store.createStudy({ ...exampleStudy, slug: "never-opened", retentionDate, status });
  await store.createStudy({ ...exampleStudy, slug: "later", retentionDate: "2028-12-31" });
  await store.createStudy({ ...exampleStudy, slug: "without-date" });
  for (const slug of [...going, ...staying]) await codedInterview(slug, "p");
  await codedInterview("interviews-only", "q");
  expect(await tablesQuoting(quotation)).toEqual(["coding.event", "coding.transcript"]);
  await store.deleteExpiredResponses(retentionDate);
  for (const slug of ["answered-too", "never-opened"])
    expect(await rowsOfCoding(slug)).toEqual(some);
  const entry = { study: "answered-too", day: "2028-01-01", responses: 1 };
  expect(await store.deleteExpiredResponses("2028-01-01")).toEqual([entry]);
  for (const slug of going) {
    expect(await rowsOfCoding(slug)).toEqual(none);
    expect(await store.coding.projects(slug)).toEqual([]);
  }
  for (const slug of staying) expect(await rowsOfCoding(slug)).toEqual(some);
  expect((await store.study("never-opened")).status).toBe("planned");
  expect((await store.study("interviews-only")).status).toBe("closed");
  await store.deleteExpiredResponses("2029-01-01");
  expect(await rowsOfCoding("later")).toEqual(none);
  await store.closeStudy("without-date");
  await store.deleteStudy({ study: "without-date", day: "2029-01-01" });
  expect(await tablesQuoting(quotation)).toEqual([]);
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
