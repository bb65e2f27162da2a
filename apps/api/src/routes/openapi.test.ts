import { openStore, type Store } from "@mehrwert/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleApi } from "../example/example-api.ts";

let store: Store;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
});

afterAll(async () => {
  await store.close();
  await drop();
});

const localized = z.object({ de: z.string().min(1), en: z.string().min(1) });
const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string().min(1),
  "x-summary": localized,
  parameters: z.array(z.object({ name: z.string(), in: z.enum(["path", "query"]) })).default([]),
  responses: z.record(
    z.string().regex(/^\d{3}$/),
    z.object({ description: z.string().min(1), "x-description": localized }),
  ),
});
const documentSchema = z.object({
  openapi: z.literal("3.1.0"),
  info: z.object({ title: z.string(), version: z.literal("1.2.3") }),
  paths: z.record(z.string().startsWith("/"), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), z.object({})) }),
});

async function description() {
  const { app } = exampleApi(store);
  const raw: unknown = await (await app.request("/api/openapi.json")).json();
  return { app, raw, document: documentSchema.parse(raw) };
}

describe("GET /api/openapi.json", () => {
  test("describes every route of the API, and no route that does not exist", async () => {
    const { app, document } = await description();
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map(
        (method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`,
      ),
    );
    const served = app.routes
      .filter(({ path, method }) => /^\/(api\/|health)/.test(path) && method !== "ALL")
      .map(({ path, method }) => `${method} ${path}`)
      .filter((route) => !/\/api\/(docs|openapi\.json)$/.test(route));
    expect(described.sort()).toEqual([...new Set(served)].sort());
  });

  test("declares every part of an address, and gives every operation a name of its own", async () => {
    const { document } = await description();
    const operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.values(item).map((operation) => ({ path, operation })),
    );
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter((parameter) => parameter.in === "path");
      expect(declared.map(({ name }) => name)).toEqual(inPath);
    }
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  test("refers only to schemas that it holds", async () => {
    const { raw, document } = await description();
    const references = [...JSON.stringify(raw).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to);
    expect(references.length).toBeGreaterThan(5);
    const known = Object.keys(document.components.schemas).map(
      (name) => `#/components/schemas/${name}`,
    );
    expect(known).toEqual(expect.arrayContaining([...new Set(references)]));
  });
});

const escaped = (text: string) => text.replaceAll("'", "&#39;");

describe("GET /api/docs", () => {
  test.each(["de", "en"] as const)("tells people the same in %s", async (language) => {
    const { app, document } = await description();
    const text = await (await app.request(`/api/docs?lang=${language}`)).text();
    expect(text).toContain(`<html lang="${language}">`);
    for (const [path, item] of Object.entries(document.paths)) {
      expect(text).toContain(path);
      for (const operation of Object.values(item))
        expect(text).toContain(escaped(operation["x-summary"][language]));
    }
    expect(text).not.toMatch(/<script|https?:\/\//);
  });
});
