import { createHash } from "node:crypto";
import { openStore, type Store } from "@mehrwert/store";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleResponse } from "../example/example-api.ts";
import { consoleRequests, plannersApi, readyChanges } from "../example/planned-study.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let store: Store;
let drop: () => Promise<void>;
let api: Awaited<ReturnType<typeof plannersApi>>;
let ask: ReturnType<typeof consoleRequests>;
let now = new Date("2026-12-24T10:00:00Z");

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
  api = await plannersApi(store, { now: () => now });
  ask = consoleRequests(api);
});
afterAll(async () => {
  await store.close();
  await drop();
});

async function fieldedStudy(slug: string): Promise<void> {
  const instrument = { slug: "value-drivers", version: "1.0.0" };
  const title = { de: "Netzwerke", en: "Networks" };
  await ask("POST", "/api/studies", { slug, title, instrument, mode: "open" });
  await ask("PATCH", `/api/studies/${slug}/plan`, { revision: 0, changes: readyChanges });
  await ask("POST", `/api/studies/${slug}/open`, { wave: 1 });
}

async function answer(slug: string, seeds: number[]): Promise<void> {
  const study = await store.study(slug);
  for (const seed of seeds) {
    const { status } = await api.submit(slug, exampleResponse(study, seed));
    expect(status).toBe(201);
  }
}
const post = (slug: string, what: string, body?: unknown) =>
  ask("POST", `/api/studies/${slug}/${what}`, body);
const wrongStage = { status: 409, body: { type: "/problems/wrong-stage" } };

test("a wave is opened, ends, is closed and frozen; the next one keeps its answers apart", async () => {
  await fieldedStudy("two-waves");
  await answer("two-waves", [1, 2, 3]);
  expect(await post("two-waves", "freeze")).toMatchObject(wrongStage);
  expect((await post("two-waves", "finish")).body.study).toMatchObject({
    status: "finishing",
    lastDay: "2026-12-31",
  });
  expect(await post("two-waves", "finish")).toMatchObject(wrongStage);
  expect((await post("two-waves", "close")).body.study.status).toBe("closed");
  expect(await post("two-waves", "close")).toMatchObject(wrongStage);

  const frozen = await post("two-waves", "freeze");
  expect(frozen).toMatchObject({ status: 200, body: [{ wave: 1, responses: 3, isKept: true }] });
  expect(await post("two-waves", "open", { wave: 1 })).toMatchObject(wrongStage);
  now = new Date("2027-05-02T10:00:00Z");
  expect((await post("two-waves", "open", { wave: 2 })).body.study).toMatchObject({
    status: "fielding",
    wave: 2,
  });
  await answer("two-waves", [4, 5]);
  await post("two-waves", "close");
  const both = await post("two-waves", "freeze");
  expect(both.body).toMatchObject([
    { wave: 1, responses: 3, sha256: frozen.body[0].sha256 },
    { wave: 2, responses: 2 },
  ]);
  for (const { wave, sha256 } of both.body) {
    const reply = await api.app.request(`/api/studies/two-waves/frozen-datasets/${wave}`);
    const bytes = new Uint8Array(await reply.arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  }
  const live = await api.app.request("/api/studies/two-waves/dataset.zip?wave=2");
  const bytes = new Uint8Array(await live.arrayBuffer());
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(both.body[1].sha256);
  expect((await api.app.request("/api/studies/two-waves/dataset.zip?wave=3")).status).toBe(404);
  now = new Date("2026-12-24T10:00:00Z");
});

test("an archived study is read and not changed; it must be frozen before", async () => {
  await fieldedStudy("shelved");
  await answer("shelved", [11]);
  await post("shelved", "close");
  expect(await post("shelved", "archive")).toMatchObject(wrongStage);
  await post("shelved", "freeze");
  expect((await post("shelved", "archive")).body.study.status).toBe("archived");
  expect((await ask("GET", "/api/studies/shelved/frozen-datasets")).body).toHaveLength(1);
  const change = { revision: 1, changes: { minimumGroupSize: 30 } };
  expect((await ask("PATCH", "/api/studies/shelved/plan", change)).status).toBe(422);
  const page = await api.app.request("/s/shelved", { headers: { accept: "text/html" } });
  expect(page.status).not.toBe(500);
});

test("a study is deleted only when nobody can take part and its name is repeated", async () => {
  await fieldedStudy("doomed");
  await answer("doomed", [21]);
  const remove = (confirm: string) => ask("DELETE", `/api/studies/doomed?confirm=${confirm}`);
  expect(await remove("doomed")).toMatchObject(wrongStage);
  await post("doomed", "close");
  expect(await remove("demo")).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: "#/confirm" }] },
  });
  expect(await ask("GET", "/api/studies/doomed")).toMatchObject({ status: 200 });
  expect((await remove("doomed")).status).toBe(204);
  expect(await ask("GET", "/api/studies/doomed")).toMatchObject({ status: 404 });
});

test("every step stands in the audit log, under the name of who took it, and so does who may take it next", async () => {
  await fieldedStudy("logged");
  await answer("logged", [31]);
  for (const step of ["finish", "close", "freeze"]) await post("logged", step);
  await api.app.request("/api/studies/logged/frozen-datasets/1");
  await api.app.request("/api/studies/logged/dataset.zip?wave=1");
  await post("logged", "pilot/key");
  await ask("DELETE", "/api/studies/logged/pilot");
  await api.app.request("/api/studies/logged/hand-over.zip");
  await post("logged", "archive");
  expect(await store.accounts.peopleOfStudy("logged")).toMatchObject([{ role: "owner" }]);
  await ask("DELETE", "/api/studies/logged?confirm=logged");
  const entries = (await store.accounts.auditEntries({ limit: 200 }))
    .filter(({ study }) => study === "logged")
    .reverse();
  expect(entries.map(({ action }) => action)).toEqual([
    "study.created",
    "study-plan.changed",
    "study.opened",
    "study.finishing",
    "study.closed",
    "dataset.frozen",
    "dataset.fetched",
    "dataset.fetched",
    "pilot-link.renewed",
    "pilot.cleared",
    "study.handed-over",
    "study.archived",
    "study.deleted",
  ]);
  expect(new Set(entries.map(({ person }) => person?.name))).toEqual(new Set(["Ada Example"]));
  expect(entries[1]?.details).toEqual({
    changed: "retentionDate, informationSheet, waves",
  });
  expect(entries[5]?.details).toMatchObject({ wave: 1, responses: 1 });
});

test("a step that is refused is not logged", async () => {
  const before = await store.accounts.auditEntries({ limit: 1 });
  await post("two-waves", "finish");
  await post("nowhere", "close");
  await ask("POST", "/api/studies", { slug: "x" });
  expect(await store.accounts.auditEntries({ limit: 1 })).toEqual(before);
});

test("every step of a study nobody knows is not found", async () => {
  for (const step of ["finish", "close", "archive", "freeze"])
    expect([step, (await post("nowhere", step)).status]).toEqual([step, 404]);
  expect((await post("nowhere", "open", { wave: 1 })).status).toBe(404);
  expect((await ask("DELETE", "/api/studies/nowhere?confirm=nowhere")).status).toBe(404);
  for (const path of ["plan", "checklist", "pilot", "frozen-datasets"])
    expect([path, (await ask("GET", `/api/studies/nowhere/${path}`)).status]).toEqual([path, 404]);
});
