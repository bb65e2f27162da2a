import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runTyped } from "../example/run-typed.ts";

const instruments = fileURLToPath(new URL("../../../instruments/", import.meta.url));
const source = join(instruments, "value-drivers/1.0.0/instrument.json");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-instruments-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runTyped(args, folder);

/** A file with the value drivers under an own name and version, its first question reworded if `title` is given. */
async function ownFile(version: string, title?: { de: string; en: string }): Promise<string> {
  const json = JSON.parse(await readFile(source, "utf8"));
  json.mehrwert.slug = "own";
  json.mehrwert.version = version;
  if (title !== undefined) json.pages[0].elements[0].title = title;
  const file = join(folder, `own-${version}.json`);
  await writeFile(file, JSON.stringify(json));
  return file;
}

const other = { de: "Etwas ganz anderes?", en: "Something else altogether?" };

test("show tells what an instrument measures, for whom, how long, its licence and sources", async () => {
  const { exitCode, out } = await run("instrument", "show", source, "--lang", "de");
  expect(exitCode).toBe(0);
  for (const word of ["value-drivers 1.0.0", "Misst:", "Für:", "Minuten", "Lizenz:", "Quelle:"])
    expect(out).toContain(word);
});

test("copy makes a checked start under an own name, with the schema editors need, and never writes over", async () => {
  const copied = await run("instrument", "copy", source, "--as", "mine", "--to", "lib");
  expect(copied.exitCode).toBe(0);
  const file = JSON.parse(await readFile(join(folder, "lib/mine/1.0.0/instrument.json"), "utf8"));
  expect(file.$schema).toBe("../../instrument.schema.json");
  expect(file.mehrwert).toMatchObject({ slug: "mine", version: "1.0.0" });
  expect((await readdir(join(folder, "lib"))).sort()).toEqual(["instrument.schema.json", "mine"]);
  expect(await readdir(join(folder, "lib/mine/1.0.0"))).toEqual(["README.md", "instrument.json"]);
  expect((await run("instrument", "check", "lib")).exitCode).toBe(0);
  const again = await run("instrument", "copy", source, "--as", "mine", "--to", "lib");
  expect(again).toMatchObject({ exitCode: 1 });
  expect(again.err).toContain("is not written over");
  expect((await run("instrument", "copy", source, "--as", "Mine")).exitCode).toBe(2);
});

test("diff tells in words what changed and which version it asks for", async () => {
  const before = await ownFile("1.0.0");
  const same = await run("instrument", "diff", source, before, "--format", "json");
  expect(JSON.parse(same.out)).toMatchObject({ changes: [], smallestVersion: "1.0.1" });
  const after = await ownFile("1.0.1", other);
  const { out } = await run(
    "instrument",
    "diff",
    before,
    after,
    "--format",
    "markdown",
    "--lang",
    "de",
  );
  expect(out).toContain("# Unterschied: own 1.0.0 und own 1.0.1");
  expect(out).toContain("mindestens die Version 1.1.0; 1.0.1 genügt nicht");
  expect(out).toContain("Etwas ganz anderes?");
});

test("publish refuses a number that is too small, and a version that is there", async () => {
  const first = await ownFile("1.0.0");
  expect((await run("instrument", "publish", first, "--into", "field")).exitCode).toBe(0);
  const early = await ownFile("1.0.1", other);
  const small = await run("instrument", "publish", early, "--into", "field", "--lang", "de");
  expect(small.exitCode).toBe(1);
  expect(small.err).toContain("nötig ist mindestens 1.1.0");
  expect(small.err).toContain("anderer Wortlaut");
  const second = await ownFile("1.1.0", other);
  expect((await run("instrument", "publish", second, "--into", "field")).exitCode).toBe(0);
  const twice = await run("instrument", "publish", second, "--into", "field");
  expect(twice).toMatchObject({ exitCode: 1 });
  expect(twice.err).toContain("exists already");
  expect((await readdir(join(folder, "field/own"))).sort()).toEqual(["1.0.0", "1.1.0"]);
  const listed = await run("instrument", "list", "field");
  expect(listed.out.split("\n").map((line) => line.slice(0, 9))).toEqual([
    "own 1.0.0",
    "own 1.1.0",
    "",
  ]);
});

test("preview-check says how small groups become, in every format", async () => {
  const json = await run(
    ...["instrument", "preview-check", source],
    ...["--respondents", "120", "--format", "json"],
  );
  expect(JSON.parse(json.out)).toMatchObject({
    slug: "value-drivers",
    demographics: { combinations: 600, expected: { respondents: 120 } },
  });
  const { out } = await run("instrument", "preview-check", source, "--lang", "de");
  expect(out).toContain("Geschätzte Minuten");
  expect(out).not.toContain("does this ask two things");
  const all = await run("instrument", "preview-check", source, "--all", "checks");
  expect(all.exitCode).toBe(0);
  expect((await readdir(join(folder, "checks"))).sort()).toEqual(
    ["csv", "html", "json", "md"].map((ending) => `preview-check.${ending}`),
  );
});

test("a version folder without instrument, guide or codebook is told", async () => {
  const empty = join(folder, "field/own/1.2.0");
  await writeFile(join(folder, "field/own/1.1.0/interview-guide.json"), "{}");
  await mkdir(empty);
  const { exitCode, out } = await run("instrument", "check", "field");
  expect(exitCode).toBe(1);
  expect(out).toContain("The folder holds no instrument, no interview guide and no codebook.");
});
