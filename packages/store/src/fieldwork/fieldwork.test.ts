import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Conflict, Invalid } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { codeOf, people, studyWithMails } from "../../../../test/fixtures/mail-study.ts";
import { connection, testDatabase } from "../../../../test/setup/database.ts";
import { openStore, type Store } from "../store.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let database: Awaited<ReturnType<typeof testDatabase>>;
let folder: string;
let store: Store;
let other: Store;
let studies = 0;

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "mehrwert-fieldwork-"));
  const open = () => openStore({ databaseUrl: database.url, participationFolder: folder });
  store = await open();
  other = await open();
});
afterAll(async () => {
  await store.close();
  await other.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function freshStudy(settings: Parameters<typeof studyWithMails>[1] = {}): Promise<string> {
  studies += 1;
  const slug = `study-${studies}`;
  await studyWithMails(store, { slug, ...settings });
  return slug;
}

const invite = (study: string, count: number, day = "2026-11-01") =>
  store.fieldwork.inviteByMail({ study, invitees: people(count), day, codeOf });

/** Takes every mail out of the outbox, as if it had been sent; gives recipients and codes. */
async function delivered(study: string) {
  const mails = [];
  for (;;) {
    const mail = await store.fieldwork.nextMail({ study, tried: [], codeOf });
    if (mail === undefined) return mails;
    expect(await store.fieldwork.handOver(mail)).toBe(true);
    await store.fieldwork.mailSent(mail);
    mails.push(mail);
  }
}

const begins = (study: string, codes: readonly (string | undefined)[]) =>
  Promise.all(
    codes.map((code = "") => store.useInvitation({ study, code, mark: randomBytes(32) })),
  );

const asked = (study: string, day: string, to: "not-begun" | "everybody" = "not-begun") => ({
  ...{ study, to, most: 2, day },
});

test("inviteByMail invites each address once in a wave, whatever the case, also when two invite at once", async () => {
  const study = await freshStudy();
  expect(await invite(study, 3)).toEqual({ invited: 3, alreadyInvited: [] });
  const again = await store.fieldwork.inviteByMail({
    study,
    invitees: [
      { address: "PERSON-1@authority.example" },
      { address: "new@authority.example" },
      { address: "NEW@authority.example" },
    ],
    day: "2026-11-02",
    codeOf,
  });
  expect(again).toEqual({
    invited: 1,
    alreadyInvited: ["PERSON-1@authority.example", "NEW@authority.example"],
  });
  const both = await freshStudy();
  const at = (from: Store) =>
    from.fieldwork.inviteByMail({ study: both, invitees: people(50), day: "2026-11-01", codeOf });
  const invited = await Promise.all([at(store), at(other), at(store), at(other)]);
  expect(invited.reduce((sum, one) => sum + one.invited, 0)).toBe(50);
  expect(await delivered(both)).toHaveLength(50);
});

test("the outbox and the invitation are written together or not at all", async () => {
  const study = await freshStudy();
  const broken = { address: "a\u0000@authority.example" };
  await expect(
    store.fieldwork.inviteByMail({
      study,
      invitees: [...people(5), broken],
      day: "2026-11-01",
      codeOf,
    }),
  ).rejects.toThrow();
  expect(await store.invitations({ study, codeOf })).toEqual([]);
  expect(await store.fieldwork.mailState({ study, wave: 1 })).toMatchObject({
    waiting: 0,
    rounds: [],
  });
});

test("studies that admit without personal codes, or are closed, invite nobody by mail", async () => {
  await expect(invite(await freshStudy({ mode: "open" }), 1)).rejects.toThrow(Invalid);
  const closed = await freshStudy();
  await store.setStudyStatus(closed, "closed");
  await expect(invite(closed, 1)).rejects.toThrow(Invalid);
});

test("anonymous: a reminder waits until enough have begun and enough are left, goes to none who has begun, and once to each", async () => {
  const study = await freshStudy({ minimumGroupSize: 5 });
  const obstacle = async (day: string) =>
    (await store.fieldwork.reminderForecast(asked(study, day))).obstacle;
  expect(await obstacle("2026-11-01")).toBe("nobody-invited");
  await invite(study, 20);
  expect(await obstacle("2026-11-02")).toBe("mails-under-way");
  const invited = await delivered(study);
  expect(await obstacle("2026-11-01")).toBe("same-day");
  await begins(
    study,
    invited.slice(0, 4).map(({ code }) => code),
  );
  expect(await obstacle("2026-11-02")).toBe("too-few-begun");
  await begins(
    study,
    invited.slice(4, 5).map(({ code }) => code),
  );
  expect(await obstacle("2026-11-02")).toBeUndefined();

  const at = (from: Store) =>
    from.fieldwork.remind({ ...asked(study, "2026-11-02"), round: 1 }).catch((error) => error);
  const outcomes = await Promise.all([at(store), at(other), at(store), at(other)]);
  expect(outcomes.filter((one) => one instanceof Conflict)).toHaveLength(3);
  const reminded = await delivered(study);
  const begun = new Set(invited.slice(0, 5).map(({ recipient }) => recipient));
  expect(reminded).toHaveLength(15);
  expect(new Set(reminded.map(({ recipient }) => recipient)).size).toBe(15);
  expect(reminded.filter(({ recipient }) => begun.has(recipient))).toEqual([]);
  const codes = new Map(invited.map(({ recipient, code }) => [recipient, code]));
  for (const { recipient, code } of reminded) expect(code).toBe(codes.get(recipient));
  await expect(at(store)).resolves.toBeInstanceOf(Conflict);

  await begins(
    study,
    reminded.slice(0, 11).map(({ code }) => code),
  );
  expect(await obstacle("2026-11-03")).toBe("too-few-left");
  const everybody = await store.fieldwork.reminderForecast(asked(study, "2026-11-03", "everybody"));
  expect(everybody).toEqual({ round: 2, people: 20 });
  await store.fieldwork.remind({ ...asked(study, "2026-11-03", "everybody"), round: 2 });
  expect(await delivered(study)).toHaveLength(20);
  expect(await obstacle("2026-11-04")).toBe("rounds-used-up");
});

test("an address that a mail came back from is reminded no more, and what still waits for it goes", async () => {
  const study = await freshStudy({ minimumGroupSize: 5 });
  await invite(study, 16);
  const back = (recipient: string) => ({
    recipient,
    reason: "returned" as const,
    statusCode: "5.1.1",
  });
  expect(
    await store.fieldwork.noteReturned(study, [
      back("Person-0@authority.example"),
      back("stranger@x.example"),
    ]),
  ).toEqual({ noted: ["Person-0@authority.example"], unknown: ["stranger@x.example"] });
  const invited = await delivered(study);
  expect(invited).toHaveLength(15);
  await store.fieldwork.noteReturned(study, [back(invited[14]?.recipient ?? "")]);
  await begins(
    study,
    invited.slice(0, 5).map(({ code }) => code),
  );
  await store.fieldwork.remind({ ...asked(study, "2026-11-02"), round: 1 });
  expect(await delivered(study)).toHaveLength(9);
});

test("confidential: reminders go to who has not answered in this wave, from the first on; a panel is invited anew in the next", async () => {
  const study = await freshStudy({ mode: "confidential" });
  await invite(study, 4);
  const invited = await delivered(study);
  const participant = await store.panelistWith({ study, code: invited[0]?.code ?? "" });
  expect(participant).toBeDefined();
  await store.savePanelResponse(
    { study, participant: participant ?? "" },
    {
      ...{ id: "3d594650-9dd1-4c8b-9b9f-27d3fbe4a0d1", wave: 1, language: "de" },
      ...{ instrumentSlug: "value-drivers", instrumentVersion: "1.0.0" },
      ...{ definitionHash: "0".repeat(64), answers: {}, presentation: {} },
    },
  );
  const forecast = await store.fieldwork.reminderForecast(asked(study, "2026-11-02"));
  expect(forecast).toEqual({ round: 1, people: 3 });
  await store.fieldwork.remind({ ...asked(study, "2026-11-02"), round: 1 });
  const reminded = await delivered(study);
  expect(reminded.map(({ recipient }) => recipient)).not.toContain(invited[0]?.recipient);
  expect(await invite(study, 5)).toMatchObject({ invited: 1 });
});

test("looking for an invitation that was mailed has nothing to mark on its page", async () => {
  const study = await freshStudy();
  await invite(study, 8);
  const sql = connection(database.url);
  const [pages] = await sql`
    select relpages, relallvisible from pg_class where oid = 'invitation'::regclass`;
  await sql.end();
  expect(pages?.relpages).toBeGreaterThan(0);
  expect(pages?.relallvisible).toBe(pages?.relpages);
});

test("codes to print are those sent to nobody; which of them are used cannot be seen", async () => {
  const study = await freshStudy();
  await invite(study, 3);
  const made = await store.invite({ study, recipients: [undefined, undefined], codeOf });
  const codes = made.map(({ code }) => code).toSorted();
  const before = await store.fieldwork.printedCodes({ study, codeOf });
  expect(before.toSorted()).toEqual(codes);
  await begins(study, codes.slice(0, 1));
  expect(await store.fieldwork.printedCodes({ study, codeOf })).toEqual(before);
});

test("of two processes that mark the same invitation at once, one is told yes, over many invitations", async () => {
  const study = await freshStudy();
  await invite(study, 60);
  const codes = (await delivered(study)).map(({ code = "" }) => code);
  const granted = await Promise.all(
    codes.flatMap((code) =>
      [store, other, store, other].map((from) =>
        from.useInvitation({ study, code, mark: randomBytes(32) }),
      ),
    ),
  );
  expect(granted.filter((isGranted) => isGranted)).toHaveLength(60);
});

test("when a study's time is over, nothing of its mails is left", async () => {
  const study = await freshStudy({ retentionDate: "2026-11-05" });
  await invite(study, 3);
  await store.fieldwork.noteReturned(study, [
    { recipient: "person-1@authority.example", reason: "returned" },
  ]);
  await store.deleteExpiredResponses("2026-11-06");
  expect(await store.fieldwork.mailState({ study, wave: 1 })).toMatchObject({
    waiting: 0,
    undelivered: [],
  });
});
