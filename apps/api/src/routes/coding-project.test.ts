import { openStore, type Store } from "@mehrwert/store";
import type { Codebook } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleApi, exampleStudy } from "../example/example-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const codebook: Codebook = {
  ...{ slug: "small", version: "1.0.0", languages: ["de", "en"] },
  title: { de: "Klein", en: "Small" },
  codes: [{ id: "A", label: { de: "A", en: "A" }, origin: "deductive" }],
};
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url });
  await store.createStudy(await exampleStudy({ retentionDate: "2027-12-31" }));
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const begin = (project: string, now: string) =>
  exampleApi(store, { codebooks: [codebook], now: () => new Date(now) }).app.request(
    "/api/studies/demo/coding?lang=de",
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        ...{ project, title: "T" },
        codebook: { slug: "small", version: "1.0.0" },
      }),
    },
  );

test("a coding project is begun up to the retention date; later it would be gone the next day and is refused", async () => {
  expect((await begin("in-time", "2027-12-31T23:59:00Z")).status).toBe(201);
  const refused = await begin("too-late", "2028-01-01T00:00:00Z");
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    type: "/problems/invalid",
    errors: [{ detail: expect.stringContaining("Löschtag der Studie ist vorbei") }],
  });
  expect((await store.coding.projects("demo")).map(({ project }) => project)).toEqual(["in-time"]);
});
