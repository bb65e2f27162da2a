import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "@mehrwert/store";
import { canonicalJson, type Study } from "@mehrwert/study";
import { strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleResponse } from "../example/example-api.ts";
import { consoleRequests, plannersApi, readyChanges } from "../example/planned-study.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

type Site = {
  store: Store;
  api: Awaited<ReturnType<typeof plannersApi>>;
  ask: ReturnType<typeof consoleRequests>;
  end: () => Promise<void>;
};
const folder = mkdtempSync(join(tmpdir(), "mehrwert-hand-over-"));
const codeOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
let here: Site;
let there: Site;

async function site(name: string): Promise<Site> {
  const database = await testDatabase();
  const store = await openStore({
    databaseUrl: database.url,
    deletionJournal: join(folder, `${name}-journal`),
    participationFolder: join(folder, `${name}-participation`),
  });
  const api = await plannersApi(store);
  const end = async () => {
    await store.close();
    await database.drop();
  };
  return { store, api, ask: consoleRequests(api), end };
}

beforeAll(async () => {
  [here, there] = [await site("here"), await site("there")];
});
afterAll(async () => {
  await Promise.all([here?.end(), there?.end()]);
  rmSync(folder, { recursive: true, force: true });
});

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function bytesOf({ api }: Site, path: string): Promise<Uint8Array> {
  const reply = await api.app.request(path);
  expect([path, reply.status]).toEqual([path, 200]);
  return new Uint8Array(await reply.arrayBuffer());
}
const given = (from: Site, slug: string, question = "") =>
  bytesOf(from, `/api/studies/${slug}/hand-over.zip${question}`);

async function taken({ api }: Site, zip: Uint8Array) {
  const reply = await api.app.request("/api/hand-overs", {
    method: "POST",
    headers: { "content-type": "application/octet-stream", "accept-language": "en" },
    body: new Uint8Array(zip),
  });
  return { status: reply.status, body: await reply.json() };
}

/** A study that has answers of one person withdrawn, is closed and frozen. */
async function endedStudy(slug: string, mode: Study["mode"] = "open"): Promise<void> {
  const instrument = { slug: "value-drivers", version: "1.0.0" };
  const title = { de: "Netzwerke", en: "Networks" };
  await here.ask("POST", "/api/studies", { slug, title, instrument, mode });
  const changes = { ...readyChanges, waves: readyChanges.waves.slice(0, 1) };
  await here.ask("PATCH", `/api/studies/${slug}/plan`, { revision: 0, changes });
  await here.ask("POST", `/api/studies/${slug}/open`, { wave: 1 });
  const study = await here.store.study(slug);
  for (let seed = 1; seed <= 6; seed += 1) {
    const receiptHash = sha256(strToU8(`${slug} ${seed}`));
    await here.store.saveSurveyResponse(slug, { ...exampleResponse(study, seed), receiptHash });
  }
  const receiptHash = sha256(strToU8(`${slug} 6`));
  await here.store.withdrawSurveyResponse({ study: slug, receiptHash, day: "2026-12-24" });
  await here.ask("POST", `/api/studies/${slug}/close`);
  await here.ask("POST", `/api/studies/${slug}/freeze`);
}

