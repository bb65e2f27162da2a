import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { datasetFiles } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newCodingProject, someCoding } from "../example/coding-project.ts";
import { runTyped } from "../example/run-typed.ts";
import { smallDataset } from "../example/small-dataset.ts";
import { changeProject } from "./coding-folder/change-project.ts";

const examples = fileURLToPath(new URL("../../example/", import.meta.url));
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-results-"));
  await cp(join(examples, "community-manager-interviews"), join(folder, "cm"), { recursive: true });
  await cp(join(examples, "value-interviews"), join(folder, "value"), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...words: string[]) =>
  runTyped(["code", ...words], folder, { env: { MEHRWERT_CODER: "ada" } });
const json = async (...words: string[]) =>
  JSON.parse((await run(...words, "--format", "json")).out);

test.each([
  ["categories", []],
  ["tree", ["--code", "F3"]],
  ["cases", []],
  ["cooccurrence", ["--relation", "near:100"]],
  ["saturation", []],
])(
  "table --view %s comes in every format, in both languages, within 80 columns",
  async (view, more) => {
    const typed = ["table", "cm", "--view", view, ...more];
    for (const language of ["de", "en"]) {
      const { exitCode, out, err } = await run(...typed, "--lang", language);
      expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
      expect(out).toContain(
        { de: "ERFUNDENE GESPRÄCHE", en: "MADE-UP INTERVIEWS" }[language] ?? "",
      );
      expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    }
    expect((await run(...typed, "--all", `report-${view}`)).exitCode).toBe(0);
    expect((await readdir(join(folder, `report-${view}`))).sort()).toEqual(
      ["csv", "html", "json", "md"].map((ending) => `${view}.${ending}`),
    );
    expect((await json(...typed)).format).toBe(`mehrwert-coding-${view}`);
  },
);

test("table by a variable tells nothing of groups of five and three, and says so", async () => {
  const typed = ["table", "cm", "--by", "group", "--minimum", "5"];
  const { breakdown, units, categories } = await json(...typed);
  const facts = { variable: "group", unit: "case", minimumGroupSize: 5, groups: [] };
  expect(breakdown).toMatchObject(facts);
  const plain = await json("table", "cm");
  expect({ units, categories }).toEqual({ units: plain.units, categories: plain.categories });
  for (const view of ["categories", "tree"])
    for (const [language, words] of [
      ["de", "Nach Gruppen ist nichts gezeigt: Gruppen unter 5 Personen bleiben verborgen"],
      ["en", "Nothing is shown by group: groups of fewer than 5 people stay hidden"],
    ] as const) {
      const more = view === "tree" ? ["--code", "F3"] : [];
      const { out } = await run(...typed, "--view", view, ...more, "--lang", language);
      expect(out.replace(/\s+/g, " ")).toContain(words);
      expect(out).not.toContain("company (");
    }
});

test("table by a variable tells the shares of large groups in every format", async () => {
  const documents = Array.from({ length: 44 }, (_, at) => `E${at + 1}`);
  const long = "E1: ein Satz nach dem anderen, und noch einer.\n".repeat(10);
  const project = join(folder, "many");
  const opened = await newCodingProject(
    project,
    Object.fromEntries(documents.map((id) => [id, long])),
  );
  const now = () => new Date("2026-11-28T10:00:00.000Z");
  await changeProject(opened, { person: "ada", now }, () =>
    documents.filter((_, at) => at % 3 !== 0).map((id, at) => someCoding("ada", at, id)),
  );
  const group = (at: number) => (at < 20 ? "company" : at < 40 ? "consultant" : "authority");
  const lines = documents.map((id, at) => `${id},${group(at)}`);
  await writeFile(join(folder, "many.csv"), `case,group\n${lines.join("\n")}\n`);
  expect((await run("cases", "many", "--from", "many.csv")).exitCode).toBe(0);
  const typed = ["table", "many", "--by", "group", "--code", "F1"];
  const found = await json(...typed);
  expect(found.format).toBe("mehrwert-coding-breakdown");
  const groups = found.breakdown.groups.map(
    ({ categories: names }: { categories: string[] }) => names,
  );
  expect(groups).toEqual([["consultant"], ["no-answer", "authority", "company"]]);
  expect(JSON.stringify(found)).not.toMatch(/"E\d+"/);
  const code = found.categories.find((each: { code: string }) => each.code === "F1.1");
  expect(code.groups).toContainEqual({ share: 0.65 });
  const csv = (await run(...typed, "--format", "csv")).out.split("\r\n");
  expect(csv[0]).toBe(
    "code,label_de,label_en,depth,group,cases,cases_are_rounded,share,count,is_hidden",
  );
  const words = (await run(...typed, "--lang", "de", "--format", "markdown")).out;
  expect(words).toContain("verdeckt");
  expect(words).toMatch(/consultant \(etwa 20\)/);
  expect(words).toContain("Verdeckt ist, was von Gruppen unter 10 oder von weniger als 3 Personen");
  const tree = ["table", "many", "--by", "group", "--view", "tree", "--code", "F1"];
  const drawn = (await run(...tree, "--lang", "en", "--format", "markdown")).out;
  expect(drawn).toMatch(/consultant \(about 20\)/);
  expect(drawn).not.toMatch(/\bE\d+\b/);
});

