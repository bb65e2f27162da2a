import { randomUUID } from "node:crypto";
import {
  type Codebook,
  type CodingChange,
  Conflict,
  codingProject,
  NotFound,
  textHash,
} from "@mehrwert/study";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleStudy } from "../example-study.ts";
import { openStore, type Store } from "../store.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

let store: Store;
let database: Awaited<ReturnType<typeof testDatabase>>;
let made = 0;
const at = new Date("2026-11-28T10:00:00.000Z");
const text = "I: Wie war das?\nE1: So war es, und zwar immer wieder und überall 🙂.\n";
const codebook: Codebook = {
  ...{ slug: "small", version: "1.0.0", languages: ["de", "en"] },
  title: { de: "Klein", en: "Small" },
  codes: ["A", "B"].map((id) => ({
    ...{ id, label: { de: id, en: id }, origin: "deductive" as const },
  })),
};
const person = (name: string) => ({ id: `id-of-${name}`, name });

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url });
  await store.createStudy(exampleStudy);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function newProject(study = exampleStudy.slug) {
  made += 1;
  const place = { study, project: `p${made}` };
  const project = { ...place, id: randomUUID(), title: "T", isSynthetic: true, codebook };
  await store.coding.createProject({ ...project, createdAt: at });
  await store.coding.addTranscript(place, {
    ...{ person: person("Ada"), at, id: randomUUID(), text },
    change: {
      kind: "document-added",
      transcript: {
        ...{ document: "E1", version: 1, hash: await textHash(text), length: [...text].length },
        speakers: ["I", "E1"],
        source: { format: "txt", encoding: "UTF-8" },
      },
    },
  });
  return place;
}

function coding(coder: string, start = 0, end = 5): CodingChange {
  const excerpt = { document: "E1", version: 1, start, end };
  const id = randomUUID();
  return {
    kind: "coding-added",
    coding: { id, excerpt, code: "A", coder, origin: { kind: "by-hand" } },
  };
}

type Place = Awaited<ReturnType<typeof newProject>>;
const append = (place: Place, name: string, changes: CodingChange[], run?: string) =>
  store.coding.append(place, {
    ...{ person: person(name), at, isPlanner: false, run },
    changes: changes.map((change) => ({ id: randomUUID(), change })),
  });
/** Added to a layer, where others do not share it. */
const own = { shared: 0 };
const seen = (place: Place, name: string, since = 0) =>
  store.coding.seenEvents(place, { person: person(name).id, since });

test("eight coders adding 500 codings each at once give exactly 4,000, numbered without gap or double", async () => {
  const place = await newProject();
  const coders = Array.from({ length: 8 }, (_, n) => `coder-${n + 1}`);
  await Promise.all(
    coders.map(async (name) => {
      for (let n = 0; n < 500; n += 1) {
        expect(await append(place, name, [coding(name, n % 50, (n % 50) + 3)])).toEqual(own);
      }
    }),
  );
  const all = await store.coding.allEvents(place);
  expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, n) => n + 1));
  const state = codingProject(codebook, all);
  const ids = state.assignments.flatMap(({ id, alsoFrom = [] }) => [id, ...alsoFrom]);
  expect(new Set(ids).size).toBe(4000);
  for (const name of coders) expect((await seen(place, name)).events).toHaveLength(501);
});

