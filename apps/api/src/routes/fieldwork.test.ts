import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "@mehrwert/store";
import { defaultMailing, progressReplySchema, type Visit } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { codeOf, people, setWave, studyWithMails } from "../../../../test/fixtures/mail-study.ts";
import { testDatabase } from "../../../../test/setup/database.ts";
import { valueDrivers } from "../../../../test/setup/server.ts";
import { createApp } from "../create-app.ts";
import { createLog } from "../create-log.ts";
import { exampleAccounts } from "../example/example-accounts.ts";
import { returnedMails } from "../mail/returned-mail.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let database: Awaited<ReturnType<typeof testDatabase>>;
let folder: string;
let store: Store;
let app: ReturnType<typeof createApp>;
const log: string[] = [];
const clock = { now: new Date("2026-11-28T10:00:00Z") };
let studies = 0;

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "mehrwert-fieldwork-"));
  store = await openStore({ databaseUrl: database.url, participationFolder: folder });
  app = createApp({
    store,
    accounts: exampleAccounts(store),
    instruments: new Map([["value-drivers/1.0.0", valueDrivers()]]),
    now: () => clock.now,
    log: createLog("trace", { write: (line: string) => log.push(line) }),
    webApps: { questionnaire: "none", console: "none" },
    softwareVersion: "0.0.0-test",
  });
});
afterAll(async () => {
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function freshStudy(settings: Parameters<typeof studyWithMails>[1] = {}): Promise<string> {
  studies += 1;
  const slug = `field-${studies}`;
  await studyWithMails(store, { slug, ...settings });
  return slug;
}

const post = (path: string, body: unknown, method = "POST") =>
  app.request(`http://localhost/api/studies/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const get = (path: string) => app.request(`http://localhost/api/studies/${path}`);

/** A mail server's report with these fields (RFC 3464). */
const report = (fields: string) =>
  Buffer.from(
    `Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${fields}\r\n--b--\r\n`,
  );

/** What would add a header, a recipient or a second mail if it were believed. */
const injections = [
  "a@example.org\r\nBcc: b@example.org",
  "a@example.org\nBcc: b@example.org",
  "a@example.org\rBcc: b@example.org",
  "a@example.org, b@example.org",
  "a@example.org;b@example.org",
  "A <a@example.org>",
  "a@example.org\u2028Bcc: b@example.org",
  "a@example.org\0",
  "a@example.org>\r\nRCPT TO:<b@example.org",
  '"a\r\nb"@example.org',
  "a@[127.0.0.1]",
  "a@example.org%0d%0aBcc:b@example.org",
];

test.each(injections)(
  "an address that is more than one is refused, and nobody is invited: %j",
  async (address) => {
    const study = await freshStudy();
    const reply = await post(`${study}/invitations`, { invitees: [...people(2), { address }] });
    expect(reply.status).toBe(422);
    expect((await reply.json()).errors[0].pointer).toMatch(/^#\/invitees\/2/);
    expect(await store.invitations({ study, codeOf })).toEqual([]);
  },
);

test.each(["\r\nBcc: b@example.org", "\nX: y", "\r", "\u0085", "\u2029"])(
  "a subject, a reply address and a name with a line break are refused: %j",
  async (breaking) => {
    const study = await freshStudy();
    const subject = { de: `Hallo${breaking}Welt`, en: "x" };
    const texts = [
      { ...defaultMailing, invitation: { ...defaultMailing.invitation, subject } },
      { ...defaultMailing, replyTo: `a@example.org${breaking}` },
    ];
    for (const body of texts) {
      const reply = await post(`${study}/mailing`, body, "PUT");
      expect(reply.status).toBe(422);
    }
    const invitees = [{ address: "a@example.org", name: `Ada${breaking}Adams` }];
    const named = await post(`${study}/invitations`, { invitees });
    // Separators of lines and paragraphs cannot end a line of a mail; all that can is refused.
    expect(named.status).toBe(/[\r\n\u0085]/.test(breaking) ? 422 : 201);
  },
);

test("an address invited as it was typed gets a mail once; nothing of it reaches the log", async () => {
  const study = await freshStudy();
  const invitees = people(3);
  expect(await (await post(`${study}/invitations`, { invitees })).json()).toEqual({
    invited: 3,
    alreadyInvited: [],
  });
  expect(await (await post(`${study}/invitations`, { invitees })).json()).toMatchObject({
    invited: 0,
  });
  const mails = await (await get(`${study}/mails`)).json();
  expect(mails).toMatchObject({
    isConfigured: false,
    waiting: 3,
    rounds: [{ round: 0, mails: 3 }],
  });
  expect(log.join("")).not.toContain("authority.example");
});

test("what a researcher does in the field stands in the audit log, without anybody's address", async () => {
  const study = await freshStudy();
  const done: [string, () => Response | Promise<Response>][] = [
    ["mail-texts.changed", () => post(`${study}/mailing`, defaultMailing, "PUT")],
    ["invitations.made", () => post(`${study}/invitations`, { invitees: people(7) })],
    ["printed-codes.made", () => post(`${study}/printed-codes`, { count: 3 })],
    ["code-sheet.fetched", () => get(`${study}/code-sheet.html`)],
    [
      "returned-mails.noted",
      () =>
        app.request(`/api/studies/${study}/returned-mails`, {
          method: "POST",
          headers: { "content-type": "application/octet-stream" },
          body: report(
            "Final-Recipient: rfc822; person-0@authority.example\r\nAction: failed\r\nStatus: 5.1.1",
          ),
        }),
    ],
    ["uncertain-mails.settled", () => post(`${study}/uncertain-mails`, { decision: "let-go" })],
  ];
  for (const [action, act] of done) {
    const reply = await act();
    expect({ action, isDone: reply.ok }).toEqual({ action, isDone: true });
  }
  for (;;) {
    const mail = await store.fieldwork.nextMail({ study, tried: [], codeOf });
    if (mail === undefined) break;
    await store.fieldwork.mailSent(mail);
  }
  clock.now = new Date("2026-11-29T10:00:00Z");
  const reminded = await post(`${study}/reminders`, { round: 1, to: "everybody" });
  expect(await reminded.json()).toEqual({ reminded: 6 });
  const entries = (await store.accounts.auditEntries({ limit: 50 })).filter(
    (entry) => entry.study === study,
  );
  expect(entries.map(({ action, details }) => [action, details]).reverse()).toEqual([
    ["mail-texts.changed", undefined],
    ["invitations.made", { people: 7 }],
    ["printed-codes.made", { codes: 3 }],
    ["code-sheet.fetched", { codes: 3 }],
    ["returned-mails.noted", { addresses: 1 }],
    ["uncertain-mails.settled", { decision: "let-go", mails: 0 }],
    ["reminder.made", { round: 1, to: "everybody" }],
  ]);
  for (const { person } of entries) expect(person?.name).toBe("Ada Example");
  expect(JSON.stringify(entries)).not.toContain("authority.example");
});

test("what is refused leaves no entry in the audit log", async () => {
  const study = await freshStudy({ status: "closed" });
  const before = await store.accounts.auditHead(clock.now);
  for (const [path, body] of [
    ["invitations", { invitees: people(2) }],
    ["printed-codes", { count: 2 }],
    ["reminders", { round: 1, to: "everybody" }],
  ] as const)
    expect((await post(`${study}/${path}`, body)).status).toBeGreaterThanOrEqual(409);
  expect((await store.accounts.auditHead(clock.now)).number).toBe(before.number);
});

const response = (study: { wave: number }, lastPage?: string) => {
  const { mehrwert } = valueDrivers();
  return {
    ...{ id: randomUUID(), wave: study.wave, instrumentSlug: mehrwert.slug },
    ...{
      instrumentVersion: mehrwert.version,
      definitionHash: "0".repeat(64),
      language: "de" as const,
    },
    ...{ answers: {}, presentation: {}, ...(lastPage && { lastPage }) },
  };
};

const progressOf = async (study: string) =>
  progressReplySchema.parse(await (await get(`${study}/progress`)).json());

test("anonymous: figures stand still within a day and for fewer than five, then move together with the rates", async () => {
  clock.now = new Date("2026-11-28T10:00:00Z");
  const study = await freshStudy({ minimumGroupSize: 5 });
  await store.fieldwork.inviteByMail({ study, invitees: people(20), day: "2026-11-28", codeOf });
  const codes: string[] = [];
  for (const { code } of await store.invitations({ study, codeOf })) codes.push(code);
  const begin = (from: number, to: number) =>
    Promise.all(
      codes
        .slice(from, to)
        .map((code) => store.useInvitation({ study, code, mark: randomBytes(32) })),
    );
  const submit = async (count: number, lastPage?: string) => {
    for (let n = 0; n < count; n += 1)
      await store.saveSurveyResponse(study, response({ wave: 1 }, lastPage));
  };
  await begin(0, 4);
  await submit(4);
  expect((await progressOf(study)).figures).toMatchObject({ begun: 0, complete: 0 });
  await begin(4, 10);
  await submit(3);
  await submit(2, "about-you");
  clock.now = new Date("2026-11-29T10:00:00Z");
  const second = await progressOf(study);
  expect(second.figures).toMatchObject({ begun: 10, complete: 7, partial: 0, lastPages: [] });
  await begin(10, 18);
  await submit(6);
  expect((await progressOf(study)).figures).toEqual(second.figures);
  clock.now = new Date("2026-11-30T10:00:00Z");
  const third = await progressOf(study);
  expect(third.figures).toMatchObject({ begun: 18, complete: 13, partial: 0 });
  expect(third.days.map(({ day }) => day)).toEqual(["2026-11-29", "2026-11-30"]);
  expect(third.rates?.rr1).toBeCloseTo(13 / 20, 10);
  expect(third.rates?.rr5).toBeCloseTo(13 / 18, 10);
  const cases = third.dispositions?.reduce((sum, one) => sum + one.cases, 0);
  expect(cases).toBe(20);
});

test("median duration and devices stand still until at least the smallest group and five more were counted", async () => {
  clock.now = new Date("2026-11-28T10:00:00Z");
  const study = await freshStudy({ mode: "open" });
  const submit = async (count: number, visit: Visit) => {
    for (let n = 0; n < count; n += 1)
      await store.saveSurveyResponse(study, { ...response({ wave: 1 }), visit });
  };
  const onDay = async (day: number) => {
    clock.now = new Date(`2026-12-${10 + day}T10:00:00Z`);
    return (await progressOf(study)).figures.visits;
  };
  await submit(9, { minutes: 20, device: "phone" });
  expect(await onDay(1)).toBeUndefined();
  await submit(5, { minutes: 7, device: "computer" });
  await submit(1, { minutes: 240, device: "tablet" });
  const shown = {
    ...{ responses: 15, medianMinutes: 20 },
    devices: [
      { device: "phone-or-tablet", responses: 10 },
      { device: "computer", responses: 5 },
    ],
  };
  expect(await onDay(2)).toEqual(shown);
  await submit(4, { minutes: 1, device: "computer" });
  expect(await onDay(3)).toEqual(shown);
  await submit(2, { minutes: 1, device: "computer" });
  const next = {
    ...{ responses: 21, medianMinutes: 7 },
    devices: [
      { device: "phone-or-tablet", responses: 10 },
      { device: "computer", responses: 11 },
    ],
  };
  expect(await onDay(4)).toEqual(next);
  await submit(20, { minutes: 1, device: "tablet" });
  expect((await progressOf(study)).figures.visits).toEqual(next);
  const days = (await progressOf(study)).days.map(({ day }) => day);
  expect(days).toEqual(["2026-12-11", "2026-12-12", "2026-12-14"]);
});

test("confidential: figures are exact; open: nobody was asked one by one, so there is no rate", async () => {
  const study = await freshStudy({ mode: "confidential" });
  await store.fieldwork.inviteByMail({ study, invitees: people(4), day: "2026-11-28", codeOf });
  const mail = await store.fieldwork.nextMail({ study, tried: [], codeOf });
  const participant = (await store.panelistWith({ study, code: mail?.code ?? "" })) ?? "";
  const visit: Visit = { minutes: 9, device: "tablet" };
  await store.savePanelResponse({ study, participant }, { ...response({ wave: 1 }), visit });
  const exact = await progressOf(study);
  expect(exact).toMatchObject({ isStepped: false, invited: 4, figures: { complete: 1, begun: 1 } });
  expect(exact.figures.visits).toMatchObject({ responses: 1, medianMinutes: 9 });
  expect(exact.figures.visits?.devices).toContainEqual({ device: "tablet", responses: 1 });
  expect(exact.rates?.rr2).toBeCloseTo(1 / 4, 10);
  const open = await progressOf(await freshStudy({ mode: "open" }));
  expect(open.rates).toBeUndefined();
  expect(open.dispositions).toBeUndefined();
});

test("a second wave is invited anew; codes of the first let nobody in any more", async () => {
  const study = await freshStudy();
  await store.fieldwork.inviteByMail({ study, invitees: people(2), day: "2026-11-28", codeOf });
  const first = await store.invitations({ study, codeOf });
  await setWave(database.url, study, 2);
  for (const { code } of first) expect(await store.isInvitationFree({ study, code })).toBe(false);
  const again = await store.fieldwork.inviteByMail({
    study,
    invitees: people(2),
    day: "2026-12-28",
    codeOf,
  });
  expect(again.invited).toBe(2);
  const known = new Set(first.map(({ code }) => code));
  const fresh = (await store.invitations({ study, codeOf })).filter(({ code }) => !known.has(code));
  expect(fresh).toHaveLength(2);
  for (const { code } of fresh) expect(await store.isInvitationFree({ study, code })).toBe(true);
});

test("returnedMails reads failures only, of every recipient of a report, and nothing else", async () => {
  const two = report(
    "Reporting-MTA: dns; x\r\n\r\nOriginal-Recipient: rfc822;A@example.org\r\nFinal-Recipient: rfc822; z@example.org\r\nAction: failed\r\nStatus: 5.2.2 (full)\r\nDiagnostic-Code: smtp; 552 full\r\n of mail\r\n\r\nFinal-Recipient: rfc822; <b@example.org>\r\nAction: Failed\r\nStatus: 5.1.1",
  );
  expect(await returnedMails(two)).toEqual([
    {
      recipient: "A@example.org",
      reason: "returned",
      statusCode: "5.2.2",
      reply: "552 full of mail",
    },
    { recipient: "b@example.org", reason: "returned", statusCode: "5.1.1" },
  ]);
  expect(
    await returnedMails(
      report("Final-Recipient: rfc822; a@example.org\r\nAction: delayed\r\nStatus: 4.4.1"),
    ),
  ).toEqual([]);
  expect(
    await returnedMails(
      Buffer.from("Subject: hello\r\n\r\nFinal-Recipient: a@example.org\r\nAction: failed"),
    ),
  ).toEqual([]);
  expect(await returnedMails(randomBytes(2000))).toEqual([]);
});
