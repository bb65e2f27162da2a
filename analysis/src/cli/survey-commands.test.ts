import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runTyped } from "../example/run-typed.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-survey-"));
  await writeFile(join(folder, "ratings.csv"), "a,b,c\n1,2,1\n2,2,3\n3,4,3\n5,4,5\n");
  await writeFile(join(folder, "words.csv"), "a,b\n1,often\n2,3\n");
  await writeFile(
    join(folder, "choices.csv"),
    "id,set,shown,best,worst\np,1,a|b|c,a,c\np,2,a|b|c,b,a\nq,1,a|b|c,c,b\n",
  );
  await writeFile(join(folder, "split.csv"), "a,b,c\n1,2,3\n2,1,3\n3,2,1\n1,3,2\n");
  await writeFile(join(folder, "other.csv"), "a,b,z\n1,2,3\n2,1,3\n3,2,1\n1,3,2\n");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runTyped(args, folder);

test("scales and maxdiff print one JSON document and nothing else", async () => {
  const scales = await run("scales", "--ratings", "ratings.csv", "--format", "json");
  expect(scales).toMatchObject({ exitCode: 0, err: "" });
  expect(JSON.parse(scales.out)).toMatchObject({ n: 4, k: 3, version: "0.0.0" });
  const maxDiff = await run("maxdiff", "--choices", "choices.csv", "--format", "json");
  expect(maxDiff).toMatchObject({ exitCode: 0, err: "" });
  expect(JSON.parse(maxDiff.out)).toMatchObject({ n: 2, likelihood: "pair" });
});

test("scales says how far raters agree", async () => {
  const found = await run("scales", "--ratings", "ratings.csv", "--raters", "--lang", "en");
  expect(found).toMatchObject({ exitCode: 0, err: "" });
  expect(found.out).toContain("Intraclass correlations");
});

test("maxdiff beside a ranking of the same options compares both", async () => {
  const args = ["maxdiff", "--choices", "choices.csv", "--rankings", "split.csv"];
  const found = await run(...args, "--format", "json");
  expect(found).toMatchObject({ exitCode: 0, err: "" });
  expect(JSON.parse(found.out)).toMatchObject({
    comparison: { n: { ranking: 4, maxDiff: 2 }, seed: 1, tests: { same: { df: 2 } } },
  });
  expect((await run(...args, "--lang", "de")).out).toContain("Rangfolge und MaxDiff");
});

test.each([
  ["de", "Skalen: ratings.csv"],
  ["en", "Scales: ratings.csv"],
])("scales writes every format in %s", async (language, title) => {
  const target = `report-${language}`;
  const { exitCode } = await run(
    "scales",
    "--ratings",
    "ratings.csv",
    "--all",
    target,
    "--lang",
    language,
  );
  expect(exitCode).toBe(0);
  const names = await readdir(join(folder, target));
  expect(names.sort()).toEqual(["csv", "html", "json", "md", "svg"].map((end) => `scales.${end}`));
  expect(await readFile(join(folder, target, "scales.md"), "utf8")).toContain(title);
});

test.each([
  [["scales", "--ratings", "words.csv"], 1, "words.csv:2"],
  [["scales", "--ratings", "ratings.csv", "--items", "a,z"], 1, "There is no column z."],
  [["scales", "--ratings", "none.csv"], 1, "There is no "],
  [["scales", "--ratings", "ratings.csv", "--range", "6"], 2, "--range needs two numbers"],
  [["scales"], 2, "Name either the folder"],
  [
    ["scales", "--ratings", "ratings.csv", "--items", "a,b", "--format", "svg"],
    1,
    "There is no figure",
  ],
  [["scales", "nowhere", "--raters"], 2, "go with --ratings"],
  [["scales", "--ratings", "ratings.csv", "--raters", "--reverse", "a"], 2, "not for --raters"],
  [["maxdiff", "--choices", "ratings.csv"], 1, "There is no column id."],
  [["maxdiff", "--choices", "choices.csv", "--likelihood", "best"], 2, "--likelihood knows"],
  [["maxdiff", "--choices", "choices.csv", "--rankings", "other.csv"], 1, "Only in the ranking: z"],
  [["maxdiff", "--choices", "choices.csv", "--seed", "1"], 2, "go with --rankings"],
  [["describe", "nowhere", "--importance", "a"], 2, "go together"],
  [["describe", "nowhere"], 1, "There is no "],
])("%j ends with exit code %i and says why", async (args, exitCode, sentence) => {
  const result = await run(...args, "--lang", "en");
  expect(result).toMatchObject({ exitCode, out: "" });
  expect(result.err).toContain(sentence);
});
