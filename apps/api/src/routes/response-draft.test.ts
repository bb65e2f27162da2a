import { randomUUID } from "node:crypto";
import { openStore, type Store } from "@mehrwert/store";
import { type DraftSave, type Problem, problemSchema } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleApi, exampleResponse, exampleStudy } from "../example/example-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let store: Store;
let drop: () => Promise<void>;
let api: ReturnType<typeof exampleApi>;
const slug = `draft-${randomUUID().slice(0, 8)}`;
const study = await exampleStudy({ slug });
const writer = randomUUID();

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
  await store.createStudy(study);
  api = exampleApi(store);
});
afterAll(async () => {
  await store.close();
  await drop();
});

function post(door: string, body: unknown, of = slug): Promise<Response> {
  return Promise.resolve(
    api.app.request(`/api/studies/${of}/${door}?lang=en`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

const draft = (id: string, revision: number, more: Partial<DraftSave> = {}): DraftSave => ({
  id,
  revision,
  writer,
  basedOn: revision - 1,
  sealed: `sealed-${revision}`,
  ...more,
});

async function problemOf(reply: Response): Promise<Problem> {
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
  return problemSchema.parse(await reply.json());
}

test("what is saved comes back sealed as it was, and is gone after deletion", async () => {
  const id = randomUUID();
  const first = await post("draft-saves", draft(id, 1, { page: "values" }));
  expect([first.status, await first.json()]).toEqual([200, { result: "saved" }]);
  const read = await post("draft-reads", { id });
  expect(await read.json()).toEqual({
    state: "open",
    draft: { id, revision: 1, writer, sealed: "sealed-1", page: "values" },
  });
  expect(await (await post("draft-deletions", { id })).json()).toEqual({ result: "deleted" });
  expect(await (await post("draft-reads", { id })).json()).toEqual({ state: "none" });
  expect(await (await post("draft-deletions", { id })).json()).toEqual({ result: "none" });
});

test("each way in which a save is not taken has a problem of its own", async () => {
  const id = randomUUID();
  await post("draft-saves", draft(id, 1));
  const again = await post("draft-saves", draft(id, 1));
  expect([again.status, await again.json()]).toEqual([200, { result: "already-saved" }]);
  const types = async (...saves: DraftSave[]) =>
    Promise.all(
      saves.map(async (save) => {
        const reply = await post("draft-saves", save);
        return [reply.status, (await problemOf(reply)).type];
      }),
    );
  expect(await types(draft(id, 1, { sealed: "other" }))).toEqual([[409, "/problems/conflict"]]);
  expect(await types(draft(id, 9, { writer: randomUUID(), basedOn: 0 }))).toEqual([
    [409, "/problems/continued-elsewhere"],
  ]);
  expect(await types(draft(randomUUID(), 4))).toEqual([[410, "/problems/draft-gone"]]);
  const { id: sent, ...response } = exampleResponse(study, 1);
  await post("draft-saves", draft(sent, 1));
  expect((await api.submit(slug, { id: sent, ...response })).status).toBe(201);
  expect(await types(draft(sent, 2))).toEqual([[409, "/problems/sent-already"]]);
  expect(await (await post("draft-reads", { id: sent })).json()).toEqual({ state: "sent" });
});

test("a closed study takes no new draft, an ending one only those begun", async () => {
  const ending = await exampleStudy({ slug: `${slug}-ending` });
  await store.createStudy(ending);
  const [begun, late] = [randomUUID(), randomUUID()];
  await post("draft-saves", draft(begun, 1), ending.slug);
  await store.finishStudy(ending.slug, "2026-12-24");
  expect((await post("draft-saves", draft(begun, 2), ending.slug)).status).toBe(200);
  const refused = await post("draft-saves", draft(late, 1), ending.slug);
  expect((await problemOf(refused)).type).toBe("/problems/closed");
  const lateResponse = exampleResponse(ending, 3);
  expect((await api.submit(ending.slug, lateResponse)).status).toBe(403);
  expect((await api.submit(ending.slug, { ...lateResponse, id: begun })).status).toBe(201);
});

test.each([
  ["no revision", { revision: undefined }, "#/revision"],
  ["revision 0", { revision: 0 }, "#/revision"],
  ["half a revision", { revision: 1.5 }, "#/revision"],
  ["an id of another version", { id: "3d594650-9dd1-1c8b-9b9f-27d3fbe4a0d1" }, "#/id"],
  ["no writer", { writer: undefined }, "#/writer"],
  ["what is not sealed", { sealed: '{"answers":{}}' }, "#/sealed"],
  ["nothing sealed", { sealed: "" }, "#/sealed"],
  ["too much sealed", { sealed: "A".repeat(180_001) }, "#/sealed"],
  ["an impossible page", { page: "../etc" }, "#/page"],
  ["a negative base", { basedOn: -1 }, "#/basedOn"],
  ["something unknown", { answers: { "ro-1": 4 } }, "#/answers"],
])("a save with %s is refused at its place", async (_, changes, pointer) => {
  const reply = await post("draft-saves", { ...draft(randomUUID(), 1), ...changes });
  expect(reply.status).toBe(422);
  expect((await problemOf(reply)).errors?.map((error) => error.pointer)).toEqual([pointer]);
});

test("no door tells or takes anything of a study that does not exist, or of another one", async () => {
  const id = randomUUID();
  await post("draft-saves", draft(id, 1));
  for (const door of ["draft-saves", "draft-reads", "draft-deletions"]) {
    const body = door === "draft-saves" ? draft(randomUUID(), 1) : { id };
    expect((await post(door, body, "no-such-study")).status).toBe(404);
  }
  const other = await exampleStudy({ slug: `${slug}-other` });
  await store.createStudy(other);
  expect(await (await post("draft-reads", { id }, other.slug)).json()).toEqual({ state: "none" });
  expect(await (await post("draft-deletions", { id }, other.slug)).json()).toEqual({
    result: "none",
  });
  expect((await post("draft-saves", draft(id, 1), other.slug)).status).toBe(409);
  expect(await (await post("draft-reads", { id })).json()).toMatchObject({
    draft: { revision: 1 },
  });
});

test("the log knows the door and nothing else", async () => {
  const id = randomUUID();
  await post("draft-saves", draft(id, 1, { sealed: "verysecret", page: "values" }));
  const told = api.logLines.join("");
  expect(told).toContain("/api/studies/:study/draft-saves");
  for (const secret of [id, writer, "verysecret", "values", slug])
    expect(told).not.toContain(secret);
});

test("a database that is away is told as 503 with the time to try again", async () => {
  const away = await openStore({ databaseUrl: (await testDatabase()).url });
  await away.createStudy(study);
  const { app } = exampleApi({ ...away, study: store.study });
  await away.close();
  const reply = await app.request(`/api/studies/${slug}/draft-saves`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(draft(randomUUID(), 1)),
  });
  expect(reply.status).toBe(503);
  expect(reply.headers.get("retry-after")).toBe("5");
});