test("a study that was handed over has the same dataset there, byte for byte, and everything else", async () => {
  await endedStudy("round-trip");
  const zip = await given(here, "round-trip");
  expect(sha256(await given(here, "round-trip"))).toBe(sha256(zip));
  expect(await taken(there, zip)).toMatchObject({
    status: 201,
    body: { study: { slug: "round-trip", status: "closed" } },
  });
  for (const path of ["dataset.zip", "frozen-datasets/1"]) {
    const both = [here, there].map((each) => bytesOf(each, `/api/studies/round-trip/${path}`));
    const [one, other] = await Promise.all(both);
    expect([path, sha256(other ?? new Uint8Array())]).toEqual([
      path,
      sha256(one ?? new Uint8Array()),
    ]);
  }
  expect(await there.store.study("round-trip")).toEqual(await here.store.study("round-trip"));
  expect((await there.store.plan("round-trip")).plan).toEqual(
    (await here.store.plan("round-trip")).plan,
  );
  expect(await there.store.countDeletions("round-trip")).toBe(1);
  // And further on, the same file again.
  expect(sha256(await given(there, "round-trip"))).toBe(sha256(zip));
  // Whoever has a deletion code can use it there, and the answers that were withdrawn here do not come back.
  const receiptHash = sha256(strToU8("round-trip 1"));
  expect(
    await there.store.withdrawSurveyResponse({
      study: "round-trip",
      receiptHash,
      day: "2026-12-25",
    }),
  ).toBe(true);
  const study = await here.store.study("round-trip");
  const again = await there.api.submit("round-trip", exampleResponse(study, 6));
  expect(again.status).toBe(410);
});

test("a study is taken in once, and not where its answers were deleted", async () => {
  await endedStudy("once");
  const zip = await given(here, "once");
  const twice = await taken(here, zip);
  expect(twice.status).toBe(422);
  expect(twice.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    "study.json#/study/slug",
    "responses.jsonl",
  ]);
  await here.ask("DELETE", "/api/studies/once?confirm=once");
  const back = await taken(here, zip);
  expect(back).toMatchObject({ status: 422, body: { errors: [{ pointer: "responses.jsonl" }] } });
  expect((await here.ask("GET", "/api/studies/once")).status).toBe(404);
  expect((await taken(there, zip)).status).toBe(201);
});

test("an anonymous study that is over goes without its keys; one in the field with everything people need to go on", async () => {
  await endedStudy("over", "anonymous");
  const over = unzipSync(await given(here, "over", "?invitations=yes"));
  expect(Object.keys(over)).not.toContain("keys.json");
  expect(
    JSON.stringify(Object.values(over).map((bytes) => Buffer.from(bytes).toString())),
  ).not.toContain("PRIVATE KEY");

  const instrument = { slug: "value-drivers", version: "1.0.0" };
  const title = { de: "Netzwerke", en: "Networks" };
  await here.ask("POST", "/api/studies", { slug: "moving", title, instrument, mode: "anonymous" });
  await here.ask("PATCH", "/api/studies/moving/plan", { revision: 0, changes: readyChanges });
  await here.ask("POST", "/api/studies/moving/open", { wave: 1 });
  const recipients = ["ada@example.org", "ben@example.org"];
  const [first, second] = await here.store.invite({ study: "moving", recipients, codeOf });
  const of = (code = "") => ({ study: "moving", code });
  await here.store.useInvitation({ ...of(first?.code), mark: new Uint8Array(32).fill(7) });

  const without = unzipSync(await given(here, "moving"));
  expect(Object.keys(without).join()).not.toMatch(/keys|invitations/);
  expect((await taken(there, await given(here, "moving", "?invitations=yes"))).status).toBe(201);
  expect(await there.store.isInvitationFree(of(first?.code))).toBe(false);
  expect(await there.store.isInvitationFree(of(second?.code))).toBe(true);
  expect(await there.store.credentialPrivateKey("moving")).toBe(
    await here.store.credentialPrivateKey("moving"),
  );
  const invited = async ({ store }: Site) => store.invitations({ study: "moving", codeOf });
  expect(await invited(there)).toEqual(await invited(here));
});

test("between two waves an anonymous study goes with its keys, and the next wave is opened where it went", async () => {
  const instrument = { slug: "value-drivers", version: "1.0.0" };
  const title = { de: "Netzwerke", en: "Networks" };
  await here.ask("POST", "/api/studies", { slug: "between", title, instrument, mode: "anonymous" });
  await here.ask("PATCH", "/api/studies/between/plan", { revision: 0, changes: readyChanges });
  await here.ask("POST", "/api/studies/between/open", { wave: 1 });
  await here.ask("POST", "/api/studies/between/close");
  const file = await given(here, "between", "?invitations=yes");
  expect(Object.keys(unzipSync(file))).toContain("keys.json");
  expect((await taken(there, file)).status).toBe(201);
  expect((await there.ask("POST", "/api/studies/between/open", { wave: 2 })).status).toBe(200);
  expect(await there.store.credentialPrivateKey("between")).toBe(
    await here.store.credentialPrivateKey("between"),
  );
});

