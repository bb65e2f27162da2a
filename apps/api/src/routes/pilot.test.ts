import { seededRandom } from "@mehrwert/analysis";
import { openStore, type Store } from "@mehrwert/store";
import { simulateAnswers } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { valueDrivers } from "../example/example-api.ts";
import { consoleRequests, plannersApi } from "../example/planned-study.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let store: Store;
let drop: () => Promise<void>;
let ask: ReturnType<typeof consoleRequests>;
const pilot = "/api/studies/tried/pilot";

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
  ask = consoleRequests(await plannersApi(store));
  const instrument = { slug: "value-drivers", version: "1.0.0" };
  const title = { de: "Netzwerke", en: "Networks" };
  await ask("POST", "/api/studies", { slug: "tried", title, instrument, mode: "anonymous" });
});
afterAll(async () => {
  await store.close();
  await drop();
});

const newKey = async (): Promise<string> => (await ask("POST", `${pilot}/key`)).body.key;

async function testResponse() {
  const { definitionHash, instrumentVersion } = await store.study("tried");
  const { answers, presentation } = simulateAnswers(valueDrivers(), seededRandom(1));
  const id = "3d594650-9dd1-4c8b-9b9f-27d3fbe4a0d1";
  return { id, instrumentVersion, definitionHash, language: "de", answers, presentation };
}

test("testers get in with the key of the link, and with no other", async () => {
  expect((await ask("GET", pilot)).body).toEqual({ testers: 0, comments: [] });
  const first = await newKey();
  const openWith = (key: string) => ask("POST", "/api/studies/tried/pilot-openings", { key });
  expect((await openWith(first)).body.study).toMatchObject({ slug: "tried", status: "planned" });
  const second = await newKey();
  expect((await openWith(first)).status).toBe(404);
  expect((await openWith("A".repeat(20))).status).toBe(404);
  expect((await openWith(second)).status).toBe(200);
});

test("test answers are checked like all others and enter nothing", async () => {
  const key = await newKey();
  const response = await testResponse();
  const send = (sent: unknown) =>
    ask("POST", "/api/studies/tried/pilot-responses", { key, response: sent });
  expect(await send(response)).toMatchObject({ status: 200 });
  const damaged = { ...response, answers: { ...response.answers, "no-such-question": 1 } };
  expect((await send(damaged)).status).toBe(422);
  expect((await ask("GET", pilot)).body.testers).toBe(1);
  expect(await store.countResponses("tried")).toBe(0);
  expect((await ask("GET", "/api/studies/tried/results")).body.rankings).toEqual([]);
  expect((await ask("GET", "/api/studies/tried/plan")).body.facts.hasResponses).toBe(false);
});

test("comments of testers are listed by page, settled, opened again and deleted", async () => {
  const key = await newKey();
  const comment = {
    page: "ranking",
    comment: "Zu lang",
    language: "de",
    instrumentVersion: "1.0.0",
  };
  const kept = await ask("POST", "/api/studies/tried/pilot-comments", { key, ...comment });
  expect(kept).toEqual({ status: 200, body: { result: "stored" } });
  const empty = { key, ...comment, comment: "  " };
  expect((await ask("POST", "/api/studies/tried/pilot-comments", empty)).status).toBe(422);
  const [found] = (await ask("GET", pilot)).body.comments;
  expect(found).toMatchObject({ ...comment, isSettled: false, day: "2026-12-24" });
  const settle = (isSettled: boolean) =>
    ask("PATCH", `${pilot}/comments/${found.id}`, { isSettled });
  expect((await settle(true)).body.comments).toMatchObject([{ isSettled: true }]);
  expect((await settle(false)).body.comments).toMatchObject([{ isSettled: false }]);
  const other = `${pilot}/comments/3d594650-9dd1-4c8b-9b9f-27d3fbe4a0d1`;
  expect((await ask("PATCH", other, { isSettled: true })).status).toBe(404);
  expect((await ask("DELETE", pilot)).body).toMatchObject({ testers: 0, comments: [] });
});

test("a simulation shows tables marked as simulated, and how many respondents each step takes; nothing is stored", async () => {
  const { status, body } = await ask("POST", `${pilot}/simulation`, { respondents: 150 });
  expect(status).toBe(200);
  expect(body.results.study).toMatchObject({ slug: "tried", isSimulated: true });
  expect(body.results.rankings.length).toBeGreaterThan(0);
  expect(body.results.questions.length).toBeGreaterThan(5);
  expect(body.results.scales.length).toBeGreaterThan(0);
  const [planning] = body.planning;
  expect(planning.pairs).toHaveLength(7);
  const fourAndFive = planning.pairs.find(
    ({ higher }: { higher: { place: number } }) => higher.place === 4,
  );
  expect(fourAndFive).toMatchObject({ lower: { place: 5 }, needed: expect.any(Number) });
  const again = await ask("POST", `${pilot}/simulation`, { respondents: 150 });
  expect(again.body).toEqual(body);
  expect(await store.countResponses("tried")).toBe(0);
  expect((await ask("POST", `${pilot}/simulation`, { respondents: 3 })).status).toBe(422);
});
