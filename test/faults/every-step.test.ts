import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { seededRandom } from "@mehrwert/analysis";
import { newCredentialKeys } from "@mehrwert/api";
import { fromBase64url } from "@mehrwert/privacy";
import { openStore, type Store } from "@mehrwert/store";
import { type Study, type Submission, simulateAnswers } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder, testDatabase } from "../setup/database.ts";
import { killSpawned, spawnFixture } from "../setup/kept-postgres.ts";
import { valueDrivers } from "../setup/server.ts";
import { howOften } from "./how-often.ts";
import { codeOf, faultStudy } from "./load/fault-studies.ts";
import { blindedNumber, draftSave, responseTo } from "./load/writer.ts";

/** In the test two steps of each request, in the long run every one. */
const isEach = howOften({ inTest: 0, inLong: 1 }) === 1;
const mostSteps = 60;
const place = temporaryFolder();
const participationFolder = join(place.folder, "participation");
const deletionJournal = join(place.folder, "deletion-journal");
const random = seededRandom(2);
const instrument = valueDrivers();
const receipt = "ab".repeat(32);
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let studies: { open: Study; anonymous: Study; panel: Study };
let undisturbed: Awaited<ReturnType<typeof serveUntilStep>>;

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url, participationFolder, deletionJournal });
  const { credentialKey, privateKey } = await newCredentialKeys();
  studies = {
    open: await faultStudy("open"),
    anonymous: await faultStudy("anonymous", { mode: "anonymous", credentialKey }),
    panel: await faultStudy("panel", { mode: "confidential" }),
  };
  await store.createStudy(studies.open, instrument);
  await store.createStudy(studies.anonymous, instrument, privateKey);
  await store.createStudy(studies.panel, instrument);
  undisturbed = await serveUntilStep(0);
});
afterAll(async () => {
  await killSpawned();
  await store.close();
  await database.drop();
  place.remove();
});

/** A request, and what must hold of it whatever happened: it happened wholly or not at all. */
type Case = {
  path: string;
  body: unknown;
  /** Whether it happened; throws where it did by half. */
  hasHappened: () => Promise<boolean>;
};

async function draft(): Promise<Case> {
  const body = draftSave(randomUUID(), 1, random);
  return {
    path: "open/draft-saves",
    body,
    hasHappened: async () => {
      const found = await store.responseDraft("open", body.id);
      if (found.state === "open") expect(found.draft.sealed).toBe(body.sealed);
      return found.state === "open";
    },
  };
}

function submission(study: Study, id: string, more: Partial<Submission>): Submission {
  return { ...responseTo(study, id), ...simulateAnswers(instrument, random), ...more };
}

async function isStored(study: Study, { id, answers }: Submission): Promise<boolean> {
  const found = (await store.responses(study.slug)).filter((response) => response.id === id);
  for (const response of found) expect(response.answers).toEqual(answers);
  expect(found.length).toBeLessThan(2);
  return found.length === 1;
}

/** The response is there and what was unfinished is gone, or the other way round. */
async function response(): Promise<Case> {
  const begun = draftSave(randomUUID(), 1, random);
  await store.saveResponseDraft({ study: "open", save: begun, day: "2026-11-28" });
  const body = submission(studies.open, begun.id, { receiptHash: receipt });
  return {
    path: "open/responses",
    body,
    hasHappened: async () => {
      const isSent = await isStored(studies.open, body);
      const { state } = await store.responseDraft("open", begun.id);
      expect(state).toBe(isSent ? "sent" : "open");
      return isSent;
    },
  };
}

/** A response and whose it is are there together, or neither. */
async function panelResponse(): Promise<Case> {
  const of = { study: "panel", recipients: ["somebody"], codeOf };
  const [panelist] = await store.addPanelists(of);
  const body = submission(studies.panel, randomUUID(), {
    participationCode: panelist?.code ?? "",
  });
  return {
    path: "panel/responses",
    body,
    hasHappened: async () => {
      const isSent = await isStored(studies.panel, body);
      const whose = (await store.panelParticipants("panel")).get(body.id);
      expect(whose).toBe(isSent ? panelist?.participant : undefined);
      return isSent;
    },
  };
}