test("table counts cases, and restricts to coders and codes", async () => {
  const ben = await json("table", "cm", "--coder", "ben", "--code", "F2.1");
  expect(ben.categories.map(({ code }: { code: string }) => code)).toEqual([
    "F2.1",
    "F2.1.1",
    "F2.1.2",
    "F2.1.3",
    "F2.1.4",
  ]);
  expect(ben.categories[3].units).toEqual(["E5"]);
  const matrix = (await run("table", "cm", "--view", "cases", "--format", "csv")).out.split("\r\n");
  expect(matrix[0]).toMatch(/^case,pseudonym,group,quotes,sector,year,n_F1,has_F1,/);
  expect(matrix).toHaveLength(10);
});

test("table puts the survey's answers beside the cases, by pseudonym", async () => {
  const data = join(folder, "joined-data");
  await mkdir(data);
  const dataset = smallDataset([
    [1, 2, 3, 4, 5, 6, 7, 8],
    [8, 7, 6, 5, 4, 3, 2, 1],
  ]);
  for (const { name, text } of await datasetFiles(dataset)) await writeFile(join(data, name), text);
  const [, second = ""] = dataset.columns.get("id") ?? [];
  await writeFile(join(folder, "who.csv"), `case,pseudonym\nP2,${second}\nP3,nobody\n`);
  await run("cases", "value", "--from", "who.csv");
  const typed = ["table", "value", "--view", "cases", "--data", "joined-data", "--match", "id"];
  const { survey } = await json(...typed, "--columns", "vd-1,vd-8");
  expect(survey.rows.map(({ answers }: { answers: object | undefined }) => answers)).toEqual([
    undefined,
    { "vd-1": "8", "vd-8": "1" },
    undefined,
    undefined,
  ]);
  const csv = (await run(...typed, "--columns", "vd-1", "--format", "csv")).out.split("\r\n");
  expect(csv[0]).toMatch(/,survey_vd-1$/);
  expect(csv[2]).toMatch(/^P2,.*,8$/);
  expect((await run(...typed)).out.replace(/\s+/g, " ")).toContain(
    "With answers of the survey: 1 of 4 cases",
  );
  expect((await run(...typed, "--columns", "x")).err).toContain("The dataset holds no column x");
  expect((await run("table", "value", "--data", "joined-data")).err).toContain("go together");
});

test("find joins codes, relations, variables and coders", async () => {
  const found = await json(
    "find",
    "cm",
    "F2.2.2 und F2.2.3",
    "--relation",
    "turn",
    "--coder",
    "ada",
  );
  expect(
    found.codings.map(
      ({ document, code }: { document: string; code: string }) => `${document} ${code}`,
    ),
  ).toEqual(["E1 F2.2.2", "E1 F2.2.3", "E7 F2.2.2", "E7 F2.2.3"]);
  const company = await json(
    "find",
    "cm",
    "F2.2.2 and not F2.2.3",
    "--relation",
    "turn",
    "--where",
    "group=company",
    "--coder",
    "ada",
  );
  expect(company.codings.map(({ document }: { document: string }) => document)).toEqual([
    "E3",
    "E5",
  ]);
  const both = await json("find", "cm", "F2.3.1 and F3.3.8", "--any-coder");
  expect(new Set(both.codings.map(({ coder }: { coder: string }) => coder))).toEqual(
    new Set(["ada", "ben"]),
  );
  expect((await json("find", "cm", "F2.3.1 and F3.3.8")).codings).toEqual([]);
  const { out } = await run("find", "cm", "O3", "--lang", "de");
  expect(out).toContain("6 Kodierungen in 3 Transkripten.");
});

