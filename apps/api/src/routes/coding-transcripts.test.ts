import { openStore, type Store } from "@mehrwert/store";
import type { Codebook } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleApi, exampleStudy } from "../example/example-api.ts";
import { hostileDocument, wordDocument } from "../example/word-document.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const codebook: Codebook = {
  ...{ slug: "small", version: "1.0.0", languages: ["de", "en"] },
  title: { de: "Klein", en: "Small" },
  codes: [{ id: "A", label: { de: "A", en: "A" }, origin: "deductive" }],
};
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let app: ReturnType<typeof exampleApi>["app"];

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url });
  await store.createStudy(await exampleStudy());
  app = exampleApi(store, { codebooks: [codebook] }).app;
  const begun = { project: "p", title: "T", codebook: { slug: "small", version: "1.0.0" } };
  const reply = await app.request("/api/studies/demo/coding", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(begun),
  });
  expect(reply.status).toBe(201);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const upload = (fileName: string, body: string | Uint8Array<ArrayBuffer>, language = "de") =>
  app.request(`/api/studies/demo/coding/p/transcripts/E1?fileName=${fileName}&lang=${language}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: typeof body === "string" ? body : new Blob([body]),
  });

test("a file that takes seconds to read is refused, and others are answered meanwhile", async () => {
  const bytes = hostileDocument();
  expect(bytes.length).toBeLessThan(50_000);
  let isPending = true;
  const refused = Promise.resolve(upload("E1.docx", bytes)).finally(() => {
    isPending = false;
  });
  const waitedMs: number[] = [];
  while (isPending) {
    const askedMs = performance.now();
    expect((await app.request("/api/studies/demo")).status).toBe(200);
    if (isPending) waitedMs.push(performance.now() - askedMs);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect((await refused).status).toBe(422);
  expect(waitedMs.length).toBeGreaterThan(20);
  expect(Math.max(...waitedMs)).toBeLessThan(1000);
});

test("a refusal of the reader says file and reason in the language that was asked for", async () => {
  const nested = `${"<w:x>".repeat(100_000)}${"</w:x>".repeat(100_000)}`;
  for (const [language, detail] of [
    ["de", "verschachtelt"],
    ["en", "nested too deep"],
  ] as const) {
    const reply = await upload("E1.docx", wordDocument(nested), language);
    expect(reply.status).toBe(422);
    expect(await reply.json()).toMatchObject({
      type: "/problems/invalid",
      errors: [{ detail: expect.stringContaining(detail) }],
    });
  }
});

test("a transcript is read, and its correction carried over, beside the server", async () => {
  const first = await upload("E1.txt", "I: Und?\nE1: So war es.");
  expect(await first.json()).toMatchObject({ version: 1, speakers: ["I", "E1"] });
  const second = await upload("E1.txt", "I: Und?\nE1: Ja, so war es.");
  expect(second.status).toBe(201);
  const events = await store.coding.allEvents({ study: "demo", project: "p" });
  const { change } = events.at(-1) ?? {};
  expect(change).toMatchObject({ kind: "document-corrected", from: 1, carried: [] });
  const place = { study: "demo", project: "p" };
  const { text } = await store.coding.transcript(place, { document: "E1", version: 2 });
  expect(text).toBe("I: Und?\nE1: Ja, so war es.\n");
});
