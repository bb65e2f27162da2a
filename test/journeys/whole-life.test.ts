import { createHash } from "node:crypto";
import type { Store } from "@mehrwert/store";
import {
  buildDataset,
  datasetFiles,
  defaultMailing,
  definitionHash,
  demoStudy,
  type Study,
  type SurveyResponse,
} from "@mehrwert/study";
import { strFromU8, unzipSync } from "fflate";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { simulatedParticipant } from "../faults/relinking/simulated-participation.ts";
import { people } from "../fixtures/mail-study.ts";
import { type Administrating, administrating } from "../setup/account.ts";
import { type Office, startOffice } from "../setup/office.ts";
import { startServer, type TestServer, valueDrivers } from "../setup/server.ts";
import { startSmtp, type TestSmtp } from "../setup/smtp.ts";
import { until } from "../setup/until.ts";

const crowd = 60;
const slug = "two-waves";
const instrument = valueDrivers();

let smtp: TestSmtp;
let office: Office;
let store: Store;
let elsewhere: TestServer;
let account: Administrating;

beforeAll(async () => {
  smtp = await startSmtp();
  office = await startOffice(smtp, 2);
  ({ store } = office);
  // Both found an empty database, and there is one demo study all the same.
  expect((await store.studies()).map((study) => study.slug)).toEqual(["demo"]);
  expect(await store.countResponses("demo")).toBe(300);
  account = await administrating({ url: office.url, store });
  elsewhere = await startServer();
}, 300_000);
afterAll(async () => {
  await elsewhere?.stop();
  await office?.stop();
  await smtp?.stop();
});

/** Asks as the researcher does, again when the connection broke with a server that died. */
async function asked(method: string, path: string, body?: unknown) {
  const init = {
    method,
    ...(body !== undefined && {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  };
  const ask = () => account.ask(`/api/studies${path}`, init);
  const reply = await ask().catch(ask);
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
  return reply.json();
}

const day = (fromToday: number) =>
  new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
const codeIn = (text: string) =>
  /#((?:[0-9A-Z]{5}-){4}[0-9A-Z]{5})/.exec(text.replace(/=\r?\n/g, ""))?.[1] ?? "";

/** Mails so far that went to these addresses since `from`, by address. */
function received(from: number): Map<string, string[]> {
  const to = new Map<string, string[]>();
  for (const mail of smtp.mails.slice(from))
    to.set(mail.to, [...(to.get(mail.to) ?? []), mail.text]);
  return to;
}

/**
 * Invites everybody while the mail server is slow, and kills the server that is sending in the middle of it; what then
 * nobody knows of is decided by what the mail server knows.
 */
async function invitesEverybody(): Promise<Map<string, string>> {
  const from = smtp.mails.length;
  smtp.behaviour = { received: () => new Promise((resolve) => setTimeout(resolve, 40)) };
  const invitees = people(crowd);
  expect(await asked("POST", `/${slug}/invitations`, { invitees })).toMatchObject({
    invited: crowd,
  });
  await until(() => smtp.mails.length >= from + crowd / 3, "a third has arrived");
  const victims = await Promise.all(office.servers.map((one) => one.kill()));
  expect(victims).toHaveLength(2);
  const arrivedBefore = smtp.mails.length - from;
  expect(arrivedBefore).toBeLessThan(crowd);
  smtp.behaviour = {};
  await Promise.all([office.startAgain(0), office.startAgain(1)]);
  await until(async () => {
    const { waiting } = await asked("GET", `/${slug}/mails`);
    return waiting === 0;
  }, "no mail waits any more");
  const { uncertain } = await asked("GET", `/${slug}/mails`);
  expect(uncertain.length).toBeLessThanOrEqual(1);
  const arrived = received(from);
  const isThere = uncertain.every((address: string) => arrived.has(address));
  await asked("POST", `/${slug}/uncertain-mails`, { decision: isThere ? "let-go" : "send-again" });
  await until(() => received(from).size === crowd, "everybody has a mail");
  const mails = received(from);
  expect([...mails.values()].filter((texts) => texts.length > 1)).toEqual([]);
  console.info(
    `${crowd} invitations, senders killed after ${arrivedBefore}: ${uncertain.length} uncertain, 0 lost, 0 doubled`,
  );
  return new Map([...mails].map(([address, [text = ""]]) => [address, codeIn(text)]));
}

/** Another one for every participant. */
let seed = 0;

type Invited = readonly (readonly [recipient: string, code: string])[];

/** These people take part, some at once; `meanwhile` happens when half have begun. */
async function takePart(
  study: Study,
  invited: Invited,
  meanwhile?: () => Promise<void>,
): Promise<SurveyResponse[]> {
  const { credentialKey } = study;
  if (credentialKey === undefined) throw new Error("the study has a key");
  const participants = await Promise.all(
    invited.map(([recipient, code]) => {
      seed += 1;
      return simulatedParticipant({
        ...{ url: office.url, study: { ...study, credentialKey }, instrument },
        ...{ seed, invited: { recipient, code } },
      });
    }),
  );
  let begun = 0;
  let happening: Promise<void> | undefined;
  const queue = [...participants];
  const oneAfterTheOther = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      await one.begins();
      begun += 1;
      if (begun === Math.floor(participants.length / 2)) happening = meanwhile?.();
      await one.submits();
    }
  };
  await Promise.all(Array.from({ length: 6 }, oneAfterTheOther));
  await happening;
  return participants.map(({ response }) => response);
}

