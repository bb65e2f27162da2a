import { seededRandom } from "@mehrwert/analysis";
import { afterAll, beforeAll, expect, test } from "vitest";
import { simulatedParticipant } from "../faults/relinking/simulated-participation.ts";
import { people, studyWithMails } from "../fixtures/mail-study.ts";
import { administrating } from "../setup/account.ts";
import { type Office, startOffice } from "../setup/office.ts";
import { valueDrivers } from "../setup/server.ts";
import { startSmtp, type TestSmtp } from "../setup/smtp.ts";
import { until } from "../setup/until.ts";

const crowd = 40;

let smtp: TestSmtp;
let office: Office;

beforeAll(async () => {
  smtp = await startSmtp();
  office = await startOffice(smtp, 2);
}, 300_000);
afterAll(async () => {
  await office?.stop();
  await smtp?.stop();
});

const codeIn = (text: string) =>
  /#((?:[0-9A-Z]{5}-){4}[0-9A-Z]{5})/.exec(text.replace(/=\r?\n/g, ""))?.[1] ?? "";

test("two replicas on one database serve a study behind a balancer; one is killed in the field: nothing is lost or doubled", async () => {
  const { store, servers } = office;
  const { study } = await studyWithMails(store);
  const [first, second] = servers;

  // Each made a link for the first administrator, and the last one counts; signed in at one of them, known to both.
  const account = await administrating({ url: office.url, store });
  await account.owns(study.slug);
  const reply = await account.ask(`/api/studies/${study.slug}/invitations`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ invitees: people(crowd) }),
  });
  expect(await reply.json()).toEqual({ invited: crowd, alreadyInvited: [] });
  await until(() => smtp.mails.length === crowd, "every invitation has arrived");
  expect(new Set(smtp.mails.map(({ to }) => to)).size).toBe(crowd);
  expect(smtp.mails[0]?.text).toContain(`${new URL(office.url).host}`);

  const { credentialKey } = study;
  if (credentialKey === undefined) throw new Error("the study has a key");
  const participants = await Promise.all(
    smtp.mails.map(({ to, text }, seed) =>
      simulatedParticipant({
        ...{
          url: office.url,
          study: { ...study, credentialKey },
          instrument: valueDrivers(),
          seed,
        },
        invited: { recipient: to, code: codeIn(text) },
      }),
    ),
  );
  const random = seededRandom(7);
  let begun = 0;
  let killing: Promise<void> | undefined;
  await Promise.all(
    participants.map(async (one) => {
      await new Promise((resolve) => setTimeout(resolve, random() * 2_000));
      await one.begins();
      begun += 1;
      if (begun === crowd / 2) killing = first?.kill();
      await new Promise((resolve) => setTimeout(resolve, random() * 2_000));
      await one.submits();
    }),
  );
  await killing;

  const stored = (await store.responses(study.slug)).map(({ id }) => id).toSorted();
  expect(stored).toEqual(participants.map(({ truth }) => truth.responseId).toSorted());
  const invitations = await store.invitations({ study: study.slug, codeOf: () => "" });
  expect(invitations.filter(({ hasBegun }) => hasBegun)).toHaveLength(crowd);

  // What is left goes on working, and the one that died comes back.
  const more = await fetch(`${second?.url}/api/studies/${study.slug}/invitations`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: account.cookie },
    body: JSON.stringify({ invitees: [...people(crowd), ...people(5, "late")] }),
  });
  expect(await more.json()).toMatchObject({ invited: 5 });
  await until(() => smtp.mails.length === crowd + 5, "the late invitations have arrived");
  await office.startAgain(0);
  await until(async () => {
    const results = await account.ask(`/api/studies/${study.slug}/results`);
    return (await results.json()).responses?.count === crowd;
  }, "results of everybody are released");
}, 600_000);