test("what was released goes along: there, too, no one person can be told from the difference", async () => {
  const instrument = { slug: "value-drivers", version: "1.0.0" };
  const title = { de: "Netzwerke", en: "Networks" };
  await here.ask("POST", "/api/studies", { slug: "released", title, instrument, mode: "open" });
  await here.ask("PATCH", "/api/studies/released/plan", { revision: 0, changes: readyChanges });
  await here.ask("POST", "/api/studies/released/open", { wave: 1 });
  const study = await here.store.study("released");
  const answer = async ({ store }: Site, seeds: number[]) =>
    store.saveSurveyResponses(
      "released",
      seeds.map((seed) => exampleResponse(study, seed)),
    );
  const shown = async ({ ask }: Site) => (await ask("GET", "/api/studies/released/results")).body;
  const countShown = async (at: Site) => (await shown(at)).responses.count;
  await answer(
    here,
    Array.from({ length: 40 }, (_, seed) => seed + 1000),
  );
  await expect.poll(() => countShown(here), { timeout: 40_000, interval: 300 }).toBe(40);
  // Four more are not shown here, and must not be there either, although it has never released anything.
  await answer(here, [2001, 2002, 2003, 2004]);
  expect((await taken(there, await given(here, "released"))).status).toBe(201);
  expect(await shown(there)).toEqual(await shown(here));
  expect(await countShown(there)).toBe(40);
  await answer(there, [2005, 2006, 2007, 2008, 2009]);
  await expect.poll(() => countShown(there), { timeout: 40_000, interval: 300 }).toBe(49);
});

/** The file with one of its parts changed; with `isSigned` its manifest says so, too. */
function changed(
  zip: Uint8Array,
  name: string,
  change: (text: string) => string,
  isSigned = true,
): Uint8Array {
  const files = unzipSync(zip);
  const text = change(Buffer.from(files[name] ?? []).toString());
  files[name] = strToU8(text);
  const manifest = JSON.parse(Buffer.from(files["manifest.json"] ?? []).toString());
  for (const file of manifest.files)
    if (file.name === name && isSigned)
      Object.assign(file, { bytes: strToU8(text).length, sha256: sha256(strToU8(text)) });
  if (name !== "manifest.json") files["manifest.json"] = strToU8(JSON.stringify(manifest));
  return zipSync(files);
}

const line = (text: string, at: number, change: (line: object) => object) =>
  text
    .split("\n")
    .map((each, index) => (index === at ? canonicalJson(change(JSON.parse(each))) : each))
    .join("\n");

