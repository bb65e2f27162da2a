import { join } from "node:path";
import { openStore, type Store } from "@mehrwert/store";
import { type Instrument, problemSchema } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleApi, valueDrivers } from "../example/example-api.ts";
import { projectFolder } from "../start/build-web-apps.ts";
import { loadInstruments } from "../start/load-instruments.ts";

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

function library() {
  const { app } = exampleApi(store);
  const send = (method: string) => (path: string, body?: unknown) =>
    app.request(`/api/library/${path}`, {
      method,
      headers: { "content-type": "application/json", host: "localhost" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const get = (path: string) => app.request(`/api/${path}`);
  return { get, post: send("POST"), put: send("PUT"), remove: send("DELETE") };
}

async function refusal(reply: Response) {
  const problem = problemSchema.parse(await reply.json());
  const first = problem.errors?.[0];
  return [reply.status, problem.type.replace("/problems/", ""), first?.pointer, first?.detail];
}

/** The draft's instrument, changed and saved. */
async function edit(slug: string, change: (instrument: Instrument) => void): Promise<number> {
  const { get, put } = library();
  const { json, revision } = await (await get(`library/${slug}/draft`)).json();
  const instrument = JSON.parse(json);
  change(instrument);
  const saved = await put(`${slug}/draft`, { json: JSON.stringify(instrument), revision });
  return (await saved.json()).revision;
}

/** An instrument of one's own, published as 1.0.0. */
async function published(slug: string): Promise<void> {
  const { post } = library();
  expect((await post("value-drivers/copy", { as: slug })).status).toBe(201);
  expect((await post(`${slug}/publish`, { version: "1.0.0", revision: 1 })).status).toBe(201);
}

test("interview guides are listed, to read as a page and to keep as a file", async () => {
  const loaded = loadInstruments(join(projectFolder, "instruments"));
  const interviewGuides = loaded.ok ? loaded.interviewGuides : [];
  const { app } = exampleApi(store, { interviewGuides });
  const { interviewGuides: listed } = await (await app.request("/api/library")).json();
  expect(listed.map(({ slug }: { slug: string }) => slug)).toEqual([
    "interview-guide-community-manager",
    "interview-guide-iol-alumni",
    "interview-guide-value",
  ]);
  const [{ slug, version, title }] = listed;
  const page = await app.request(`/api/interview-guides/${slug}/${version}/guide.html?lang=de`);
  expect(page.headers.get("content-type")).toContain("text/html");
  expect(await page.text()).toContain(title.de);
  const file = await app.request(`/api/interview-guides/${slug}/${version}/guide.md?lang=en`);
  expect(file.headers.get("content-disposition")).toContain("attachment");
  expect(await file.text()).toContain(title.en);
  const none = await app.request(`/api/interview-guides/${slug}/9.0.0/guide.html`);
  expect(none.status).toBe(404);
});

test("the library lists what came with Mehrwert, what is published here, and drafts", async () => {
  const { get, post, put } = library();
  await published("listed");
  await post("listed/copy", { as: "listed" });
  await put("scribble/draft", { json: "{", revision: 0 });
  const { isReadOnly, instruments } = await (await get("library")).json();
  expect(isReadOnly).toBe(false);
  expect(instruments.find(({ slug }: { slug: string }) => slug === "listed")).toMatchObject({
    origin: "own",
    versions: ["1.0.0"],
    about: { version: "1.0.0", pages: valueDrivers().pages.length, items: expect.any(Number) },
    draft: { revision: 1, isUsable: true },
  });
  expect(instruments).toContainEqual({
    slug: "scribble",
    origin: "own",
    versions: [],
    draft: { revision: 1, isUsable: false },
  });
  expect(instruments[instruments.length - 1]).toMatchObject({
    slug: "value-drivers",
    origin: "built-in",
  });
});

test("a copy is a draft under the new name; a name that is taken is refused", async () => {
  const { get, post } = library();
  const reply = await post("value-drivers/copy", { as: "my-drivers" });
  const draft = await reply.json();
  expect(draft).toMatchObject({ slug: "my-drivers", revision: 1 });
  expect(JSON.parse(draft.json).mehrwert).toMatchObject({ slug: "my-drivers", version: "1.0.0" });
  expect((await (await get("instruments/my-drivers/draft")).json()).title).toEqual(
    valueDrivers().title,
  );
  for (const as of ["my-drivers", "value-drivers"])
    expect((await refusal(await post("value-drivers/copy", { as }))).slice(0, 2)).toEqual([
      409,
      "name-taken",
    ]);
  expect((await post("nothing/copy", { as: "copy" })).status).toBe(404);
});

test("a draft is kept as written, with everything that is wrong with it", async () => {
  const { get, put } = library();
  const begun = await (await put("half/draft", { json: '{"title":', revision: 0 })).json();
  expect(begun).toMatchObject({ json: '{"title":', revision: 1 });
  expect(begun.issues[0].message.en).toMatch(/^The file is not valid JSON/);
  const second = await (await put("half/draft", { json: '{"pages":1}', revision: 1 })).json();
  expect(second.issues.map(({ path }: { path: string }) => path)).toContain("/pages");
  expect((await get("instruments/half/draft")).status).toBe(422);
});

test("who saves over what somebody else saved is refused, and nothing is overwritten", async () => {
  const { get, put } = library();
  await put("race/draft", { json: "{}", revision: 0 });
  expect((await put("race/draft", { json: "hers", revision: 1 })).status).toBe(200);
  const late = await put("race/draft", { json: "his", revision: 1 });
  expect((await refusal(late)).slice(0, 2)).toEqual([409, "changed-meanwhile"]);
  expect((await (await get("library/race/draft")).json()).json).toBe("hers");
});

test("publishing asks for a version number that says what changed", async () => {
  const { get, post } = library();
  await published("graded");
  await post("graded/copy", { as: "graded" });
  const revision = await edit("graded", (instrument) => {
    const matrix = instrument.pages
      .flatMap(({ elements }) => elements)
      .find(({ type }) => type === "comment");
    if (matrix) matrix.title = { de: "Ganz anders gefragt", en: "Asked quite differently" };
  });
  const found = await (await get("library/graded/difference?from=1.0.0&to=draft")).json();
  expect(found).toMatchObject({ effect: "minor", smallestVersion: "1.1.0" });
  const small = await refusal(await post("graded/publish", { version: "1.0.1", revision }));
  expect(small).toEqual([
    409,
    "version-too-small",
    "#/version",
    "After 1.0.0 the smallest possible version is 1.1.0.",
  ]);
  expect((await post("graded/publish", { version: "1.1.0", revision })).status).toBe(201);
  expect((await get("instruments/graded/1.1.0")).status).toBe(200);
  expect((await get("library/graded/draft")).status).toBe(404);
});

test("a draft with errors, of an older revision or under another name is not published", async () => {
  const { post, put } = library();
  await put("broken/draft", { json: "{}", revision: 0 });
  const broken = await post("broken/publish", { version: "1.0.0", revision: 1 });
  expect((await refusal(broken)).slice(0, 2)).toEqual([422, "invalid"]);
  await post("value-drivers/copy", { as: "renamed" });
  const revision = await edit("renamed", ({ mehrwert }) => {
    mehrwert.slug = "other";
  });
  const stale = await post("renamed/publish", { version: "1.0.0", revision: revision - 1 });
  expect((await refusal(stale)).slice(0, 2)).toEqual([409, "changed-meanwhile"]);
  const other = await post("renamed/publish", { version: "1.0.0", revision });
  expect((await refusal(other)).slice(0, 3)).toEqual([422, "invalid", "/mehrwert/slug"]);
});

test("a draft thrown away is gone", async () => {
  const { get, put, remove } = library();
  await put("waste/draft", { json: "{}", revision: 0 });
  expect((await remove("waste/draft")).status).toBe(204);
  expect((await get("library/waste/draft")).status).toBe(404);
});
