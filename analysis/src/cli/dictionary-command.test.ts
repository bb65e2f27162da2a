import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { datasetFiles } from "@mehrwert/study";
import { DOMParser } from "linkedom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runTyped } from "../example/run-typed.ts";
import { smallDataset } from "../example/small-dataset.ts";

const instrument = fileURLToPath(
  new URL("../../../instruments/value-drivers/1.0.0", import.meta.url),
);
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-dictionary-"));
  await mkdir(join(folder, "data"));
  for (const { name, text } of await datasetFiles(smallDataset([[1, 2, 3, 4, 5, 6, 7, 8]]))) {
    await writeFile(join(folder, "data", name), text);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runTyped(args, folder);

test("dictionary reads a dataset or an instrument, and takes the format from the file's ending", async () => {
  const ofDataset = await run("dictionary", "data", "--lang", "en");
  expect(ofDataset).toMatchObject({ exitCode: 0, err: "" });
  expect(ofDataset.out).toContain("# Data dictionary");
  expect((await run("dictionary", instrument, "--out", "dictionary.xml")).exitCode).toBe(0);
  const xml = await readFile(join(folder, "dictionary.xml"), "utf8");
  const document = new DOMParser().parseFromString(xml, "text/xml");
  const names = [...document.querySelectorAll("var")].map((each) => each.getAttribute("name"));
  expect(names.slice(0, 2)).toEqual(["id", "language"]);
  expect(names).toContain("vd-8");
  expect(new Set(names).size).toBe(names.length);
});

test("dictionary says what to name instead of a folder of versions or an interview guide", async () => {
  const versions = await run("dictionary", join(instrument, ".."), "--lang", "en");
  expect(versions.exitCode).toBe(1);
  expect(versions.err).toContain("Name one version, such as");
  expect(versions.err).toContain(join("value-drivers", "1.0.0"));
  const guide = join(instrument, "..", "..", "interview-guide-value");
  for (const path of [guide, join(guide, "1.0.0")]) {
    const { exitCode, err } = await run("dictionary", path, "--lang", "en");
    expect(exitCode).toBe(1);
    expect(err).toContain("is an interview guide");
  }
});

test("dictionary refuses what it cannot read or write", async () => {
  expect(await run("dictionary", "data", "--out", "words.pdf", "--lang", "en")).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining("no format pdf"),
  });
  expect((await run("dictionary", "data", "--out", "data/words.md")).exitCode).toBe(1);
  const mixed = await run("dictionary", instrument, "data", "--lang", "de");
  expect(mixed).toMatchObject({ exitCode: 1, err: expect.stringContaining("ist kein Fragebogen") });
  await writeFile(join(folder, "broken.json"), "{");
  expect((await run("dictionary", "broken.json")).err).toContain("JSON");
});
