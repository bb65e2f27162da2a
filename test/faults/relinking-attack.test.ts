import { generateKeyPairSync } from "node:crypto";
import { join } from "node:path";
import { seededRandom } from "@mehrwert/analysis";
import { createApp, createLog, serveApp, webAppFolders } from "@mehrwert/api";
import { keyFingerprint, secretCode, toBase64url } from "@mehrwert/privacy";
import { openStore, type Store, startEmbeddedPostgres } from "@mehrwert/store";
import { definitionHash, demoStudy } from "@mehrwert/study";
import postgres from "postgres";
import { expect, test } from "vitest";
import { testAccounts } from "../setup/account.ts";
import { temporaryFolder } from "../setup/database.ts";
import { valueDrivers } from "../setup/server.ts";
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

/**
 * A whole anonymous study in a PostgreSQL of its own, with so many participants over HTTP: all invited in one go, then
 * beginning in an order of their own and submitting some time later, others in between. Then everything that is stored.
 */
async function fieldedStudy(people: number, careless?: CarelessProduct) {
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
  const recipients = Array.from({ length: people }, (_, n) => `person-${n}@authority.example`);
  const invitations = await store.invite({ study: study.slug, recipients, codeOf });
  const log: string[] = [];
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
  const truths = await takePart({ url: running.url, study, invitations });
  await running.close();
  const evidence = await storedEvidence({ sql, folder, study: study.slug, truths });
  const end = async () => {
    await sql.end();
    await store.close();
    await server.stop();
    remove();
  };
  return { study, store, folder, log, truths, evidence, end };
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

/** Everybody in an order of their own, with up to a dozen people between beginning and submitting. */
async function takePart({
  url,
  study,
  invitations,
}: {
  url: string;
  study: Parameters<typeof simulatedParticipant>[0]["study"];
  invitations: readonly { code: string; recipient?: string }[];
}): Promise<Truth[]> {
  const random = seededRandom(20261128);
  const participants = await Promise.all(
    invitations.map(({ code, recipient = "" }, seed) =>
      simulatedParticipant({ url, study, instrument, invited: { recipient, code }, seed }),
    ),
  );
  const keyed = participants.map((one) => ({ one, key: random() }));
  const order = keyed.toSorted((a, b) => a.key - b.key).map(({ one }) => one);
  const underWay: typeof order = [];
  for (const one of order) {
    await one.begins();
    underWay.push(one);
    while (underWay.length > random() * 12) await underWay.shift()?.submits();
  }
  for (const one of underWay) await one.submits();
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
  const told = fielded.log.join("");
  const secrets = fielded.truths.flatMap(({ code, recipient, responseId }) => [
    code,
    recipient,
    responseId,
  ]);
  for (const text of [...Object.values(tellTales), ...secrets]) expect(told).not.toContain(text);
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
    const fielded = await fieldedStudy(40, careless[name]);
    const { best, most } = attack(fielded);
    console.info(
      `with ${name}: ${best?.hits} of 40 right (${best?.way}); chance gives up to ${most}`,
    );
    expect(best?.hits).toBeGreaterThan(most);
    await fielded.end();
  },
  300_000,
);
