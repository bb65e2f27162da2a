import { seededRandom } from "@mehrwert/analysis";
import { openStore, type Store } from "@mehrwert/store";
import {
  copiedInstrument,
  definitionHash,
  type Instrument,
  problemSchema,
  type Study,
  simulateAnswers,
} from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleApi, exampleStudy, valueDrivers } from "../example/example-api.ts";

let store: Store;
let drop: () => Promise<void>;
let study: Study;
const version = (number: string) =>
  copiedInstrument(valueDrivers(), { slug: "own-drivers", version: number });

async function publish(instrument: Instrument) {
  const draft = await store.createLibraryDraft(instrument.mehrwert.slug, "{}");
  await store.publishInstrument(instrument, draft.revision);
}

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
  for (const number of ["1.0.0", "1.1.0", "2.0.0"]) await publish(version(number));
  const first = version("1.0.0");
  const hash = await definitionHash(first);
  study = await exampleStudy({
    slug: "growing",
    instrumentSlug: "own-drivers",
    definitionHash: hash,
  });
  await store.createStudy(study, first);
});

afterAll(async () => {
  await store.close();
  await drop();
});

const field = (number: string) =>
  exampleApi(store).app.request("/api/studies/growing/instrument-version", {
    method: "POST",
    headers: { "content-type": "application/json", host: "localhost" },
    body: JSON.stringify({ version: number }),
  });

function response(seed: number, fields: Partial<Study>) {
  const { answers, presentation } = simulateAnswers(valueDrivers(), seededRandom(seed));
  return {
    id: `00000000-0000-4000-8000-00000000000${seed}`,
    wave: study.wave,
    instrumentSlug: "own-drivers",
    instrumentVersion: fields.instrumentVersion,
    definitionHash: fields.definitionHash,
    language: "de",
    answers,
    presentation,
  };
}

test.each([
  ["1.0.0", 409, "version-not-fieldable"],
  ["2.0.0", 409, "version-not-fieldable"],
  ["1.9.0", 404, "not-found"],
])("does not field %s after 1.0.0", async (number, status, kind) => {
  const reply = await field(number);
  expect(reply.status).toBe(status);
  expect(problemSchema.parse(await reply.json()).type).toBe(`/problems/${kind}`);
});

test("fields nothing under a public name", async () => {});

test("fields a newer version, accepts responses to both, refuses a mixture", async () => {
  const reply = await field("1.1.0");
  expect(reply.status).toBe(200);
  const grown = await reply.json();
  expect(grown).toMatchObject({
    instrumentVersion: "1.1.0",
    earlierVersions: [{ instrumentVersion: "1.0.0", definitionHash: study.definitionHash }],
  });
  const { submit, app } = exampleApi(store);
  expect((await submit("growing", response(1, study))).status).toBe(201);
  expect((await submit("growing", response(2, grown))).status).toBe(201);
  const mixed = response(3, { ...grown, instrumentVersion: "1.0.0" });
  expect((await submit("growing", mixed)).status).toBe(422);
  expect(await (await app.request("/api/studies/growing")).json()).toEqual(grown);
  expect((await app.request("/api/studies/growing/dataset.zip")).status).toBe(200);
});