test.each<[string, (zip: Uint8Array) => Uint8Array, string]>([
  ["no archive at all", () => strToU8("hello"), ""],
  ["an archive that is cut off", (zip) => zip.subarray(0, zip.length - 200), ""],
  ["an archive of something else", () => zipSync({ "a.txt": strToU8("a") }), "manifest.json"],
  [
    "a part changed behind the manifest's back",
    (zip) => changed(zip, "study.json", (text) => `${text} `, false),
    "study.json",
  ],
  [
    "a part that the manifest does not name",
    (zip) => zipSync({ ...unzipSync(zip), "more.txt": strToU8("x") }),
    "more.txt",
  ],
  [
    "a path that leads out",
    (zip) => zipSync({ ...unzipSync(zip), "../../evil.sh": strToU8("x") }),
    "../../evil.sh",
  ],
  [
    "a questionnaire in other words",
    (zip) => {
      const name =
        Object.keys(unzipSync(zip)).find((each) => each.startsWith("definitions/")) ?? "";
      return changed(zip, name, (text) => text.replace("Netzwerk", "Werknetz"));
    },
    "definitions/",
  ],
  [
    "answers nobody can have given",
    (zip) =>
      changed(zip, "responses.jsonl", (text) =>
        line(text, 1, (each) => ({ ...each, answers: { invented: 1 } })),
      ),
    "responses.jsonl:2",
  ],
  [
    "answers of a wave to come",
    (zip) =>
      changed(zip, "responses.jsonl", (text) => line(text, 0, (each) => ({ ...each, wave: 2 }))),
    "responses.jsonl:1",
  ],
  [
    "a line that is no response",
    (zip) => changed(zip, "responses.jsonl", (text) => `${text}{"id":1}\n`),
    "responses.jsonl:6",
  ],
  [
    "results released of a wave to come",
    (zip) => {
      const files = unzipSync(zip);
      const line = canonicalJson({ wave: 2, memory: {}, results: {} });
      files["releases.jsonl"] = strToU8(`${line}\n`);
      const manifest = JSON.parse(Buffer.from(files["manifest.json"] ?? []).toString());
      const bytes = strToU8(`${line}\n`);
      const entry = { name: "releases.jsonl", bytes: bytes.length, sha256: sha256(bytes) };
      manifest.files.push(entry);
      files["manifest.json"] = strToU8(JSON.stringify(manifest));
      return zipSync(files);
    },
    "releases.jsonl",
  ],
  [
    "a group smaller than five",
    (zip) =>
      changed(zip, "study.json", (text) =>
        text.replace('"minimumGroupSize":10', '"minimumGroupSize":2'),
      ),
    "study.json#/study/minimumGroupSize",
  ],
  [
    "a manifest of another study",
    (zip) =>
      changed(zip, "manifest.json", (text) =>
        text.replace('"study": "damaged"', '"study": "other"'),
      ),
    "manifest.json#/study",
  ],
])("a file with %s is refused as a whole", async (_, damage, pointer) => {
  if ((await here.ask("GET", "/api/studies/damaged")).status === 404) await endedStudy("damaged");
  const zip = await given(here, "damaged");
  const { status, body } = await taken(there, damage(zip));
  expect(status).toBe(422);
  expect(body.errors[0].pointer).toContain(pointer);
  expect((await there.ask("GET", "/api/studies/damaged")).status).toBe(404);
  expect(await there.store.publishedInstruments()).toEqual([]);
});

/** An archive whose directory says that each of its files unpacks to so much. */
function bomb(names: string[], unpackedBytes: number, content: Uint8Array): Uint8Array {
  const zip = zipSync(Object.fromEntries(names.map((name) => [name, content])), { level: 0 });
  const view = new DataView(zip.buffer, zip.byteOffset);
  for (let at = 0; at < zip.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, unpackedBytes, true);
  return zip;
}

test.each([
  ["one file says it grows to four gigabytes", bomb(["manifest.json"], 0xf0000000, strToU8("x"))],
  [
    "many files together say more than a gigabyte",
    bomb(
      Array.from({ length: 12 }, (_, index) => `${index}.json`),
      100 * 1024 * 1024,
      new Uint8Array(1024 * 1024),
    ),
  ],
])("an archive is refused before it is unpacked where %s", async (_, zip) => {
  const { status, body } = await taken(there, zip);
  expect(status).toBe(422);
  expect(body.errors).toHaveLength(1);
  expect(body.errors[0].detail).toMatch(/1024 MB|unpack/i);
});

test("a study fails to be taken in halfway and leaves nothing behind", async () => {
  await endedStudy("halfway", "anonymous");
  const invited = changed(await given(here, "halfway"), "study.json", (text) =>
    text.replace(
      /"retention":\[\]/,
      '"retention":[{"day":"2026-01-01","responses":1},{"day":"2026-01-01","responses":1}]',
    ),
  );
  const { status } = await taken(there, invited);
  expect(status).toBe(500);
  expect((await there.ask("GET", "/api/studies/halfway")).status).toBe(404);
  expect((await taken(there, await given(here, "halfway"))).status).toBe(201);
});