/** The file of a frozen wave must hold what these people answered, byte for byte, and nothing else. */
async function expectFrozen(wave: number, study: Study, given: SurveyResponse[]): Promise<string> {
  const reply = await account.ask(`/api/studies/${slug}/frozen-datasets/${wave}`);
  const zip = new Uint8Array(await reply.arrayBuffer());
  const files = unzipSync(zip);
  const parts = { study: { ...study, wave }, instruments: [instrument], responses: given };
  const dataset = buildDataset({ ...parts, createdOn: day(0), softwareVersion: "0" });
  const [responses] = await datasetFiles(dataset);
  expect(strFromU8(files["responses.csv"] ?? new Uint8Array())).toBe(responses?.text);
  return createHash("sha256").update(zip).digest("hex");
}

test("an anonymous study of two waves lives its whole life: killed senders and servers lose nothing, and what is frozen is what was answered", async () => {
  const title = { de: "Netzwerke in zwei Wellen", en: "Networks in two waves" };
  await asked("POST", "", {
    ...{ slug, title, mode: "anonymous" },
    instrument: { slug: instrument.mehrwert.slug, version: instrument.mehrwert.version },
  });
  const { revision } = await asked("GET", `/${slug}/plan`);
  const { informationSheet } = demoStudy(instrument, await definitionHash(instrument));
  await asked("PATCH", `/${slug}/plan`, {
    revision,
    changes: {
      informationSheet,
      ...{ retentionDate: day(400), expectedRespondents: crowd },
      waves: [{ until: day(20) }, { until: day(60) }],
    },
  });
  await asked("POST", `/${slug}/open`, { wave: 1 });
  await asked("PUT", `/${slug}/mailing`, { ...defaultMailing, perMinute: 6000 });

  // The first wave: half answers, a server dies meanwhile, the others are reminded a day later, and some of them answer.
  const codes = [...(await invitesEverybody())];
  let study = await store.study(slug);
  const half = codes.slice(0, crowd / 2);
  const first = await takePart(study, half, async () => office.servers[0]?.kill());
  await office.startAgain(0);
  const sql = postgres(office.databaseUrl, { max: 1 });
  await sql`update mail_round set day = day - 1 where study = ${slug}`;
  await sql.end();
  const from = smtp.mails.length;
  expect(await asked("POST", `/${slug}/reminders`, { round: 1, to: "not-begun" })).toEqual({
    reminded: crowd / 2,
  });
  await until(() => received(from).size === crowd / 2, "the reminders have arrived");
  const reminded = received(from);
  expect([...reminded.keys()].toSorted()).toEqual(
    codes
      .slice(crowd / 2)
      .map(([address]) => address)
      .toSorted(),
  );
  // A reminder brings the same code once more.
  const late = [...reminded]
    .slice(0, crowd / 4)
    .map(([address, [text = ""]]): [string, string] => [address, codeIn(text)]);
  for (const [address, code] of late) expect(new Map(codes).get(address)).toBe(code);
  first.push(...(await takePart(study, late)));
  await asked("POST", `/${slug}/close`);

  // The second wave: everybody is asked anew, with codes of its own.
  await asked("POST", `/${slug}/open`, { wave: 2 });
  const anew = [...(await invitesEverybody())];
  expect(anew.filter(([, code]) => codes.some(([, before]) => before === code))).toEqual([]);
  study = await store.study(slug);
  expect(study.wave).toBe(2);
  const second = await takePart(study, anew.slice(0, crowd / 2), async () =>
    office.servers[1]?.kill(),
  );
  await office.startAgain(1);
  await asked("POST", `/${slug}/close`);

  await asked("POST", `/${slug}/freeze`);
  const hashes = [await expectFrozen(1, study, first), await expectFrozen(2, study, second)];
  const frozen = await store.frozenDatasets(slug);
  expect(frozen.map(({ sha256 }) => sha256)).toEqual(hashes);
  console.info(
    `two waves: ${first.length} and ${second.length} responses frozen as answered, 6 servers killed, SHA-256 ${hashes.join(" ")}`,
  );

  // The whole study goes to another installation, where it is the same.
  const handed = await account.ask(`/api/studies/${slug}/hand-over.zip`);
  const taken = await elsewhere.ask("/api/hand-overs", {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: await handed.arrayBuffer(),
  });
  expect(taken.status, await taken.text()).toBe(201);
  expect((await elsewhere.store.frozenDatasets(slug)).map(({ sha256 }) => sha256)).toEqual(hashes);
  expect(await elsewhere.store.countResponses(slug)).toBe(first.length + second.length);
}, 900_000);