test.each([
  [["table", "cm", "--view", "pie"], 2, "--view knows categories, tree"],
  [["table", "cm", "--view", "tree"], 2, "needs exactly one --code"],
  [["table", "cm", "--view", "tree", "--code", "F1.1"], 1, "There are no codes below F1.1."],
  [["table", "cm", "--by", "age"], 1, "they have: group, quotes, sector, year"],
  [["table", "cm", "--unit", "turn"], 2, "--unit knows document and case"],
  [["table", "cm", "--by", "group", "--minimum", "4"], 2, "a whole number from 5 to 1000"],
  [["table", "cm", "--by", "group", "--document", "E1,E2"], 2, "--by always counts all cases"],
  [["table", "cm", "--by", "group", "--unit", "document"], 2, "--by always counts all cases"],
  [["table", "cm", "--coder", "eva"], 1, "it knows: ada, ben"],
  [["table", "cm", "--view", "cooccurrence", "--relation", "far"], 2, "--relation knows overlap"],
  [["find", "cm", "F1 and"], 2, "A code is missing at the end. (F1 and▸)"],
  [["find", "cm", "F9"], 1, "There is no code “F9”."],
  [["find", "cm", "not F1"], 2, "names only what must not be there"],
  [["find", "cm", "F1", "--where", "age=3"], 1, "is no condition such as group=company"],
  [["joint", "cm"], 2, "is required"],
  [["export", "cm", "poster"], 2, "There is no document poster"],
  [["export", "cm", "coreq", "--format", "pdf"], 2, "There is no format pdf"],
  [["export", "cm", "excerpts", "--cleared", "yes"], 2, "needs a variable and a value"],
  [["record", "cm", "11", "x"], 2, "There are items 12 to 32, not 11."],
])("code %j ends with a sentence of ours and no result", async (words, code, sentence) => {
  const { exitCode, out, err } = await run(...words);
  expect({ exitCode, out }).toEqual({ exitCode: code, out: "" });
  expect(err).toContain(sentence);
});

test("joint refuses a codebook without drivers and a question the dataset does not hold", async () => {
  await mkdir(join(folder, "data"));
  for (const { name, text } of await datasetFiles(smallDataset([[1, 2, 3, 4, 5, 6, 7, 8]])))
    await writeFile(join(folder, "data", name), text);
  const none = await run("joint", "cm", "--data", "data");
  expect(none.err).toContain("No code of the codebook community-manager stands for an option");
  expect((await run("joint", "value", "--data", "data", "--question", "x")).err).toContain(
    "no such ranking question",
  );
  const inside = await run("joint", "value", "--data", "data", "--out", "data/x.md");
  expect(inside.err).toContain("holds the dataset");
});

test("export gives codebook, protocol, excerpts and COREQ as documents, tables and for programs", async () => {
  for (const document of ["codebook", "protocol", "excerpts", "coreq"]) {
    for (const format of ["md", "html", "csv", "json"]) {
      const { exitCode, out } = await run(
        "export",
        "cm",
        document,
        "--format",
        format,
        "--lang",
        "de",
      );
      expect({ document, format, exitCode }).toEqual({ document, format, exitCode: 0 });
      expect(out.length).toBeGreaterThan(500);
      if (format === "html") expect(out).not.toMatch(/<script|(src|href)=/);
    }
  }
  const book = (await run("export", "cm", "codebook", "--lang", "de")).out;
  expect(book).toContain("O3 Vertretung");
  expect(book).toContain("1.1.0: O3 hinzugefügt");
  expect((await run("export", "cm", "codebook", "--out", "book.html")).exitCode).toBe(0);
  expect((await run("export", "cm", "codebook", "--out", "book.html")).err).toContain("--force");
});

