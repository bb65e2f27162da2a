import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "@mehrwert/analysis";
import { openStore, type Store } from "@mehrwert/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { simulatedParticipant } from "../faults/relinking/simulated-participation.ts";
import { people, studyWithMails } from "../fixtures/mail-study.ts";
import { administrating, setupToken } from "../setup/account.ts";
import { testDatabase } from "../setup/database.ts";
import { freePort, type MehrwertProcess, startMehrwert } from "../setup/process.ts";
import { valueDrivers } from "../setup/server.ts";
import { startSmtp, type TestSmtp } from "../setup/smtp.ts";
import { startBalancer, type TcpBalancer } from "../setup/tcp-balancer.ts";
import { until } from "../setup/until.ts";

const crowd = 40;

let database: Awaited<ReturnType<typeof testDatabase>>;
let folder: string;
let store: Store;
let smtp: TestSmtp;
let balancer: TcpBalancer;
let ports: number[];
let replicas: MehrwertProcess[];
let env: { [name: string]: string };

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "mehrwert-replicas-"));
  const participationFolder = join(folder, "participation");
  store = await openStore({ databaseUrl: database.url, participationFolder });
  smtp = await startSmtp();
  ports = [await freePort(), await freePort()];
  balancer = await startBalancer(ports, await freePort());
  env = {
    DATABASE_URL: database.url,
    MEHRWERT_PARTICIPATION_FOLDER: participationFolder,
    MEHRWERT_DELETION_JOURNAL: join(folder, "deletion-journal"),
    MEHRWERT_PUBLIC_URL: balancer.url,
    MEHRWERT_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    MEHRWERT_MAIL_FROM: "Befragung <befragung@amt.example>",
  };
}, 300_000);
afterAll(async () => {
  await Promise.all(replicas?.map((one) => one.stop()) ?? []);
  await balancer?.stop();
  await smtp?.stop();
  await store?.close();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const codeIn = (text: string) =>
  /#((?:[0-9A-Z]{5}-){4}[0-9A-Z]{5})/.exec(text.replace(/=\r?\n/g, ""))?.[1] ?? "";

test("two replicas on one database serve a study behind a balancer; one is killed in the field: nothing is lost or doubled", async () => {
  const { study } = await studyWithMails(store);
  // Both at once, as an orchestrator would.
  replicas = await Promise.all(ports.map((port) => startMehrwert(env, port)));
  const [first, second] = replicas;

  // Each makes a link for the first administrator, and the last one counts; signed in at one of them, known to both.
  await until(
    () => replicas.every((one) => setupToken(one.output()) !== undefined),
    "both have printed their link",
  );
  const account = await administrating({ url: balancer.url, store });
  await account.owns(study.slug);
  const reply = await account.ask(`/api/studies/${study.slug}/invitations`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ invitees: people(crowd) }),
  });
  expect(await reply.json()).toEqual({ invited: crowd, alreadyInvited: [] });
  await until(() => smtp.mails.length === crowd, "every invitation has arrived");
  expect(new Set(smtp.mails.map(({ to }) => to)).size).toBe(crowd);
  expect(smtp.mails[0]?.text).toContain(`127.0.0.1:${balancer.port}`);

  const { credentialKey } = study;
  if (credentialKey === undefined) throw new Error("the study has a key");
  const participants = await Promise.all(
    smtp.mails.map(({ to, text }, seed) =>
      simulatedParticipant({
        ...{
          url: balancer.url,
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
  replicas[0] = await startMehrwert(env, ports[0] ?? 0);
  await until(async () => {
    const results = await account.ask(`/api/studies/${study.slug}/results`);
    return (await results.json()).responses?.count === crowd;
  }, "results of everybody are released");
}, 600_000);
