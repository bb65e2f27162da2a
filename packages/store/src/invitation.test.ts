import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Conflict, Invalid, NotFound, type Study } from "@mehrwert/study";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../test/setup/database.ts";
import { exampleResponse, exampleStudy } from "./example-study.ts";
import { openStore, type Store } from "./store.ts";
import { StoreUnavailable } from "./store-unavailable.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "mehrwert-ledger-"));
let store: Store;
let sql: postgres.Sql;
let database: Awaited<ReturnType<typeof testDatabase>>;
let studies = 0;

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url, participationFolder: folder });
  sql = postgres(database.url, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const codeOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const credentialKey = { spki: "key", fingerprint: "0".repeat(64) };

async function freshStudy(mode: Study["mode"]): Promise<string> {
  studies += 1;
  const slug = `study-${studies}`;
  const hasKey = mode === "anonymous";
  const study = { ...exampleStudy, slug, mode, ...(hasKey ? { credentialKey } : {}) };
  await store.createStudy(study, undefined, hasKey ? "private" : undefined);
  return slug;
}

const people = (count: number) =>
  Array.from({ length: count }, (_, n) => `person-${n}@example.org`);

test("every recipient gets a code of their own, the same one for a reminder, and the database keeps no code", async () => {
  const study = await freshStudy("anonymous");
  const made = await store.invite({ study, recipients: people(20), codeOf });
  expect(new Set(made.map(({ code }) => code)).size).toBe(20);
  const again = await store.invitations({ study, codeOf });
  const byRecipient = new Map(again.map(({ recipient, code }) => [recipient, code]));
  for (const { recipient, code } of made) expect(byRecipient.get(recipient)).toBe(code);
  const rows = await sql`select * from invitation where study = ${study}`;
  for (const { code } of made) expect(JSON.stringify(rows)).not.toContain(code);
  expect(await store.credentialPrivateKey(study)).toBe("private");
});

test("places in the ledger say nothing about the order of the list, also when people are invited later", async () => {
  const study = await freshStudy("anonymous");
  await store.invite({ study, recipients: people(60), codeOf });
  await store.invite({ study, recipients: people(40), codeOf });
  const rows = await sql<{ slot: number; recipient: string }[]>`
    select slot, recipient from invitation where study = ${study} order by ctid`;
  const slots = rows.map(({ slot }) => slot);
  expect(slots.toSorted((one, other) => one - other)).toEqual(
    Array.from({ length: 100 }, (_, n) => n),
  );
  expect(Math.max(...slots.slice(0, 60))).toBe(59);
  const rising = slots.filter((slot, at) => slot > (slots[at - 1] ?? -1)).length;
  expect(rising).toBeGreaterThan(30);
  expect(rising).toBeLessThan(70);
});

test("an invitation is used once; the same request again is granted again, another one is not", async () => {
  const study = await freshStudy("anonymous");
  const [mine, other] = await store.invite({ study, recipients: people(2), codeOf });
  const code = mine?.code ?? "";
  const [mark, another] = [randomBytes(32), randomBytes(32)];
  expect(await store.isInvitationFree({ study, code })).toBe(true);
  expect(await store.useInvitation({ study, code, mark })).toBe(true);
  expect(await store.useInvitation({ study, code, mark })).toBe(true);
  expect(await store.useInvitation({ study, code, mark: another })).toBe(false);
  expect(await store.isInvitationFree({ study, code })).toBe(false);
  expect(await store.isInvitationFree({ study, code: other?.code ?? "" })).toBe(true);
  expect(await store.isInvitationFree({ study, code: "no such code" })).toBe(false);
  expect(await store.useInvitation({ study, code: "no such code", mark })).toBe(false);
  const begun = (await store.invitations({ study, codeOf })).filter(({ hasBegun }) => hasBegun);
  expect(begun.map((one) => one.code)).toEqual([code]);
});

test("of many who use the same code at once, one is let in", async () => {
  const study = await freshStudy("anonymous");
  const [mine] = await store.invite({ study, recipients: [undefined], codeOf });
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () =>
      store.useInvitation({ study, code: mine?.code ?? "", mark: randomBytes(32) }),
    ),
  );
  expect(outcomes.filter(Boolean)).toHaveLength(1);
});