test("blindly, each reader counts from 1 without gaps and sees nothing of others; afterwards all", async () => {
  const place = await newProject();
  for (let n = 0; n < 5; n += 1) {
    await append(place, "Anna", [coding("anna")]);
    await append(place, "Ben", [coding("ben", 5, 9)]);
  }
  await append(place, "Ben", [{ kind: "code-removed", code: "B" }]);
  const anna = await seen(place, "Anna");
  expect(anna).toMatchObject({ phase: "blind", coder: "anna" });
  expect(anna.events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(JSON.stringify(anna.events.slice(0, 6))).not.toContain("ben");
  expect(anna.events.at(-1)).toMatchObject({ person: "ben", change: { kind: "code-removed" } });
  expect((await seen(place, "Anna", 6)).events).toEqual(anna.events.slice(6));
  expect((await seen(place, "Nobody")).events).toHaveLength(2);
  await store.coding.release(place);
  const after = await seen(place, "Anna");
  expect(after.phase).toBe("released");
  expect(after.events).toEqual(await store.coding.allEvents(place));
  expect(after.events.map(({ sequence }) => sequence)).toEqual(after.events.map((_, n) => n + 1));
  await expect(store.coding.release(place)).rejects.toThrow(Conflict);
  expect(await append(place, "Anna", [coding("anna")])).toEqual({ at: 0, refused: "sealed" });
  expect(await append(place, "Anna", [coding("consensus")])).toEqual(own);
});

test("several changes are added all or none, and what is sent twice is stored once", async () => {
  const place = await newProject();
  const before = (await store.coding.allEvents(place)).length;
  const run = randomUUID();
  const refused = await append(place, "Anna", [coding("anna"), coding("ben")], run);
  expect(refused).toEqual({ at: 1, refused: "not-yours" });
  expect(await store.coding.allEvents(place)).toHaveLength(before);
  const changes = [coding("anna"), coding("anna")].map((change) => ({ id: randomUUID(), change }));
  const twice = { person: person("Anna"), at, isPlanner: false, run, changes };
  await store.coding.append(place, twice);
  await store.coding.append(place, twice);
  const events = await store.coding.allEvents(place);
  expect(events).toHaveLength(before + 2);
  expect(events.at(-1)?.run).toEqual({ id: run, size: 2 });
  const [first] = changes;
  const other = { ...twice, changes: [{ id: first?.id ?? "", change: coding("anna") }] };
  await expect(store.coding.append(place, other)).rejects.toThrow(Conflict);
});

test("one may undo one's own run and what is shared, nothing of others", async () => {
  const place = await newProject();
  const run = randomUUID();
  await append(place, "Anna", [coding("anna"), coding("anna")], run);
  await append(place, "Anna", [{ kind: "code-removed", code: "B" }]);
  const removal = (await store.coding.allEvents(place)).at(-1)?.id ?? "";
  const undo = (target: string): CodingChange => ({ kind: "undone", target });
  expect(await append(place, "Ben", [undo(run)])).toEqual({ at: 0, refused: "not-yours" });
  expect(await append(place, "Ben", [undo(removal)])).toEqual({ shared: 1 });
  expect(await append(place, "Anna", [undo(run)])).toEqual(own);
  const [added] = await store.coding.allEvents(place);
  expect(await append(place, "Ben", [undo(added?.id ?? "")])).toMatchObject({
    refused: "planning",
  });
  const state = codingProject(codebook, await store.coding.allEvents(place));
  expect(state.assignments).toEqual([]);
  expect(state.codebook.codes).toHaveLength(2);
});

test("texts come back as they were, and a version is never replaced", async () => {
  const place = await newProject();
  expect((await store.coding.transcript(place, { document: "E1", version: 1 })).text).toBe(text);
  await expect(store.coding.transcript(place, { document: "E1", version: 2 })).rejects.toThrow(
    NotFound,
  );
  const [event] = await store.coding.allEvents(place);
  if (event?.change.kind !== "document-added") throw new Error("no transcript");
  const again = { person: person("Ada"), at, id: randomUUID(), text: "x", change: event.change };
  await expect(store.coding.addTranscript(place, again)).rejects.toThrow(Conflict);
  expect(await store.coding.allEvents(place)).toHaveLength(1);
});

test("everything that was coded goes with its study, and nothing of another one", async () => {
  await store.createStudy({ ...exampleStudy, slug: "gone" });
  const places = [await newProject("gone"), await newProject()];
  for (const place of places) {
    await append(place, "Anna", [coding("anna")]);
    await store.coding.release(place);
  }
  const sql = postgres(database.url, { max: 1 });
  const tables = ["coder", "event", "project", "transcript"];
  const rows = (study: string) =>
    Promise.all(
      tables.map(async (table) => {
        const found = await sql`select from ${sql(`coding.${table}`)} where study = ${study}`;
        return found.length;
      }),
    );
  const before = await rows("example");
  expect(await rows("gone")).toEqual([2, 2, 1, 1]);
  await sql`delete from consent_text where study = 'gone'`;
  await sql`delete from study where study = 'gone'`;
  expect(await rows("gone")).toEqual([0, 0, 0, 0]);
  expect(await rows("example")).toEqual(before);
  await sql.end();
});

test("coding lies in a schema of its own, which touches the others at the study alone", async () => {
  const sql = postgres(database.url, { max: 1 });
  const links = await sql`
    select conrelid::regclass::text as from, confrelid::regclass::text as to
    from pg_constraint where contype = 'f'`;
  const first = await sql`
    select table_name || '.' || column_name as place from information_schema.columns
    where table_schema = 'coding' and ordinal_position = 1`;
  await sql.end();
  const isCoding = (table: string) => table.startsWith("coding.");
  const across = links.filter(({ from, to }) => isCoding(from) !== isCoding(to));
  expect(across).toEqual([{ from: "coding.project", to: "study" }]);
  expect(first.map(({ place }) => place).sort()).toEqual([
    "coder.study",
    "event.study",
    "project.study",
    "transcript.study",
  ]);
});
