import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seededRandom } from "@mehrwert/statistics";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newCodingProject, someCoding } from "../../example/coding-project.ts";
import { changeProject } from "./change-project.ts";
import { openCodingFolder } from "./coding-folder.ts";
import { folderLayout } from "./folder-layout.ts";
import { withProjectLock } from "./project-lock.ts";

const writer = fileURLToPath(new URL("../../example/write-codings.ts", import.meta.url));
const text = `I: ${"Wie war das? ".repeat(20)}\nE1: ${"So war es. ".repeat(40)}\n`;
const now = () => new Date("2026-11-28T10:00:00.000Z");
let root = "";
let made = 0;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mehrwert-coding-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function project() {
  made += 1;
  return newCodingProject(join(root, `p${made}`), { E1: text });
}

const text1 = (path: string) => folderLayout.transcript(path, "E1", 1);

/** A process that is killed must not leave half a file in the cache of tsx, from which every later one would read. */
const withoutCache = { ...process.env, TSX_DISABLE_CACHE: "1" };

/** A coder in another process; what it printed was acknowledged. */
function start(path: string, person: string, count: number, from = 0) {
  const child: ChildProcess = spawn(
    process.execPath,
    ["--import", "tsx", writer, path, person, String(count), String(from)],
    { stdio: ["ignore", "pipe", "pipe"], env: withoutCache },
  );
  let [output, errors] = ["", ""];
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (errors += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const acknowledged = () => output.split("\n").slice(0, -1);
  return { child, ended, acknowledged, errors: () => errors };
}

test("eight coders adding 500 codings each at once give exactly 4,000", async () => {
  const { path } = await project();
  const coders = Array.from({ length: 8 }, (_, at) => start(path, `coder-${at + 1}`, 500));
  const codes = await Promise.all(coders.map(({ ended }) => ended));
  expect(coders.map(({ errors }) => errors()).join("")).toBe("");
  expect(codes).toEqual(codes.map(() => 0));
  const state = (await openCodingFolder(path)).project();
  expect(state.assignments).toHaveLength(4000);
  expect(state.notices).toEqual([]);
  const printed = new Set(coders.flatMap(({ acknowledged }) => acknowledged()));
  expect(new Set(state.assignments.map(({ id }) => id))).toEqual(printed);
  const sequences = (await openCodingFolder(path)).reader.events().map(({ sequence }) => sequence);
  expect(new Set(sequences).size).toBe(sequences.length);
  expect(await readdir(path)).not.toContain(".lock");
}, 300_000);

test("killed at any moment, a project reopens with everything acknowledged", async () => {
  const { path } = await project();
  const random = seededRandom(7);
  const acknowledged = new Set<string>();
  let killed = 0;
  for (let round = 0; round < 10; round += 1) {
    // Both write under the same name: the next one meets what the killed one left.
    const writers = [0, 1].map((at) =>
      start(path, at === 0 ? "anna" : "ben", 100_000, round * 1000),
    );
    while (writers.some((each) => each.acknowledged().length === 0)) {
      expect(writers.map(({ errors }) => errors()).join("")).toBe("");
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await new Promise((resolve) => setTimeout(resolve, random() * 40));
    for (const { child, ended, acknowledged: done } of writers) {
      child.kill("SIGKILL");
      expect(await ended).toBeNull();
      killed += 1;
      for (const id of done()) acknowledged.add(id);
    }
    const state = (await openCodingFolder(path)).project();
    const here = new Set(state.assignments.flatMap(({ id, alsoFrom = [] }) => [id, ...alsoFrom]));
    expect([...acknowledged].filter((id) => !here.has(id))).toEqual([]);
  }
  expect(killed).toBe(20);
  expect(acknowledged.size).toBeGreaterThan(20);
}, 300_000);

test("a file cut off at any byte of its last line opens, and the next event says so", async () => {
  const folder = await project();
  await changeProject(folder, { person: "anna", now }, () => [someCoding("anna", 1)]);
  const file = folderLayout.eventFile(folder.path, "anna");
  const first = (await readFile(file)).length;
  await changeProject(folder, { person: "anna", now }, () => [someCoding("anna", 2)]);
  const whole = await readFile(file);
  for (let length = first; length < whole.length; length += 17) {
    await writeFile(file, whole);
    await truncate(file, length);
    const opened = await openCodingFolder(folder.path);
    expect(opened.project().assignments).toHaveLength(1);
    await changeProject(opened, { person: "anna", now }, () => [someCoding("anna", 3)]);
    const again = await openCodingFolder(folder.path);
    expect(again.project().assignments).toHaveLength(2);
    const kinds = again.reader.events().map(({ change }) => change.kind);
    expect(kinds.includes("recovered")).toBe(length > first);
  }
});

test("several changes at once count together or not at all", async () => {
  const folder = await project();
  const three = [1, 2, 3].map((number) => someCoding("anna", number));
  await changeProject(folder, { person: "anna", now }, () => three);
  const file = folderLayout.eventFile(folder.path, "anna");
  const lines = (await readFile(file, "utf8")).split("\n");
  await writeFile(file, `${lines.slice(0, 2).join("\n")}\n`);
  const state = (await openCodingFolder(folder.path)).project();
  expect(state.assignments).toEqual([]);
  expect(state.notices.map(({ reason }) => reason)).toEqual(["incomplete-run", "incomplete-run"]);
});

test("an event that could not be read again is never written", async () => {
  const folder = await project();
  const long = "x".repeat(20_001);
  const memo = { kind: "memo-written", memo: randomUUID(), about: { kind: "project" } } as const;
  for (const text of ["", long]) {
    const refused = changeProject(folder, { person: "anna", now }, () => [{ ...memo, text }]);
    await expect(refused).rejects.toThrow("Nothing was changed");
  }
  await expect(
    changeProject(folder, { person: "Anna!", now }, () => [{ ...memo, text: "x" }]),
  ).rejects.toThrow("/person");
  expect((await openCodingFolder(folder.path)).project().memos).toEqual([]);
});

test("damaged files are told with place and advice, and nothing is opened", async () => {
  const folder = await project();
  await changeProject(folder, { person: "anna", now }, () => [someCoding("anna", 1)]);
  const file = folderLayout.eventFile(folder.path, "anna");
  await appendFile(file, "not json\n{}\n");
  await expect(openCodingFolder(folder.path)).rejects.toMatchObject({
    text: { en: expect.stringContaining("events/anna.jsonl:2") },
  });
  const other = await project();
  await appendFile(text1(other.path), "x");
  await expect((await openCodingFolder(other.path)).material()).rejects.toThrow(
    "was changed since it was imported",
  );
  await rm(text1(other.path));
  await expect((await openCodingFolder(other.path)).material()).rejects.toThrow("is missing");
  const third = await project();
  const codebook = await readFile(folderLayout.codebook(third.path), "utf8");
  await writeFile(folderLayout.codebook(third.path), codebook.replace("Freiwilligkeit", "Zwang"));
  await expect(openCodingFolder(third.path)).rejects.toThrow("was changed since the project began");
  await expect(openCodingFolder(root)).rejects.toThrow("is no coding project");
});

test("a second writer waits, and after its patience says who holds the project", async () => {
  const { path } = await project();
  let isOver = false;
  const first = withProjectLock({ folder: path, person: "anna", now }, async () => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    isOver = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  const refused = withProjectLock(
    { folder: path, person: "ben", now, patience: 30 },
    async () => {},
  );
  await expect(refused).rejects.toThrow(
    `anna is writing to the project (process ${process.pid} on ${hostname()}`,
  );
  await withProjectLock({ folder: path, person: "ben", now }, async () =>
    expect(isOver).toBe(true),
  );
  await first;
});

test("the lock of a process that was killed is taken over, that of another computer is not", async () => {
  const { path } = await project();
  const gone = { pid: 2 ** 22 - 1, host: hostname(), person: "anna", since: "x", token: "t" };
  await writeFile(folderLayout.lock(path), JSON.stringify(gone));
  await withProjectLock({ folder: path, person: "ben", now, patience: 1000 }, async () => {});
  await writeFile(folderLayout.lock(path), JSON.stringify({ ...gone, host: "elsewhere" }));
  const refused = withProjectLock(
    { folder: path, person: "ben", now, patience: 30 },
    async () => {},
  );
  await expect(refused).rejects.toThrow("on elsewhere");
});
