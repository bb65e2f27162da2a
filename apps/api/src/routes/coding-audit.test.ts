import { randomUUID } from "node:crypto";
import { openStore, type Store } from "@mehrwert/store";
import type { Codebook, CodingChange } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleOwner } from "../example/example-accounts.ts";
import { exampleApi, exampleStudy } from "../example/example-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const codebook: Codebook = {
  ...{ slug: "small", version: "1.0.0", languages: ["de", "en"] },
  title: { de: "Klein", en: "Small" },
  codes: ["A", "B"].map((id) => ({
    ...{ id, label: { de: id, en: id }, origin: "deductive" as const },
  })),
};
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let app: ReturnType<typeof exampleApi>["app"];

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url });
  await store.createStudy(await exampleStudy());
  app = exampleApi(store, { codebooks: [codebook] }).app;
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function post(path: string, body: unknown): Promise<number> {
  const isFile = typeof body === "string";
  const type = isFile ? "application/octet-stream" : "application/json";
  const reply = await app.request(`/api/studies/demo/coding${path}`, {
    method: "POST",
    headers: { "content-type": type },
    body: isFile ? body : JSON.stringify(body),
  });
  return reply.status;
}

const sending = (...changes: CodingChange[]) => ({
  ...{ since: 0, run: randomUUID() },
  changes: changes.map((change) => ({ id: randomUUID(), change })),
});

/** What was written since, oldest first, as action and details. */
async function writtenBy(run: () => Promise<unknown>): Promise<unknown[]> {
  const [last] = await store.accounts.auditEntries({ limit: 1 });
  await run();
  const entries = await store.accounts.auditEntries({ limit: 50 });
  return entries
    .filter(({ number }) => number > (last?.number ?? 0))
    .reverse()
    .map(({ action, study, person, details }) => {
      expect({ study, person: person?.id }).toEqual({
        study: "demo",
        person: exampleOwner.person.id,
      });
      return [action, details];
    });
}

const coding: CodingChange = {
  kind: "coding-added",
  coding: {
    ...{ id: randomUUID(), code: "A", coder: "ada-example", origin: { kind: "by-hand" } },
    excerpt: { document: "E1", version: 1, start: 0, end: 5 },
  },
};
const removal = (code: string): CodingChange => ({ kind: "code-removed", code });

test("what changes a coding project for everybody stands in the audit log, a coder's own codings do not", async () => {
  const project = "p";
  const begun = { project, title: "T", codebook: { slug: "small", version: "1.0.0" } };
  expect(await writtenBy(() => post("", begun))).toEqual([["coding-project.begun", { project }]]);
  const bringing = (text: string) => post("/p/transcripts/E1?fileName=secret.txt", text);
  expect(
    await writtenBy(async () => {
      expect(await bringing("E1: So war es.")).toBe(201);
      expect(await bringing("E1: So war es!")).toBe(201);
      expect(await bringing("E1: So war es!")).toBe(422);
    }),
  ).toEqual([1, 2].map((version) => ["transcript.added", { project, version }]));
  const own = async () => expect(await post("/p/events", sending(coding))).toBe(200);
  expect(await writtenBy(own)).toEqual([]);
  const shared = sending(removal("A"), removal("B"));
  expect(
    await writtenBy(async () => {
      expect(await post("/p/events", shared)).toBe(200);
      // What is sent again was not done again.
      expect(await post("/p/events", shared)).toBe(200);
    }),
  ).toEqual([["coding-project.changed", { project, changes: 2 }]]);
  expect(await writtenBy(() => post("/p/release", {}))).toEqual([
    ["codings.released", { project }],
  ]);
  const fetched = async () => app.request("/api/studies/demo/coding/p/project.zip");
  expect(await writtenBy(fetched)).toEqual([["coding-project.fetched", { project }]]);
});
