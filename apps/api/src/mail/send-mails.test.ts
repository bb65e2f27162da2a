import { createHash, type createPublicKey, createVerify, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "@mehrwert/store";
import { defaultMailing } from "@mehrwert/study";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { codeOf, people, studyWithMails } from "../../../../test/fixtures/mail-study.ts";
import { testDatabase } from "../../../../test/setup/database.ts";
import { reply, startSmtp, type TestSmtp } from "../../../../test/setup/smtp.ts";
import { until } from "../../../../test/setup/until.ts";
import type { MailSettings } from "./mail-settings.ts";
import { type Sending, sendMails } from "./send-mails.ts";

let database: Awaited<ReturnType<typeof testDatabase>>;
let folder: string;
let store: Store;
let smtp: TestSmtp;
let studies = 0;

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "mehrwert-mails-"));
  store = await openStore({ databaseUrl: database.url, participationFolder: folder });
});
afterAll(async () => {
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  smtp = await startSmtp();
});
afterEach(() => smtp.stop());

const day = "2026-11-28";

/** A fresh study with so many people whose mails wait. */
async function invitedTo(count: number, perMinute = 6000): Promise<string> {
  studies += 1;
  const slug = `study-${studies}`;
  await studyWithMails(store, { slug });
  await store.fieldwork.saveMailing(slug, { ...defaultMailing, perMinute });
  await store.fieldwork.inviteByMail({ study: slug, invitees: people(count), day, codeOf });
  return slug;
}

const settings = (more: Partial<MailSettings> = {}): MailSettings => ({
  ...{ host: "127.0.0.1", port: smtp.port, secure: false, requireTls: false },
  from: { name: "Büro für Befragung", address: "survey@office.example" },
  ...more,
});

function sending(more: Partial<Sending> = {}): Sending {
  return { store, settings: settings(), publicUrl: "https://survey.example.org", ...more };
}

const never = new AbortController().signal;
const send = (study: string, more: Partial<Sending> = {}) => sendMails(sending(more), study, never);
const state = (study: string) => store.fieldwork.mailState({ study, wave: 1 });

test("every person gets one mail with a link of their own that lets them begin, in no order of the list", async () => {
  const study = await invitedTo(40);
  expect(await send(study)).toEqual({});
  expect(smtp.mails.map(({ to }) => to).toSorted()).toEqual(
    people(40)
      .map(({ address }) => address)
      .toSorted(),
  );
  const rising = smtp.mails.filter(
    ({ to }, at) =>
      Number(to.split(/[-@]/)[1]) > Number(smtp.mails[at - 1]?.to.split(/[-@]/)[1] ?? -1),
  );
  expect(rising.length).toBeGreaterThan(8);
  expect(rising.length).toBeLessThan(32);
  const codes = smtp.mails.map(
    ({ text }) =>
      /#((?:[0-9A-Z]{5}-){4}[0-9A-Z]{5})\./.exec(text.replace(/=\r?\n/g, ""))?.[1] ?? "",
  );
  expect(new Set(codes).size).toBe(40);
  for (const code of codes.slice(0, 5))
    expect(await store.isInvitationFree({ study, code })).toBe(true);
  expect(await state(study)).toMatchObject({ waiting: 0, uncertain: [], undelivered: [] });
});

