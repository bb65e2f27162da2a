import { generateKeyPairSync } from "node:crypto";
import { join } from "node:path";
import { seededRandom } from "@mehrwert/analysis";
import { createApp, createLog, serveApp, startMailService, webAppFolders } from "@mehrwert/api";
import { keyFingerprint, secretCode, toBase64url } from "@mehrwert/privacy";
import { openStore, type Store, startEmbeddedPostgres } from "@mehrwert/store";
import { defaultMailing, definitionHash, demoStudy } from "@mehrwert/study";
import postgres from "postgres";
import { expect, test } from "vitest";
import { testAccounts } from "../setup/account.ts";
import { temporaryFolder } from "../setup/database.ts";
import { valueDrivers } from "../setup/server.ts";
import { startSmtp, type TestSmtp } from "../setup/smtp.ts";
import { until } from "../setup/until.ts";
import { guesses, mostHitsByChance } from "./relinking/attack.ts";
import {
  simulatedParticipant,
  type Truth,
  tellTales,
} from "./relinking/simulated-participation.ts";
import { filesBelow, storedEvidence } from "./relinking/stored-evidence.ts";

const instrument = valueDrivers();
const codeOf = (bytes: Uint8Array) => secretCode("participation", bytes);

/** What a less careful product would do when somebody begins. */
type Leak = (sql: postgres.Sql, codeHash: string) => Promise<unknown>;

/** One that was built like that from the start: it is made before the first participant. */
type CarelessProduct = { prepare: (sql: postgres.Sql) => Promise<unknown>; onBegin: Leak };

type Circumstances = {
  careless?: CarelessProduct;
  /** What the database does by itself before anybody else begins. */
  meanwhile?: (sql: postgres.Sql) => Promise<unknown>;
};

/**
 * A whole anonymous study in a PostgreSQL of its own, with so many participants over HTTP: all invited in one go, then
 * beginning in an order of their own and submitting some time later, others in between. Then everything that is stored.
 */
async function fieldedStudy(people: number, { careless, meanwhile }: Circumstances = {}) {
  const { folder, remove } = temporaryFolder();
  const dataFolder = join(folder, "data");
  const server = await startEmbeddedPostgres({ dataFolder });
  const store = await openStore({
    databaseUrl: server.url,
    deletionJournal: join(dataFolder, "deletion-journal"),
    participationFolder: join(dataFolder, "participation"),
  });
  const sql = postgres(server.adminUrl.replace(/\/postgres$/, "/mehrwert"), { max: 1 });
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const spki = toBase64url(pair.publicKey.export({ type: "spki", format: "der" }));
  const credentialKey = { spki, fingerprint: (await keyFingerprint(spki)) ?? "" };
  const study = {
    ...demoStudy(instrument, await definitionHash(instrument)),
    slug: "staff",
    mode: "anonymous" as const,
    credentialKey,
  };
  const privateKey = String(pair.privateKey.export({ type: "pkcs8", format: "pem" }));
  await store.createStudy(study, instrument, privateKey);
  await careless?.prepare(sql);
  const log: string[] = [];
  const smtp = await startSmtp();
  const mails = await startMailService({
    store,
    databaseUrl: server.url,
    publicUrl: "https://survey.example.org",
    log: createLog("trace", { write: (line: string) => log.push(line) }),
    settings: {
      ...{ host: "127.0.0.1", port: smtp.port, secure: false, requireTls: false },
      from: { address: "survey@office.example" },
    },
  });
  await store.fieldwork.saveMailing(study.slug, { ...defaultMailing, perMinute: 6000 });
  const invitees = Array.from({ length: people }, (_, n) => ({
    address: `person-${n}@authority.example`,
  }));
  await store.fieldwork.inviteByMail({ study: study.slug, invitees, day: "2026-11-28", codeOf });
  await mails.wake(study.slug);
  await until(() => smtp.mails.length === people, "every invitation has arrived");
  const invitations = codesIn(smtp);
  const app = createApp({
    store: careless ? leaking(store, sql, careless.onBegin) : store,
    accounts: testAccounts(store),
    instruments: new Map([["value-drivers/1.0.0", instrument]]),
    now: () => new Date(),
    log: createLog("trace", { write: (line: string) => log.push(line) }),
    webApps: webAppFolders,
    softwareVersion: "0.0.0-test",
  });
  const running = await serveApp({ app, host: "127.0.0.1", port: 0 });
  const onNext = async () => meanwhile?.(sql);
  const halfway = async () => {
    const asked = {
      study: study.slug,
      to: "not-begun",
      most: 1,
      round: 1,
      day: "2026-11-29",
    } as const;
    const { reminded } = await store.fieldwork.remind(asked);
    await mails.wake(study.slug);
    await until(() => smtp.mails.length === people + reminded, "every reminder has arrived");
  };
  const truths = await takePart({ url: running.url, study, invitations, onNext, halfway });
  await running.close();
  const evidence = await storedEvidence({ sql, folder, study: study.slug, mails: smtp.mails });
  const queued = await queueRows(sql);
  await mails.stop();
  const end = async () => {
    await smtp.stop();
    await sql.end();
    await store.close();
    await server.stop();
    remove();
  };
  return { study, store, folder, log, truths, evidence, queued, end };
}

