import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runTyped } from "../example/run-typed.ts";

const shipped = new URL(
  "../../../instruments/interview-guide-value/1.0.0/interview-guide.json",
  import.meta.url,
);
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-guide-"));
  const guide = JSON.parse(await readFile(shipped, "utf8"));
  await put("1.0.0", guide);
  await put("1.1.0", { ...guide, version: "1.1.0", title: { de: "Neuer", en: "Newer" } });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(version: string, guide: object): Promise<void> {
  const place = join(folder, "instruments/interview-guide-value", version);
  await mkdir(place, { recursive: true });
  await writeFile(join(place, "interview-guide.json"), JSON.stringify(guide));
}

const run = (typed: string) => runTyped(typed.split(" "), folder);

test("guide prints the newest version, or the one named, in every format", async () => {
  expect((await run("instrument guide interview-guide-value --lang en")).out).toMatch(/^# Newer/);
  const old = await run("instrument guide interview-guide-value/1.0.0 --format json");
  expect(JSON.parse(old.out)).toMatchObject({ version: "1.0.0" });
  expect((await run("instrument guide interview-guide-value --out guide.html")).exitCode).toBe(0);
  expect(await readFile(join(folder, "guide.html"), "utf8")).toContain("<!doctype html>");
  expect((await run("instrument guide interview-guide-value --out guide.html")).exitCode).toBe(1);
});

test("guide refuses what there is not, with words", async () => {
  const unknown = await run("instrument guide nothing --lang en");
  expect([unknown.exitCode, unknown.err]).toEqual([1, expect.stringContaining("neither a file")]);
  expect((await run("instrument guide interview-guide-value --format pdf")).exitCode).toBe(2);
});

test("list and check know interview guides, broken ones too", async () => {
  expect((await run("instrument list --lang en")).out).toContain("Newer (45–60 minutes, 7 blocks");
  expect((await run("instrument check --lang en")).exitCode).toBe(0);
  const guide = JSON.parse(await readFile(shipped, "utf8"));
  await put("2.0.0", { ...guide, version: "2.0.0", durationMinutes: { from: 10, to: 20 } });
  const checked = await run("instrument check --lang en");
  expect(checked.exitCode).toBe(1);
  expect(checked.out).toContain("2.0.0/interview-guide.json: not usable");
  const named = await run("instrument guide interview-guide-value/2.0.0 --lang en");
  expect([named.exitCode, named.err]).toEqual([
    1,
    expect.stringContaining("announced are 10 to 20"),
  ]);
});