test("a mail is plain text, says that a machine wrote it, and carries what is configured", async () => {
  const study = await invitedTo(1);
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const dkimKey = String(pair.privateKey.export({ type: "pkcs8", format: "pem" }));
  await send(study, {
    settings: settings({
      bounceAddress: "bounces@office.example",
      listUnsubscribe: "mailto:stop@office.example",
      dkim: { selector: "2026", keyFile: "unused" },
    }),
    dkimKey,
  });
  const { text = "", id = "" } = smtp.mails[0] ?? {};
  const [head = "", body = ""] = text.split(/\r\n\r\n(.*)/s);
  expect(id).toMatch(/^[0-9a-f-]{36}@office\.example$/);
  expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
  expect(head).toMatch(/^List-Unsubscribe: <mailto:stop@office.example>$/m);
  expect(head).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
  expect(head).not.toMatch(/^(X-Mailer|User-Agent|Received):/im);
  expect(text).not.toMatch(/<img|<html|http:\/\//i);
  expect(isSigned(head, body, pair.publicKey)).toBe(true);
  expect(isSigned(head, `${body}x\r\n`, pair.publicKey)).toBe(false);
});

/** Checks a DKIM signature (RFC 6376), relaxed on both sides, as a receiving server would. */
function isSigned(head: string, body: string, key: ReturnType<typeof createPublicKey>): boolean {
  const headers = head.split(/\r\n(?![ \t])/).map((line) => {
    const colon = line.indexOf(":");
    return { name: line.slice(0, colon).toLowerCase(), value: line.slice(colon + 1) };
  });
  const relaxed = (value: string) => value.replace(/\s+/g, " ").trim();
  const signature = headers.find(({ name }) => name === "dkim-signature")?.value ?? "";
  const tag = (name: string) =>
    new RegExp(`(?:^|;)\\s*${name}=([^;]*)`).exec(signature)?.[1]?.replace(/\s/g, "") ?? "";
  const lines = body.split("\r\n").map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""));
  const canonical = `${lines.join("\r\n").replace(/(\r\n)*$/, "")}\r\n`;
  if (createHash("sha256").update(canonical).digest("base64") !== tag("bh")) return false;
  const signed = tag("h")
    .split(":")
    .flatMap((name) => {
      const found = headers.findLast((one) => one.name === name.toLowerCase());
      return found ? [`${found.name}:${relaxed(found.value)}\r\n`] : [];
    });
  const own = `dkim-signature:${relaxed(signature).replace(/([;\s]b=)[^;]*/, "$1")}`;
  return createVerify("sha256")
    .update(signed.join("") + own)
    .verify(key, tag("b"), "base64");
}

test("an address the server does not know is told with its reply and never tried again; all others get their mail", async () => {
  const study = await invitedTo(6);
  smtp.behaviour.recipient = (address) => {
    if (address === "person-3@authority.example") throw reply(550, "5.1.1 No such user");
  };
  expect(await send(study)).toEqual({});
  expect(smtp.mails).toHaveLength(5);
  const { undelivered, waiting } = await state(study);
  expect(waiting).toBe(0);
  expect(undelivered).toMatchObject([
    {
      recipient: "person-3@authority.example",
      reason: "refused",
      reply: expect.stringContaining("No such user"),
    },
  ]);
});

test("a server that asks to come again for one person is asked again later; the others do not wait", async () => {
  const study = await invitedTo(4);
  smtp.behaviour.recipient = (address) => {
    if (address.startsWith("person-1@")) throw reply(451, "4.7.1 Greylisted");
  };
  expect(await send(study)).toEqual({ againAfter: 300 });
  expect(smtp.mails).toHaveLength(3);
  smtp.behaviour = {};
  expect(await send(study)).toEqual({});
  expect(smtp.mails.map(({ to }) => to)).toContain("person-1@authority.example");
  expect(smtp.mails).toHaveLength(4);
});

test.each([
  [
    "refuses the sender",
    {
      sender: () => {
        throw reply(553, "5.7.1 Sender not allowed");
      },
    },
  ],
  [
    "refuses the mail itself",
    {
      received: () => {
        throw reply(554, "5.7.1 Policy");
      },
    },
  ],
  [
    "is overloaded after the mail",
    {
      received: () => {
        throw reply(452, "4.3.1 Insufficient storage");
      },
    },
  ],
  [
    "refuses to relay",
    {
      recipient: () => {
        throw reply(554, "5.7.1 Relay access denied");
      },
    },
  ],
] as const)(
  "a server that %s holds the study up, says why, and costs nobody their mail",
  async (_, behaviour) => {
    const study = await invitedTo(5);
    smtp.behaviour = behaviour;
    expect(await send(study)).toEqual({ againAfter: 30 });
    const held = await state(study);
    expect(held).toMatchObject({ waiting: 5, uncertain: [], undelivered: [] });
    expect(held.trouble).toMatch(/Sender|Policy|storage|Relay/);
    smtp.behaviour = {};
    smtp.mails.length = 0;
    await send(study);
    expect(new Set(smtp.mails.map(({ to }) => to)).size).toBe(5);
    expect(smtp.mails).toHaveLength(5);
    expect((await state(study)).trouble).toBeUndefined();
  },
);

test("a server that cannot be reached holds the study up and costs nobody their mail", async () => {
  const study = await invitedTo(2);
  const closed = settings({ port: 1 });
  expect(await send(study, { settings: closed })).toEqual({ againAfter: 30 });
  expect(await state(study)).toMatchObject({
    waiting: 2,
    trouble: expect.stringContaining("ECONNREFUSED"),
  });
  await send(study);
  expect(smtp.mails).toHaveLength(2);
});