/** To whom which code was sent, out of the mails themselves: nothing that is stored tells. */
function codesIn({ mails }: TestSmtp): { recipient: string; code: string }[] {
  return mails.map(({ to, text }) => ({
    recipient: to,
    code: /#((?:[0-9A-Z]{5}-){4}[0-9A-Z]{5})/.exec(unfolded(text))?.[1] ?? "",
  }));
}

/** A text as it was before it was made fit for mails: quoted-printable, soft line breaks. */
const unfolded = (text: string) => text.replace(/=\r?\n/g, "").replace(/=3D/g, "=");

/** Everything the outbox and the queue keep, as text. */
async function queueRows(sql: postgres.Sql): Promise<{ outbox: number; queue: string }> {
  const outbox = await sql`select * from outbox`;
  const tables = await sql<{ name: string }[]>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
    from information_schema.tables where table_schema = 'pgboss'`;
  const rows = [];
  for (const { name } of tables) rows.push(await sql.unsafe(`select * from ${name}`));
  return { outbox: outbox.length, queue: JSON.stringify(rows) };
}

function leaking(store: Store, sql: postgres.Sql, leak: Leak): Store {
  return {
    ...store,
    useInvitation: async (of) => {
      const isGranted = await store.useInvitation(of);
      const { createHash } = await import("node:crypto");
      if (isGranted) await leak(sql, createHash("sha256").update(of.code).digest("hex"));
      return isGranted;
    },
  };
}

/**
 * Everybody in an order of their own, with up to a dozen people between beginning and submitting. When half of them have
 * begun, and who has is done, the others are reminded.
 */
async function takePart({
  url,
  study,
  invitations,
  onNext,
  halfway,
}: {
  url: string;
  study: Parameters<typeof simulatedParticipant>[0]["study"];
  invitations: readonly { code: string; recipient?: string }[];
  onNext: () => Promise<unknown>;
  halfway: () => Promise<void>;
}): Promise<Truth[]> {
  const random = seededRandom(20261128);
  const participants = await Promise.all(
    invitations.map(({ code, recipient = "" }, seed) =>
      simulatedParticipant({ url, study, instrument, invited: { recipient, code }, seed }),
    ),
  );
  const keyed = participants.map((one) => ({ one, key: random() }));
  const order = keyed.toSorted((a, b) => a.key - b.key).map(({ one }) => one);
  const underWay: { one: (typeof order)[number]; since: number }[] = [];
  let begun = 0;
  // As many minutes as there were others who began meanwhile: the most that a duration could tell of that.
  const submits = async (next: (typeof underWay)[number] | undefined) =>
    next?.one.submits(begun - next.since);
  for (const [at, one] of order.entries()) {
    if (at === Math.floor(order.length / 2)) await halfway();
    await onNext();
    await one.begins();
    begun += 1;
    underWay.push({ one, since: begun });
    while (underWay.length > random() * 12) await submits(underWay.shift());
  }
  for (const next of underWay) await submits(next);
  return participants.map(({ truth }) => truth);
}

type Fielded = Awaited<ReturnType<typeof fieldedStudy>>;

function attack({ evidence: { people, responses }, truths }: Fielded) {
  const mine = new Map(truths.map(({ recipient, responseId }) => [recipient, responseId]));
  const all = guesses(people, responses, (person, response) => mine.get(person) === response);
  const best = all.toSorted((one, other) => other.hits - one.hits)[0];
  return { ways: all.length, best, most: mostHitsByChance(all.length, 0.01) };
}

test("whoever has everything that is stored guesses whose answers are whose no better than by chance", async () => {
  const fielded = await fieldedStudy(200);
  expect(fielded.evidence.responses).toHaveLength(200);
  const { ways, best, most } = attack(fielded);
  console.info(
    `200 participants, ${ways} ways to guess: best ${best?.hits} right (${best?.way}); chance gives up to ${most}`,
  );
  expect(best?.hits).toBeLessThanOrEqual(most);
  expect(
    (await fielded.store.invitations({ study: "staff", codeOf })).every(({ hasBegun }) => hasBegun),
  ).toBe(true);

  const files = filesBelow(fielded.folder);
  const holding = (text: string) =>
    files.filter(({ bytes }) => bytes.includes(text)).map(({ path }) => path);
  expect(holding("person-17@authority.example").length).toBeGreaterThan(0);
  for (const text of Object.values(tellTales)) expect(holding(text)).toEqual([]);
  for (const { code } of fielded.truths.slice(0, 20)) expect(holding(code)).toEqual([]);
  const { outbox, queue } = fielded.queued;
  expect(outbox).toBe(0);
  expect(queue).toContain("staff");
  for (const { code, recipient, responseId } of fielded.truths)
    for (const text of [code, recipient, responseId]) expect(queue).not.toContain(text);
  const told = fielded.log.join("");
  const secrets = fielded.truths.flatMap(({ code, recipient, responseId }) => [
    code,
    recipient,
    responseId,
  ]);
  for (const text of [...Object.values(tellTales), ...secrets]) expect(told).not.toContain(text);
  await fielded.end();
}, 600_000);

test("pages that are written between any two participants tell nothing of their order", async () => {
  const fielded = await fieldedStudy(30, { meanwhile: (sql) => sql`checkpoint` });
  const { ways, best, most } = attack(fielded);
  console.info(
    `30 participants, a checkpoint before each, ${ways} ways to guess: best ${best?.hits} right (${best?.way}); chance gives up to ${most}`,
  );
  expect(best?.hits).toBeLessThanOrEqual(most);
  await fielded.end();
}, 300_000);

const careless: Record<string, CarelessProduct> = {
  "a fine timestamp on both sides": {
    prepare: (sql) =>
      sql.unsafe(`alter table invitation add column begun timestamptz;
                  alter table survey_response add column came timestamptz default clock_timestamp()`),
    onBegin: (sql, hash) =>
      sql`update invitation set begun = clock_timestamp() where code_hash = ${hash}`,
  },
  "a mark in the database instead of the ledger": {
    prepare: (sql) => sql`alter table invitation add column begun boolean default false`,
    onBegin: (sql, hash) => sql`update invitation set begun = true where code_hash = ${hash}`,
  },
};

test.each(Object.keys(careless))(
  "the same attack finds people out where there is %s",
  async (name) => {
    const product = careless[name];
    const fielded = await fieldedStudy(40, product && { careless: product });
    const { best, most } = attack(fielded);
    console.info(
      `with ${name}: ${best?.hits} of 40 right (${best?.way}); chance gives up to ${most}`,
    );
    expect(best?.hits).toBeGreaterThan(most);
    await fielded.end();
  },
  600_000,
);