/** The invitation is free, or used up with this very request. */
async function credential(): Promise<Case> {
  const of = { study: "anonymous", recipients: [undefined], codeOf };
  const [invitation] = await store.invite(of);
  const code = invitation?.code ?? "";
  const blinded = blindedNumber(random);
  return {
    path: "anonymous/credentials",
    body: { participationCode: code, blinded },
    hasHappened: async () => {
      if (await store.isInvitationFree({ study: "anonymous", code })) return false;
      const mark = createHash("sha256")
        .update(fromBase64url(blinded) ?? "")
        .digest();
      const use = (asked: Uint8Array) =>
        store.useInvitation({ study: "anonymous", code, mark: asked });
      expect([await use(mark), await use(mark.reverse())]).toEqual([true, false]);
      return true;
    },
  };
}

/** The response is there; or it is gone, and table and journal both know. The next start ends what was begun. */
async function withdrawal(): Promise<Case> {
  const receiptHash = createHash("sha256").update(randomUUID()).digest("hex");
  const body = submission(studies.open, randomUUID(), { receiptHash });
  await store.saveSurveyResponse("open", body);
  const noted = createHash("sha256").update(body.id).digest("hex");
  return {
    path: "open/withdrawals",
    body: { receiptHash },
    hasHappened: async () => {
      await store.replayDeletions();
      const isGone = !(await isStored(studies.open, body));
      const journal = existsSync(deletionJournal) ? readFileSync(deletionJournal, "utf8") : "";
      expect(journal.includes(noted)).toBe(isGone);
      return isGone;
    },
  };
}

/** A server in a process of its own that dies at that step, or at none; `steps` grows with what it reaches. */
async function serveUntilStep(step: number | string) {
  const args = [database.url, participationFolder, deletionJournal, String(step)];
  const child = spawnFixture("serve-until-step", args);
  const ended = once(child, "close");
  const lines = createInterface({ input: child.stdout });
  const steps: string[] = [];
  const [url] = await once(lines, "line");
  lines.on("line", (line) => steps.push(line));
  return { url: String(url), steps, ended, end: () => child.kill("SIGKILL") };
}

async function sendTo(url: string, { path, body }: Case): Promise<number | undefined> {
  const reply = await fetch(`${url}/api/studies/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  return reply?.status;
}

/** With a step in the midst of each: the statement or the change of a file that makes it happen. */
const cases = [
  { name: "draft", make: draft, inTheMidst: "insert into response_draft" },
  { name: "response", make: response, inTheMidst: "insert into survey_response" },
  { name: "panelist's response", make: panelResponse, inTheMidst: "insert into panel_response" },
  { name: "credential", make: credential, inTheMidst: "ledger: syncing a mark" },
  { name: "withdrawal", make: withdrawal, inTheMidst: "journal: syncing a line" },
];

test.each(cases)(
  "a $name whose server is killed at any step has happened wholly or not at all, and sent again it has happened once",
  async ({ name, make, inTheMidst }) => {
    const happened: boolean[] = [];
    const reached: string[] = [];
    const steps = isEach
      ? Array.from({ length: mostSteps }, (_, at) => at + 1)
      : [inTheMidst, "reply made"];
    for (const step of steps) {
      const one = await make();
      const server = await serveUntilStep(step);
      const status = await sendTo(server.url, one);
      if (status !== undefined) {
        server.end();
        break;
      }
      await server.ended;
      reached.push(server.steps.at(-1) ?? "");
      happened.push(await one.hasHappened());
      expect(await sendTo(undisturbed.url, one)).toBeLessThan(300);
      expect(await one.hasHappened()).toBe(true);
    }
    console.info(
      `${name}: killed at ${reached.length} steps, there after ${happened.filter(Boolean).length}`,
    );
    // What is on disk at one step is there at every later one, and at the last.
    expect(happened).toEqual(happened.toSorted());
    expect(happened.at(-1)).toBe(true);
    expect(reached.at(-1)).toBe("reply made");
    if (isEach) expect(happened[0]).toBe(false);
    else expect(reached).toHaveLength(2);
  },
  600_000,
);
