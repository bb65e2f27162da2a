import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runTyped } from "../example/run-typed.ts";

let folder = "";

const survey = {
  title: { default: "Small survey", de: "Kleine Befragung" },
  locale: "en",
  elements: [
    {
      type: "rating",
      name: "Q1",
      title: { default: "How was it?", de: "Wie war es?" },
      rateMax: 4,
    },
    { type: "file", name: "Q2", title: "A picture" },
  ],
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-import-"));
  await writeFile(join(folder, "small.json"), JSON.stringify(survey));
  await writeFile(join(folder, "small.dat"), JSON.stringify(survey));
  await writeFile(join(folder, "broken.lss"), "<document><LimeSurveyDocType>Surv");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runTyped(["instrument", "import", ...args], folder);

test("import writes instrument and reports in both languages, and never over a version that is there", async () => {
  const args = [
    "small.json",
    "--out",
    "made",
    "--slug",
    "small",
    "--version",
    "2.1.0",
    "--lang",
    "en",
  ];
  const { exitCode, out } = await run(...args);
  expect({ exitCode, out }).toMatchObject({
    exitCode: 0,
    out: expect.stringContaining("left out: 1"),
  });
  const file = (name: string) => readFile(join(folder, "made/small/2.1.0", name), "utf8");
  expect(JSON.parse(await file("instrument.json"))).toMatchObject({
    $schema: "../../instrument.schema.json",
    title: { de: "Kleine Befragung", en: "Small survey" },
    mehrwert: { slug: "small", version: "2.1.0" },
  });
  expect(await file("import-report.de.md")).toContain("Dateien werden nicht gesammelt.");
  expect(await file("import-report.en.md")).toContain("Files are not collected.");
  expect(JSON.parse(await file("import-report.json"))).toMatchObject({ format: "surveyjs" });

  const again = await run(...args);
  expect(again).toMatchObject({ exitCode: 1, err: expect.stringContaining("exists already") });
});

test("an imported instrument passes instrument check", async () => {
  await run("small.json", "--out", "checked");
  const checked = await runTyped(["instrument", "check", "checked"], folder);
  expect(checked.exitCode).toBe(0);
});

test("a broken file is refused with its place and advice", async () => {
  const { exitCode, err } = await run("broken.lss", "--out", "made", "--lang", "de");
  expect(exitCode).toBe(1);
  expect(err).toContain("kein vollständiges XML");
  expect(err).toContain("Exportieren Sie sie neu");
});

test("a slug that is no name is refused", async () => {
  const { exitCode, err } = await run(
    "small.json",
    "--out",
    "made",
    "--slug",
    "../x",
    "--lang",
    "en",
  );
  expect(exitCode).toBe(1);
  expect(err).toContain("agreed form");
});

test("--format stands in for an ending that says nothing", async () => {
  expect(
    await run("small.dat", "--out", "a", "--slug", "dat", "--format", "surveyjs"),
  ).toMatchObject({
    exitCode: 0,
  });
  const wrong = await run("small.dat", "--out", "a", "--format", "doc", "--lang", "en");
  expect(wrong).toMatchObject({ exitCode: 2, err: expect.stringContaining("--format knows lss") });
  expect(await run("small.dat", "--lang", "en")).toMatchObject({ exitCode: 2 });
});
