import { openStore, type Store } from "@mehrwert/store";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { consoleRequests, plannersApi, readyChanges } from "../example/planned-study.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let store: Store;
let drop: () => Promise<void>;
let ask: ReturnType<typeof consoleRequests>;

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
  ask = consoleRequests(await plannersApi(store));
});
afterAll(async () => {
  await store.close();
  await drop();
});

const wish = (slug: string, mode = "open") => ({
  slug,
  title: { de: "Netzwerke", en: "Networks" },
  instrument: { slug: "value-drivers", version: "1.0.0" },
  mode,
});
const plan = (slug: string) => `/api/studies/${slug}/plan`;

test("a study begins as planned, with the smallest group of ten, and everything still to change", async () => {
  const reply = await ask("POST", "/api/studies", wish("begun"));
  expect(reply).toMatchObject({
    status: 201,
    body: {
      revision: 0,
      study: { slug: "begun", status: "planned", wave: 1, mode: "open", minimumGroupSize: 10 },
      plan: { waves: [{}] },
      facts: { isInvited: false, hasResponses: false },
      changeable: { mode: "yes", minimumGroupSize: "yes" },
    },
  });
  expect(await ask("GET", plan("begun"))).toEqual({ ...reply, status: 200 });
  const taken = await ask("POST", "/api/studies", wish("begun"));
  expect(taken).toMatchObject({ status: 409, body: { type: "/problems/study-name-taken" } });
});

test.each([
  [
    "an instrument nobody has",
    { ...wish("x"), instrument: { slug: "nothing", version: "1.0.0" } },
    "#/instrument",
  ],
  ["a name in one language", { ...wish("x"), title: { de: "Nur deutsch", en: "" } }, "#/title/en"],
  ["a mode nobody knows", wish("x", "secret"), "#/mode"],
  ["a slug with a slash", wish("a/b"), "#/slug"],
])("a study with %s is refused", async (_, body, pointer) => {
  const reply = await ask("POST", "/api/studies", body);
  expect(reply).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
});

test("an anonymous study gets a key of its own, another mode takes it away, and no reply holds the private one", async () => {
  const { body } = await ask("POST", "/api/studies", wish("keyed", "anonymous"));
  expect(body.study.credentialKey.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  const key = await store.credentialPrivateKey("keyed");
  expect(key).toContain("PRIVATE KEY");
  expect(JSON.stringify(body)).not.toContain("PRIVATE");
  const same = await ask("PATCH", plan("keyed"), {
    revision: 0,
    changes: { minimumGroupSize: 12 },
  });
  expect(same.body.study.credentialKey).toEqual(body.study.credentialKey);
  const opened = await ask("PATCH", plan("keyed"), { revision: 1, changes: { mode: "open" } });
  expect(opened).toMatchObject({ status: 200, body: { study: { mode: "open" } } });
  expect(opened.body.study.credentialKey).toBeUndefined();
  expect(await store.credentialPrivateKey("keyed")).toBeUndefined();
});

test("the second of two who save the same plan is refused, and nothing is overwritten", async () => {
  await ask("POST", "/api/studies", wish("twice"));
  const first = { revision: 0, changes: { expectedRespondents: 100 } };
  expect(await ask("PATCH", plan("twice"), first)).toMatchObject({ status: 200 });
  const second = { revision: 0, changes: { expectedRespondents: 200 } };
  const refused = await ask("PATCH", plan("twice"), second);
  expect(refused).toMatchObject({ status: 409, body: { type: "/problems/plan-changed" } });
  expect((await ask("GET", plan("twice"))).body.plan.expectedRespondents).toBe(100);
});

test("the checklist tells what is missing until nothing is, and only then the study opens", async () => {
  await ask("POST", "/api/studies", wish("listed"));
  const open = () => ask("POST", "/api/studies/listed/open", { wave: 1 });
  const refused = await open();
  expect(refused).toMatchObject({ status: 409, body: { type: "/problems/not-ready" } });
  const pointers = refused.body.errors.map(({ pointer }: { pointer: string }) => pointer);
  expect(pointers).toEqual(["#/informationSheet", "#/retentionDate"]);
  const before = await ask("GET", "/api/studies/listed/checklist");
  expect(before.body).toMatchObject({ mayOpen: false, waveToOpen: 1 });
  const changes = { ...readyChanges, expectedRespondents: 40 };
  expect(await ask("PATCH", plan("listed"), { revision: 0, changes })).toMatchObject({
    status: 200,
  });
  const { body } = await ask("GET", "/api/studies/listed/checklist");
  expect(body.mayOpen).toBe(true);
  const states = Object.fromEntries(
    body.items.map(({ id, state }: { id: string; state: string }) => [id, state]),
  );
  expect(states).toMatchObject({
    information: "done",
    retention: "done",
    pilot: "look",
    demographics: "look",
  });
  expect(await open()).toMatchObject({ status: 200, body: { study: { status: "fielding" } } });
  expect(await open()).toMatchObject({ status: 409, body: { type: "/problems/wrong-stage" } });
});

test("in the field a plan says what it keeps, and refuses to break it", async () => {
  await ask("POST", "/api/studies", wish("promised"));
  await ask("PATCH", plan("promised"), { revision: 0, changes: readyChanges });
  await ask("POST", "/api/studies/promised/open", { wave: 1 });
  expect((await ask("GET", plan("promised"))).body.changeable).toMatchObject({
    mode: "no",
    minimumGroupSize: "only-up",
    retentionDate: "only-earlier",
    informationSheet: "yes",
  });
  const changes = { minimumGroupSize: 5, retentionDate: "2028-01-01", mode: "confidential" };
  const refused = await ask("PATCH", plan("promised"), { revision: 1, changes });
  expect(refused.status).toBe(422);
  expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    "#/mode",
    "#/minimumGroupSize",
    "#/retentionDate",
  ]);
  const stricter = { minimumGroupSize: 15, retentionDate: "2027-06-30" };
  const saved = await ask("PATCH", plan("promised"), { revision: 1, changes: stricter });
  expect(saved).toMatchObject({ status: 200, body: { study: stricter } });
});