test("using an invitation leaves no trace in the database, and none but its mark in the ledger", async () => {
  const study = await freshStudy("anonymous");
  const made = await store.invite({ study, recipients: people(8), codeOf });
  const rows = () => sql`select xmin, ctid, * from invitation where study = ${study} order by ctid`;
  const files = () => readdirSync(folder).toSorted();
  const [before, filesBefore] = [await rows(), files()];
  const size = statSync(join(folder, `${study}.begun`)).size;
  const marks = made.map(() => randomBytes(32));
  for (const [at, { code }] of made.entries())
    await store.useInvitation({ study, code, mark: marks[at] ?? randomBytes(32) });
  expect(await rows()).toEqual(before);
  expect(files()).toEqual(filesBefore);
  const ledger = readFileSync(join(folder, `${study}.begun`));
  expect(ledger.length).toBe(size);
  for (const mark of marks) expect(ledger.includes(mark)).toBe(true);
});

test("looking for an invitation has nothing to mark on its page, not even the first time", async () => {
  const study = await freshStudy("anonymous");
  await store.invite({ study, recipients: people(8), codeOf });
  const [pages] = await sql`
    select relpages, relallvisible from pg_class where oid = 'invitation'::regclass`;
  expect(pages?.relpages).toBeGreaterThan(0);
  expect(pages?.relallvisible).toBe(pages?.relpages);
});

test("a ledger that is missing or cut short stops the start instead of letting everybody in again", async () => {
  const study = await freshStudy("anonymous");
  await store.invite({ study, recipients: people(3), codeOf });
  truncateSync(join(folder, `${study}.begun`), 40);
  const open = () => openStore({ databaseUrl: database.url, participationFolder: folder });
  await expect(open()).rejects.toThrow(StoreUnavailable);
  rmSync(join(folder, `${study}.begun`));
  await expect(open()).rejects.toThrow(StoreUnavailable);
  await sql`delete from invitation where study = ${study}`;
  await (await open()).close();
});

test("only a fielding study that admits by credential invites, and only where a ledger can be kept", async () => {
  const [open, ended] = [await freshStudy("open"), await freshStudy("anonymous")];
  const invite = (study: string) => store.invite({ study, recipients: [undefined], codeOf });
  await store.finishStudy(ended, "2026-11-28");
  await expect(invite(open)).rejects.toThrow(Invalid);
  await expect(invite(ended)).rejects.toThrow(Invalid);
  await expect(invite("nowhere")).rejects.toThrow(NotFound);
  const without = await openStore({ databaseUrl: database.url });
  const study = await freshStudy("anonymous");
  await expect(without.invite({ study, recipients: [undefined], codeOf })).rejects.toThrow(Invalid);
  expect(await without.invitations({ study, codeOf })).toEqual([]);
  await without.close();
  await expect(
    store.createStudy({ ...exampleStudy, slug: "half", mode: "anonymous", credentialKey }),
  ).rejects.toThrow(RangeError);
});

test("a panelist's response is kept with the pseudonym, one in each wave, and goes with its withdrawal", async () => {
  const study = await freshStudy("confidential");
  const [panelist, other] = await store.addPanelists({ study, recipients: people(2), codeOf });
  const participant = panelist?.participant ?? "";
  expect(await store.panelistWith({ study, code: panelist?.code ?? "" })).toBe(participant);
  expect(await store.panelistWith({ study, code: "no such code" })).toBeUndefined();
  const receiptHash = "5".repeat(64);
  const response = { ...exampleResponse(randomUUID(), { "a-1": 1 }), receiptHash };
  const of = { study, participant };
  expect(await store.savePanelResponse(of, response)).toBe("stored");
  expect(await store.savePanelResponse(of, response)).toBeUndefined();
  const second = exampleResponse(randomUUID(), { "a-1": 2 });
  await expect(store.savePanelResponse(of, second)).rejects.toThrow(Conflict);
  expect(await store.countResponses(study)).toBe(1);
  expect(await store.savePanelResponse(of, { ...second, wave: 2 })).toBe("stored");
  const theirs = { study, participant: other?.participant ?? "" };
  const third = exampleResponse(randomUUID(), { "a-1": 3 });
  expect(await store.savePanelResponse(theirs, third)).toBe("stored");
  const whose = await store.panelParticipants(study);
  expect(whose.get(response.id)).toBe(participant);
  expect(whose.get(third.id)).toBe(theirs.participant);
  await store.withdrawSurveyResponse({ study, receiptHash, day: "2026-11-28" });
  expect((await store.panelParticipants(study)).has(response.id)).toBe(false);
});

test("only confidential studies have a panel", async () => {
  for (const mode of ["open", "anonymous"] as const) {
    const study = await freshStudy(mode);
    await expect(store.addPanelists({ study, recipients: [undefined], codeOf })).rejects.toThrow(
      Invalid,
    );
  }
});
