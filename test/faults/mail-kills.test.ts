import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seededRandom } from "@mehrwert/analysis";
import { openStore, type Store } from "@mehrwert/store";
import { afterEach, beforeEach, expect, test } from "vitest";
import { codeOf, people, studyWithMails } from "../fixtures/mail-study.ts";
import { testDatabase } from "../setup/database.ts";
import { startSmtp, type TestSmtp } from "../setup/smtp.ts";

const worker = fileURLToPath(new URL("../fixtures/mail-worker.ts", import.meta.url));
const projectFolder = fileURLToPath(new URL("../..", import.meta.url));
const day = "2026-11-28";

let database: Awaited<ReturnType<typeof testDatabase>>;
let folder: string;
let store: Store;
let smtp: TestSmtp;

beforeEach(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "mehrwert-mails-"));
  store = await openStore({ databaseUrl: database.url, participationFolder: folder });
  smtp = await startSmtp();
});
afterEach(async () => {
  await smtp.stop();
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function startWorker(step = "", at = 1): ChildProcess {
  const place = [database.url, folder, String(smtp.port), step, String(at)];
  return spawn(process.execPath, ["--import", "tsx", worker, ...place], {
    cwd: projectFolder,
    stdio: ["ignore", "inherit", "inherit"],
  });
}

const ended = async (child: ChildProcess) => {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.signalCode ?? child.exitCode;
};

const invite = (count: number) =>
  store.fieldwork.inviteByMail({ study: "staff", invitees: people(count), day, codeOf });

/** How often each address got a mail, and whether any mail went under two ids. */
function counted() {
  const times = new Map<string, number>();
  for (const { to } of smtp.mails) times.set(to, (times.get(to) ?? 0) + 1);
  return { twice: [...times].filter(([, count]) => count > 1), reached: new Set(times.keys()) };
}

const state = () => store.fieldwork.mailState({ study: "staff", wave: 1 });

/** What the server does to the worker, and whether the mail in question has then arrived and is known to be uncertain. */
const kills: Record<
  string,
  {
    step?: string;
    at?: "sender" | "recipient" | "received" | "connects";
    arrives: boolean;
    isUncertain: boolean;
  }
> = {
  "after it took a mail out of the outbox": { step: "taken", arrives: true, isUncertain: false },
  "while it connects": { at: "connects", arrives: true, isUncertain: false },
  "while it names the sender": { at: "sender", arrives: true, isUncertain: false },
  "while it names the recipient": { at: "recipient", arrives: true, isUncertain: false },
  "when all but the last line has left": {
    step: "before hand-over",
    arrives: true,
    isUncertain: false,
  },
  "when it has noted the hand-over, before the last line": {
    step: "after hand-over",
    arrives: false,
    isUncertain: true,
  },
  "when the server has the mail and has not said so": {
    at: "received",
    arrives: true,
    isUncertain: true,
  },
  "when the server has said so, before that is noted": {
    step: "accepted",
    arrives: true,
    isUncertain: true,
  },
  "after it has noted that": { step: "noted", arrives: true, isUncertain: false },
};

test.each(Object.keys(kills))(
  "a worker killed %s: nobody gets a mail twice, and whose is unknown is told",
  async (name) => {
    const { step, at, arrives, isUncertain } = kills[name] ?? {
      arrives: false,
      isUncertain: false,
    };
    await studyWithMails(store);
    await invite(6);
    const child = startWorker(step, 3);
    let passed = 0;
    if (at !== undefined)
      smtp.behaviour[at] = () => {
        passed += 1;
        if (passed === (at === "connects" ? 1 : 3)) child.kill("SIGKILL");
      };
    expect(await ended(child)).toBe("SIGKILL");
    smtp.behaviour = {};
    expect(await ended(startWorker())).toBe(0);
    const { twice, reached } = counted();
    expect(twice).toEqual([]);
    const { waiting, uncertain } = await state();
    expect({ waiting, uncertain: uncertain.length }).toEqual({
      waiting: 0,
      uncertain: isUncertain ? 1 : 0,
    });
    const missed = people(6).filter(({ address }) => !reached.has(address));
    expect(missed.map(({ address }) => address)).toEqual(arrives ? [] : uncertain);
  },
  300_000,
);

test("ten kills at random moments of two workers at once: of 150 people nobody gets a mail twice, nobody is lost", async () => {
  await studyWithMails(store);
  await invite(150);
  const random = seededRandom(20261128);
  for (let kill = 0; kill < 10; kill += 1) {
    const before = smtp.mails.length;
    const wanted = before + 1 + Math.floor(random() * 10);
    const workers = [startWorker(), startWorker()];
    smtp.behaviour.received = () => {
      if (smtp.mails.length + 1 >= wanted) for (const one of workers) one.kill("SIGKILL");
    };
    await Promise.all(workers.map(ended));
  }
  smtp.behaviour = {};
  await Promise.all([startWorker(), startWorker()].map(ended));
  const { twice, reached } = counted();
  const { waiting, uncertain } = await state();
  console.info(
    `150 mails, 10 kills of two workers: ${reached.size} arrived, ${uncertain.length} uncertain`,
  );
  expect(twice).toEqual([]);
  expect(waiting).toBe(0);
  expect(uncertain.length).toBeLessThanOrEqual(10);
  const known = new Set([...reached, ...uncertain]);
  expect(people(150).filter(({ address }) => !known.has(address))).toEqual([]);
}, 900_000);
