import { createHash, randomUUID } from "node:crypto";
import { readFileSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "@mehrwert/analysis";
import { createApp, createLog } from "@mehrwert/api";
import { openStore, type Store } from "@mehrwert/store";
import { problemSchema, type Study, simulateAnswers } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testAccounts } from "../setup/account.ts";
import { temporaryFolder, testDatabase } from "../setup/database.ts";
import { valueDrivers } from "../setup/server.ts";
import { canMakeDisk, makeSmallDisk, type SmallDisk } from "../setup/small-disk.ts";
import { codeOf, createFaultStudies } from "./load/fault-studies.ts";
import { blindedNumber, responseTo } from "./load/writer.ts";

/* The disk beside the database: the participation ledger and the deletion journal lie on one of their own. */
const random = seededRandom(9);
const { folder, remove } = temporaryFolder();
let small: SmallDisk;
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let studies: { open: Study; anonymous: Study; codes: string[] };
const files = () => ({
  participationFolder: join(small.folder, "participation"),
  deletionJournal: join(small.folder, "deletion-journal"),
});

beforeAll(async () => {
  if (!canMakeDisk) return;
  small = makeSmallDisk(join(folder, "disk"), 1);
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url, ...files() });
  studies = await createFaultStudies(store, 200);
});
afterAll(async () => {
  if (canMakeDisk) {
    await store.close();
    await database.drop();
    small.unmount();
  }
  remove();
});

async function post(path: string, body: unknown) {
  const app = createApp({
    store,
    accounts: testAccounts(store),
    instruments: new Map([["value-drivers/1.0.0", valueDrivers()]]),
    now: () => new Date(),
    log: createLog("silent"),
    webApps: { questionnaire: "/nowhere", console: "/nowhere" },
    softwareVersion: "0.0.0-test",
  });
  const reply = await app.request(`/api/studies/${path}?lang=de`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: reply.status, body: await reply.json() };
}

async function storedResponse(): Promise<{ id: string; receiptHash: string }> {
  const id = randomUUID();
  const receiptHash = createHash("sha256").update(id).digest("hex");
  const sent = { ...responseTo(studies.open, id), ...simulateAnswers(valueDrivers(), random) };
  await store.saveSurveyResponse("open", { ...sent, receiptHash });
  return { id, receiptHash };
}

const isThere = async (id: string) =>
  (await store.responses("open")).some((response) => response.id === id);

test.skipIf(!canMakeDisk)(
  "with the journal's disk full, a withdrawal is refused with a reason and deletes nothing; with room it succeeds, and the journal is whole",
  async () => {
    const first = await storedResponse();
    const withdraw = ({ receiptHash }: { receiptHash: string }) =>
      post("open/withdrawals", { receiptHash });
    expect((await withdraw(await storedResponse())).body).toEqual({ result: "deleted" });
    // The journal's last block takes a few lines more; then it needs another one.
    small.fill(0);
    const last = await storedResponse();
    const fillBlock = async () => {
      for (;;)
        await store.withdrawSurveyResponse({
          study: "open",
          receiptHash: (await storedResponse()).receiptHash,
          day: "2026-11-28",
        });
    };
    await expect(fillBlock()).rejects.toMatchObject({ code: "ENOSPC" });
    const refused = await withdraw(last);
    expect(statfsSync(small.folder).bavail).toBe(0);
    expect(refused.status).toBe(507);
    const { type, detail } = problemSchema.parse(refused.body);
    expect(type).toBe("/problems/storage-full");
    expect(detail).toContain("kein Speicherplatz mehr frei");
    for (const { id } of [first, last]) expect(await isThere(id)).toBe(true);

    small.makeRoom();
    for (const one of [first, last]) {
      expect((await withdraw(one)).body).toEqual({ result: "deleted" });
      expect(await isThere(one.id)).toBe(false);
    }
    const noted = readFileSync(files().deletionJournal, "utf8");
    for (const { id } of [first, last])
      expect(noted).toContain(createHash("sha256").update(id).digest("hex"));
    // A journal that cannot be read keeps a server from starting.
    const again = await openStore({ databaseUrl: database.url, ...files() });
    await again.close();
  },
);

test.skipIf(!canMakeDisk)(
  "with the ledger's disk full, everybody who is invited can begin, because a mark takes no room; nobody new is invited, and those who are stay what they were",
  async () => {
    small.fill(0);
    const [begun = "", waiting = ""] = studies.codes;
    const body = { participationCode: begun, blinded: blindedNumber(random) };
    expect((await post("anonymous/credentials", body)).status).toBe(200);
    const of = { study: "anonymous", recipients: Array(400).fill("somebody"), codeOf };
    await expect(store.invite(of)).rejects.toMatchObject({ code: "ENOSPC" });
    expect(await store.invitations({ study: "anonymous", codeOf })).toHaveLength(200);

    small.makeRoom();
    expect(await store.invite(of)).toHaveLength(400);
    const all = await store.invitations({ study: "anonymous", codeOf });
    expect(all).toHaveLength(600);
    expect(all.filter(({ hasBegun }) => hasBegun).map(({ code }) => code)).toEqual([begun]);
    const check = await post("anonymous/participation-checks", { participationCode: waiting });
    expect(check.body).toEqual({ isFree: true });
  },
);