test("a server that drops the connection before the end of a mail gets it again, one that drops it after does not", async () => {
  const before = await invitedTo(3);
  smtp.behaviour.recipient = () => smtp.dropConnections();
  expect(await send(before)).toEqual({ againAfter: 30 });
  expect(await state(before)).toMatchObject({ waiting: 3, uncertain: [] });
  smtp.behaviour = {};
  await send(before);
  expect(smtp.mails).toHaveLength(3);

  const after = await invitedTo(3);
  smtp.mails.length = 0;
  smtp.behaviour.received = () => smtp.dropConnections();
  expect(await send(after)).toEqual({ againAfter: 30 });
  const { uncertain, waiting } = await state(after);
  expect([uncertain.length, waiting]).toEqual([1, 2]);
  smtp.behaviour = {};
  await send(after);
  expect(smtp.mails).toHaveLength(3);
  expect(new Set(smtp.mails.map(({ to }) => to)).size).toBe(3);
  const first = smtp.mails[0];
  expect(first?.to).toBe(uncertain[0]);

  expect(await store.fieldwork.settleUncertain(after, "send-again")).toBe(1);
  await send(after);
  expect(smtp.mails.at(-1)).toMatchObject({ to: uncertain[0], id: first?.id });
});

test("a slow server is waited for, and gets every mail once; one that never answers leaves one mail uncertain", async () => {
  const study = await invitedTo(3);
  const slow = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  smtp.behaviour.received = () => slow(300);
  await send(study);
  expect(smtp.mails).toHaveLength(3);
  const stuck = await invitedTo(2);
  smtp.behaviour.received = () => slow(1500);
  const patience = { connectMs: 1000, replyMs: 500 };
  expect(await send(stuck, { patience })).toEqual({ againAfter: 30 });
  expect((await state(stuck)).uncertain).toHaveLength(1);
});

test("mails keep the rate of their study", async () => {
  const study = await invitedTo(6, 600);
  const began = performance.now();
  await send(study);
  expect(performance.now() - began).toBeGreaterThan(500);
  expect(smtp.mails).toHaveLength(6);
});

test("whoever asks to stop is obeyed after the mail under way; nothing is uncertain", async () => {
  const study = await invitedTo(20, 600);
  const stopping = new AbortController();
  smtp.behaviour.received = () => {
    if (smtp.mails.length === 2) stopping.abort();
  };
  expect(await sendMails(sending(), study, stopping.signal)).toEqual({ againAfter: 0 });
  expect(smtp.mails).toHaveLength(3);
  expect(await state(study)).toMatchObject({ waiting: 17, uncertain: [] });
});

test("while one process sends, it is nobody else's turn; with two at once nobody gets a mail twice", async () => {
  const study = await invitedTo(30, 6000);
  const other = await openStore({ databaseUrl: database.url, participationFolder: folder });
  const first = send(study);
  await until(() => smtp.mails.length > 0, "the first mail");
  expect(await sendMails(sending({ store: other }), study, never)).toBeUndefined();
  await first;
  // Two that both believe it is their turn: the hand-over decides.
  const twice = await invitedTo(30, 6000);
  smtp.mails.length = 0;
  const unguarded = (from: Store): Sending => ({
    ...sending(),
    store: {
      ...from,
      fieldwork: {
        ...from.fieldwork,
        inMailTurn: async (_, work) => {
          await work();
          return true;
        },
      },
    },
  });
  await Promise.all([store, other].map((from) => sendMails(unguarded(from), twice, never)));
  await send(twice);
  expect(smtp.mails).toHaveLength(30);
  expect(new Set(smtp.mails.map(({ to }) => to)).size).toBe(30);
  await other.close();
});

test("mails of a study that is not in the field wait, and leave when it is again", async () => {
  const study = await invitedTo(2);
  await store.setStudyStatus(study, "closed");
  expect(await send(study)).toEqual({});
  expect(smtp.mails).toHaveLength(0);
  await store.setStudyStatus(study, "fielding");
  await send(study);
  expect(smtp.mails).toHaveLength(2);
});

test("a mail of the installation itself leaves as it was written", async () => {
  await store.fieldwork.queueMail({
    to: "ada@office.example",
    subject: "Grüße",
    text: "Guten Tag",
  });
  expect(await store.fieldwork.studiesWithMail()).toContain("");
  expect(await send("")).toEqual({});
  expect(smtp.mails[0]?.to).toBe("ada@office.example");
  expect(await store.fieldwork.studiesWithMail()).not.toContain("");
});
