import { Conflict, definitionHash, instrumentSchema, NotFound } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import definition from "../../../instruments/value-drivers/1.0.0/instrument.json" with {
  type: "json",
};
import { testDatabase } from "../../../test/setup/database.ts";
import { exampleResponse, exampleStudy } from "./example-study.ts";
import { openStore, type Store } from "./store.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let store: Store;
let database: Awaited<ReturnType<typeof testDatabase>>;
const drivers = instrumentSchema.parse(definition);
const version = (slug: string, number: string) => ({
  ...drivers,
  mehrwert: { ...drivers.mehrwert, slug, version: number },
});

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

test("a draft keeps its text as it is, valid JSON or not", async () => {
  const json = '{ "title": \n  unfinished';
  expect(await store.createLibraryDraft("mine", json)).toEqual({ slug: "mine", json, revision: 1 });
  expect(await store.libraryDraft("mine")).toEqual({ slug: "mine", json, revision: 1 });
  await expect(store.createLibraryDraft("mine", "{}")).rejects.toThrow(Conflict);
});

test("of two who save the same revision the second is told, and nothing is lost", async () => {
  await store.createLibraryDraft("shared", "first");
  const save = (json: string) => store.saveLibraryDraft({ slug: "shared", json, revision: 1 });
  const outcomes = await Promise.allSettled([save("hers"), save("his")]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await store.libraryDraft("shared")).revision).toBe(2);
  await expect(save("late")).rejects.toThrow(Conflict);
  await expect(store.saveLibraryDraft({ slug: "nowhere", json: "", revision: 1 })).rejects.toThrow(
    NotFound,
  );
});

test("publishing keeps the version for good and ends the draft", async () => {
  await store.createLibraryDraft("own", "{}");
  const instrument = version("own", "1.0.0");
  await store.publishInstrument(instrument, 1);
  const kept = await store.publishedInstrument("own", "1.0.0");
  expect(JSON.parse(kept?.definition ?? "")).toEqual(instrument);
  expect(kept?.definitionHash).toBe(await definitionHash(instrument));
  await expect(store.libraryDraft("own")).rejects.toThrow(NotFound);
});

test("a version is published once, and only from the draft as it was read", async () => {
  await store.createLibraryDraft("once", "{}");
  await store.publishInstrument(version("once", "1.0.0"), 1);
  await store.createLibraryDraft("once", "{}");
  await expect(store.publishInstrument(version("once", "1.0.0"), 1)).rejects.toThrow(Conflict);
  await store.saveLibraryDraft({ slug: "once", json: "{ }", revision: 1 });
  await expect(store.publishInstrument(version("once", "1.1.0"), 1)).rejects.toThrow(Conflict);
  expect(await store.publishedInstrument("once", "1.1.0")).toBeUndefined();
  expect((await store.libraryDraft("once")).json).toBe("{ }");
});

test("a draft thrown away is gone", async () => {
  await store.createLibraryDraft("gone", "{}");
  await store.deleteLibraryDraft("gone");
  expect((await store.libraryDrafts()).map(({ slug }) => slug)).not.toContain("gone");
  await expect(store.deleteLibraryDraft("gone")).rejects.toThrow(NotFound);
});

test("a study fields a newer version and remembers the earlier one", async () => {
  const first = version("fielded", "1.0.0");
  const hash = await definitionHash(first);
  const study = {
    ...exampleStudy,
    slug: "growing",
    instrumentSlug: "fielded",
    definitionHash: hash,
  };
  await store.createStudy(study, first);
  const second = version("fielded", "1.1.0");
  const grown = {
    ...study,
    instrumentVersion: "1.1.0",
    definitionHash: await definitionHash(second),
    earlierVersions: [{ instrumentVersion: "1.0.0", definitionHash: hash }],
  };
  expect(await store.fieldInstrumentVersion("growing", second)).toEqual(grown);
  expect(await store.study("growing")).toEqual(grown);
  for (const refused of [second, first, version("other", "1.2.0")])
    await expect(store.fieldInstrumentVersion("growing", refused)).rejects.toThrow(Conflict);
  await expect(store.fieldInstrumentVersion("nowhere", second)).rejects.toThrow(NotFound);
});

test("what a study fixes, its salt and the last page of a response come back as given", async () => {
  const study = {
    ...exampleStudy,
    slug: "fixed",
    assigned: { form: "pulse", group: 2 },
    codeSalt: "ab".repeat(16),
  };
  await store.createStudy(study);
  expect(await store.study("fixed")).toEqual(study);
  const id = "00000000-0000-4000-8000-00000000f00d";
  const response = { ...exampleResponse(id, { consent: "yes" }), lastPage: "second" };
  await store.saveSurveyResponse("fixed", response);
  expect(await store.responses("fixed")).toEqual([response]);
});