test("excerpts stand once for all who coded them alike, and only cleared ones with --cleared", async () => {
  const { out } = await run("export", "cm", "excerpts", "--code", "F2.1.4", "--lang", "de");
  expect(out).toContain("— E2 · Zeile");
  expect(out).toContain("ada, ben");
  expect(out).toContain("— E4 ·");
  const cleared = (
    await run("export", "cm", "excerpts", "--code", "F2.1.4", "--cleared", "--lang", "de")
  ).out;
  expect(cleared).toContain("— E2 ·");
  expect(cleared).not.toContain("— E4 ·");
});

test("COREQ says what is known, what was recorded, and explicitly what was not", async () => {
  const before = await json("export", "cm", "coreq");
  expect(before.items.map(({ number }: { number: number }) => number)).toEqual(
    Array.from({ length: 21 }, (_, at) => 12 + at),
  );
  expect(before.items[12]).toMatchObject({ number: 24, known: "2: ada, ben.", recorded: null });
  const markdown = (await run("export", "cm", "coreq", "--lang", "de")).out;
  expect(markdown).toMatch(/15 Anwesende \|.*nicht festgehalten/);
  expect((await run("record", "cm", "15", "Niemand.", "--lang", "de")).out).toBe(
    "15 Anwesende: festgehalten.\n",
  );
  expect((await run("export", "cm", "coreq", "--lang", "de")).out).toMatch(
    /15 Anwesende \|.*Niemand\./,
  );
  await run("undo", "cm");
  expect((await run("export", "cm", "coreq", "--lang", "de")).out).toMatch(
    /15 Anwesende \|.*nicht festgehalten/,
  );
});

test("pseudonymise shows first, then writes texts and log apart", async () => {
  await mkdir(join(folder, "raw"));
  await writeFile(
    join(folder, "raw/E1.txt"),
    "I: Frau Müller?\nE1: Müllers Idee aus Halle. Die müllerin.\n",
  );
  await writeFile(join(folder, "names.csv"), "name,replacement\nMüller,[Leitung]\nHalle,[Stadt]\n");
  const preview = await run("pseudonymise", "raw", "--names", "names.csv", "--lang", "de");
  expect(preview.out).toContain("3 Stellen in 1 Transkripten.");
  expect(preview.out).toContain("müllerin");
  const half = await run("pseudonymise", "raw", "--names", "names.csv", "--out", "clean");
  expect(half).toMatchObject({ exitCode: 2, out: "" });
  const near = await run(
    "pseudonymise",
    "raw",
    "--names",
    "names.csv",
    "--out",
    "clean",
    "--log",
    "clean/log.csv",
  );
  expect(near.err).toContain("would lie with the texts whose names it tells");
  const inProject = await run(
    "pseudonymise",
    "raw",
    "--names",
    "names.csv",
    "--out",
    "clean",
    "--log",
    "cm/log.csv",
  );
  expect(inProject.exitCode).toBe(1);
  const done = await run(
    "pseudonymise",
    "raw",
    "--names",
    "names.csv",
    "--out",
    "clean",
    "--log",
    "apart/log.csv",
  );
  expect(done.out).toContain("Replaced: 3 places");
  expect(await readFile(join(folder, "clean/E1.txt"), "utf8")).toBe(
    "I: Frau [Leitung]?\nE1: [Leitung] Idee aus [Stadt]. Die müllerin.\n",
  );
  expect(await readFile(join(folder, "apart/log.csv"), "utf8")).toContain(
    "E1,2,Müllers,[Leitung]\r\n",
  );
  const again = await run(
    "pseudonymise",
    "raw",
    "--names",
    "names.csv",
    "--out",
    "raw",
    "--log",
    "apart/log2.csv",
  );
  expect(again.err).toContain("holds the texts with the names");
});

test("help of all commands is German where German is asked for", async () => {
  for (const name of ["table", "find", "joint", "export", "record", "pseudonymise"]) {
    const help = (await run(name, "--help", "--lang", "de")).out;
    expect(help).toContain("Aufruf:");
    expect(help).not.toMatch(
      /[<[](folder|file|files|query|words|numbers|names|name|item|document)[>\]. ]/,
    );
  }
});
