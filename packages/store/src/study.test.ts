import { createHash } from "node:crypto";
import { Conflict, definitionHash, Invalid, instrumentSchema, NotFound } from "@mehrwert/study";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import pulseDefinition from "../../../instruments/cop-pulse/1.0.0/instrument.json" with {
  type: "json",
};
import definition from "../../../instruments/value-drivers/1.0.0/instrument.json" with {
  type: "json",
};
import { testDatabase } from "../../../test/setup/database.ts";
import { exampleStudy } from "./example-study.ts";
import { openStore, type Store } from "./store.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let store: Store;
let database: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

test("createStudy keeps a study as given, and studies lists them by slug", async () => {
  const later = { ...exampleStudy, slug: "z-study", isSimulated: false, wave: 2 };
  await store.createStudy(later);
  await store.createStudy(exampleStudy);
  expect(await store.study("example")).toEqual(exampleStudy);
  expect(await store.studies()).toEqual([exampleStudy, later]);
});

test("a second study under the same slug is a conflict", async () => {
  await store.createStudy({ ...exampleStudy, slug: "taken" });
  const second = store.createStudy({ ...exampleStudy, slug: "taken", wave: 9 });
  await expect(second).rejects.toThrow(Conflict);
  expect((await store.study("taken")).wave).toBe(1);
});

test("a study nobody knows is not found", async () => {
  await expect(store.study("nowhere")).rejects.toThrow(NotFound);
  await expect(store.setStudyStatus("nowhere", "closed")).rejects.toThrow(NotFound);
});

test("setStudyStatus closes and opens", async () => {
  await store.createStudy({ ...exampleStudy, slug: "door" });
  await store.setStudyStatus("door", "closed");
  expect((await store.study("door")).status).toBe("closed");
  await store.setStudyStatus("door", "fielding");
  expect((await store.study("door")).status).toBe("fielding");
});

test("the definition is kept word for word, as the text whose SHA-256 the study names", async () => {
  const instrument = instrumentSchema.parse(definition);
  const hash = await definitionHash(instrument);
  const study = { ...exampleStudy, slug: "with-definition", definitionHash: hash };
  await store.createStudy(study, instrument);
  const sql = postgres(database.url, { max: 1 });
  const rows = await sql`select definition from instrument_definition where study = ${study.slug}`;
  await sql.end();
  const kept = String(rows[0]?.definition);
  expect(JSON.parse(kept)).toEqual(instrument);
  expect(createHash("sha256").update(kept).digest("hex")).toBe(hash);
});

test("a definition that does not have the study's hash is refused, and no study is left behind", async () => {
  const instrument = instrumentSchema.parse(definition);
  const study = { ...exampleStudy, slug: "wrong-hash" };
  await expect(store.createStudy(study, instrument)).rejects.toThrow(RangeError);
  await expect(store.study("wrong-hash")).rejects.toThrow(NotFound);
});

test("a study that does not fix which form of its instrument is asked is refused", async () => {
  const instrument = instrumentSchema.parse(pulseDefinition);
  const hash = await definitionHash(instrument);
  const study = {
    ...exampleStudy,
    slug: "formless",
    definitionHash: hash,
    isSimulated: false,
    mode: "pseudonymous" as const,
    codeSalt: "0".repeat(32),
  };
  await expect(store.createStudy(study, instrument)).rejects.toThrow(Invalid);
  const assigned = { form: "pulse", linking: "code", story: "no" };
  await store.createStudy({ ...study, assigned }, instrument);
  expect((await store.study("formless")).assigned).toEqual(assigned);
});
