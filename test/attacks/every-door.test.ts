import { randomUUID } from "node:crypto";
import { seededRandom } from "@mehrwert/analysis";
import { blindCredential, type CredentialKey, finishCredential } from "@mehrwert/privacy";
import { definitionHash, problemSchema, type Study } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { draftSave } from "../faults/load/writer.ts";
import { valueDrivers } from "../setup/server.ts";
import { type AttackedServer, startAttackedServer } from "./doors/attacked-server.ts";
import { storedSubmission, submissionTo } from "./doors/doors.ts";

let server: AttackedServer;
beforeAll(async () => {
  server = await startAttackedServer();
});
afterAll(() => server.stop());

const random = seededRandom(61);

/** Every way in which somebody who takes part can have something stored, or use something up. */
const participantDoors = [
  "credentials",
  "participation-checks",
  "draft-saves",
  "draft-reads",
  "draft-deletions",
  "responses",
  "withdrawals",
] as const;
type ParticipantDoor = (typeof participantDoors)[number];

async function post(study: Study, door: ParticipantDoor, body: unknown) {
  const reply = await fetch(`${server.url}/api/studies/${study.slug}/${door}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: reply.status, body: await reply.json() };
}

/** A credential for a response's id, as the page gets it. */
async function credentialFor(study: Study, id: string): Promise<string> {
  const key = keyOf(study);
  const participationCode = await server.newCode(study);
  const { blinded, inverse } = await blindCredential(key, study.slug, id);
  const { body } = await post(study, "credentials", { participationCode, blinded });
  const made = { study: study.slug, responseId: id, inverse, signature: String(body.signature) };
  return (await finishCredential(key, made)) ?? "";
}

function keyOf({ credentialKey }: Study): CredentialKey {
  if (credentialKey === undefined) throw new RangeError("the study has no key");
  return credentialKey;
}

/** What the person who breaks a rule sends through a door, and to which study. */
type Sending = { study: Study; id: string; extra: Record<string, unknown>; code: string };

/** The body for each door; what is asked for stays the same, only the door differs. */
async function bodyFor(door: ParticipantDoor, { study, id, extra, code }: Sending) {
  if (door === "credentials") {
    const { blinded } = await blindCredential(keyOf(server.studies.anonymous), study.slug, id);
    return { participationCode: code, blinded };
  }
  if (door === "participation-checks") return { participationCode: code };
  if (door === "draft-saves") {
    const { credential, participationCode } = extra;
    const admission = JSON.parse(JSON.stringify({ credential, participationCode }));
    return { ...draftSave(id, 1, random), ...admission };
  }
  if (door === "responses") return { ...submissionTo(study, id), ...extra };
  if (door === "withdrawals") return { receiptHash: submissionTo(study, id).receiptHash };
  return { id };
}

/** What a door says to it: a kind of problem, or a reading that gives nothing away. */
type Answers = Record<ParticipantDoor, string | object>;

/** Doors at which there is nothing to be found under an id or a receipt that nobody has. */
const nothingThere = {
  "draft-reads": { state: "none" },
  "draft-deletions": { result: "none" },
  withdrawals: { result: "no-such-code" },
} as const;

type Rule = { name: string; breaks: () => Promise<Sending>; answers: Answers };

async function sending(study: Study, changes: Partial<Sending> = {}): Promise<Sending> {
  return { study, id: randomUUID(), extra: {}, code: "00000-00000-00000-00000-0000P", ...changes };
}

const rules: Rule[] = [
  {
    name: "an invitation lets in once",
    breaks: async () => {
      const { anonymous } = server.studies;
      const code = await server.newCode(anonymous);
      const of = { study: anonymous.slug, code, mark: new Uint8Array(32).fill(7) };
      expect(await server.store.useInvitation(of)).toBe(true);
      return sending(anonymous, { code });
    },
    answers: {
      ...nothingThere,
      credentials: "not-admitted",
      "participation-checks": { isFree: false },
      "draft-saves": "not-admitted",
      responses: "not-admitted",
    },
  },
  {
    name: "a credential is good for its own response only",
    breaks: async () => {
      const { anonymous } = server.studies;
      const credential = await credentialFor(anonymous, randomUUID());
      return sending(anonymous, { extra: { credential } });
    },
    answers: {
      ...nothingThere,
      credentials: "not-admitted",
      "participation-checks": { isFree: false },
      "draft-saves": "not-admitted",
      responses: "not-admitted",
    },
  },
  {
    name: "a credential is good for its own study only, though both have the same key",
    breaks: async () => {
      const id = randomUUID();
      const credential = await credentialFor(server.studies.anonymous, id);
      return sending(server.otherStudies.anonymous, { id, extra: { credential } });
    },
    answers: {
      ...nothingThere,
      credentials: "not-admitted",
      "participation-checks": { isFree: false },
      "draft-saves": "not-admitted",
      responses: "not-admitted",
    },
  },
  {
    name: "a panelist's code of another panel lets nobody in",
    breaks: async () => {
      const participationCode = await server.newCode(server.otherStudies.confidential);
      const of = { code: participationCode, extra: { participationCode } };
      return sending(server.studies.confidential, of);
    },
    answers: {
      ...nothingThere,
      credentials: "not-admitted",
      "participation-checks": { isFree: false },
      "draft-saves": "not-admitted",
      responses: "not-admitted",
    },
  },
  {
    name: "a study that is closed takes nothing new",
    breaks: async () => {
      const study = server.otherStudies.open;
      await server.store.setStudyStatus(study.slug, "closed");
      return sending(study);
    },
    answers: {
      ...nothingThere,
      credentials: "closed",
      "participation-checks": { isFree: false },
      "draft-saves": "closed",
      responses: "closed",
    },
  },
  {
    name: "a study that is ending takes what was begun and nothing new",
    breaks: async () => {
      const study = server.otherStudies.confidential;
      const participationCode = await server.newCode(study);
      await server.store.setStudyStatus(study.slug, "finishing");
      return sending(study, { code: participationCode, extra: { participationCode } });
    },
    answers: {
      ...nothingThere,
      credentials: "closed",
      "participation-checks": { isFree: false },
      "draft-saves": "closed",
      responses: "closed",
    },
  },
  {
    name: "what was withdrawn does not come back",
    breaks: async () => {
      const study = server.studies.open;
      const { id, receiptHash } = await storedSubmission(server, study);
      const of = { study: study.slug, receiptHash, day: "2026-11-28" };
      expect(await server.store.withdrawSurveyResponse(of)).toBe(true);
      return sending(study, { id });
    },
    answers: {
      ...nothingThere,
      credentials: "not-admitted",
      "participation-checks": { isFree: false },
      "draft-saves": "withdrawn",
      responses: "withdrawn",
    },
  },
  {
    name: "what was sent stays as it was sent",
    breaks: async () => {
      const study = server.studies.open;
      return sending(study, { id: (await storedSubmission(server, study)).id });
    },
    answers: {
      ...nothingThere,
      "draft-reads": { state: "sent" },
      credentials: "not-admitted",
      "participation-checks": { isFree: false },
      "draft-saves": "sent-already",
      responses: "conflict",
    },
  },
];

test("a rule holds at every door: nothing that breaks one is let in, whichever way it comes, and nothing changes", async () => {
  let attempts = 0;
  for (const { name, breaks, answers } of rules) {
    const sent = await breaks();
    const before = await server.stored();
    for (const door of participantDoors) {
      const { status, body } = await post(sent.study, door, await bodyFor(door, sent));
      attempts += 1;
      const said = status < 400 ? body : problemSchema.parse(body).type.replace("/problems/", "");
      expect({ name, door, said }).toEqual({ name, door, said: answers[door] });
      expect({ name, door, stored: await server.stored() }).toEqual({ name, door, stored: before });
    }
  }
  console.info(`${attempts} times: ${rules.length} rules at ${participantDoors.length} doors`);
});

test("no client, however old, has a door of its own: other versions, waves, hashes and consents are refused", async () => {
  const study = server.studies.open;
  const otherHash = await definitionHash({ ...valueDrivers(), title: { de: "Neu", en: "New" } });
  const changes: [string, Record<string, unknown>, string][] = [
    ["another wave", { wave: study.wave + 1 }, "invalid"],
    ["another version", { instrumentVersion: "0.9.0" }, "invalid"],
    ["another questionnaire under the same version", { definitionHash: otherHash }, "invalid"],
    ["a version that is not fielded yet", { instrumentVersion: "1.1.0" }, "invalid"],
    ["another instrument", { instrumentSlug: "cop-pulse" }, "invalid"],
    ["other information than is given now", { consentHash: otherHash }, "consent-changed"],
    ["an id that is none", { id: "1" }, "invalid"],
    ["a language nobody offers", { language: "fr" }, "invalid"],
  ];
  const before = await server.stored();
  for (const [name, change, kind] of changes) {
    const { body } = await post(study, "responses", { ...submissionTo(study), ...change });
    const { type } = problemSchema.parse(body);
    expect({ name, type }).toEqual({ name, type: `/problems/${kind}` });
  }
  expect(await server.stored()).toBe(before);
  console.info(`${changes.length} clients that know something else: all refused`);
});

test("the doors are all there are for people who take part", () => {
  // Testers of a planned study have doors of their own, behind which nobody takes part.
  const ofTesters = ["pilot-openings", "pilot-responses", "pilot-comments"];
  const known = [...participantDoors, ...ofTesters].map(
    (door) => `POST /api/studies/:study/${door}`,
  );
  expect(known.sort()).toEqual(server.studyPosts.participants);
});
