import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runTyped } from "../example/run-typed.ts";

let folder = "";

const files: Record<string, string> = {
  // Krippendorff (2011): four coders, twelve units, with missing values.
  "four.csv":
    "unit,A,B,C,D\n1,1,1,,1\n2,2,2,3,2\n3,3,3,3,3\n4,3,3,3,3\n5,2,2,2,2\n6,1,2,3,4\n7,4,4,4,4\n8,1,1,2,1\n9,2,2,2,2\n10,,5,5,5\n11,,,1,1\n12,,3,,\n",
  "two.csv": "unit,A,B\n1,1,1\n2,1,1\n3,2,2\n4,3,3\n5,2,1\n6,1,1\n7,3,3\n8,3,2\n9,2,2\n10,1,1\n",
  "sets.csv": "unit,A,B\n1,a|b,b\n2,a,a\n3,|,|\n4,c,a|c\n",
  // Krippendorff (2019), figure 12.11.
  "spans.csv":
    "coder,code,start,end\nAlex,1,0,7\nAlex,2,7,13\nAlex,5,30,32\nAlex,6,32,37\nAlex,6,37,44\nAlex,7,44,60\nPaul,1,0,7\nPaul,3,7,13\nPaul,5,13,21\nPaul,6,32,44\nSuzan,1,0,7\nSuzan,4,7,13\nSuzan,5,13,21\nSuzan,6,32,37\nSuzan,6,37,41\nSuzan,6,41,44\n",
  "words.csv": "unit,A,B\n1,low,high\n",
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-agree-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runTyped(["code", "agree", ...args], folder);

async function documentOf(...args: string[]) {
  const found = await run(...args, "--format", "json");
  expect(found).toMatchObject({ exitCode: 0, err: "" });
  return JSON.parse(found.out);
}

const close = (value: number) => expect.closeTo(value, 3);

describe("code agree --format json", () => {
  test.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
    ["ratio", 0.797],
  ])("prints α at the %s level, and nothing but the document", async (level, alpha) => {
    expect(await documentOf("--ratings", "four.csv", "--level", level)).toMatchObject({
      ...{ units: 12, coders: 4, level, krippendorffsAlpha: close(alpha) },
      ...{ percentAgreement: close(0.818), fleissKappa: close(0.761), gwetsAc1: close(0.775) },
      brennanPrediger: { value: close(0.773), categories: 5 },
      cohensKappa: null,
      reasons: { cohensKappa: "this coefficient is for exactly two coders" },
      interval: { algorithm: "percentile bootstrap of units", seed: 1, draws: 2000, level: 0.95 },
    });
  });

  test("prints Cohen's κ for two coders, and repeats the interval with its seed", async () => {
    const found = await documentOf("--ratings", "two.csv");
    expect(found).toMatchObject({ cohensKappa: close(0.692), krippendorffsAlpha: close(0.705) });
    expect(found.reasons).toEqual({});
    expect(await documentOf("--ratings", "two.csv")).toEqual(found);
    const other = await documentOf("--ratings", "two.csv", "--seed", "2", "--draws", "300");
    expect(other.interval).toMatchObject({ seed: 2, draws: 300 });
  });

  test("reads sets of codes", async () => {
    const found = await documentOf("--ratings", "sets.csv", "--set-separator", "|");
    expect(found).toMatchObject({ setDistance: "masi", units: 4, percentAgreement: 0.5 });
    expect(found.setAlphas.masi).toBe(found.krippendorffsAlpha);
    expect(found.setAlphas.jaccard).toBeGreaterThan(found.setAlphas.masi);
  });

  test("gives reasons in the language asked for", async () => {
    const found = await documentOf("--ratings", "four.csv", "--lang", "de");
    expect(found.reasons.cohensKappa).toBe("diese Kennzahl gilt für genau zwei Kodierende");
    expect(found.reasonNames.cohensKappa).toBe("not-two-coders");
  });

  test("prints the family for spans", async () => {
    const found = await documentOf("--spans", "spans.csv", "--length", "60");
    expect(found).toMatchObject({
      ...{ uAlpha: close(0.51), uAlphaBinary: close(0.414), cuAlpha: close(0.724) },
      segmentAgreement: { rule: "union", ratio: 0.9, agreeing: 10, compared: 32 },
    });
    const [first, ...others] = found.perCode;
    expect(first).toMatchObject({ code: "1", kuAlpha: 1, uAlpha: 1, coverage: 1, spans: 3 });
    expect(others.at(-1)).toMatchObject({
      ...{ code: "7", kuAlpha: null, coverage: 0 },
      reasons: { kuAlpha: "no position was marked by two coders" },
    });
  });
});

describe("code agree in a project", () => {
  const interviews = fileURLToPath(
    new URL("../../example/community-manager-interviews", import.meta.url),
  );

  test("compares marked passages in each group of codes that exclude each other", async () => {
    const found = await documentOf(interviews);
    expect(found).toMatchObject({
      ...{ coderNames: ["ada", "ben"], uAlpha: null, reasonNames: { uAlpha: "several-groups" } },
      origin: { Transcripts: "E1, E2, E3, E4, E5, E6, E7, E8", "Kind of data": "synthetic" },
    });
    const [first] = found.groups;
    expect(first).toMatchObject({ group: "F1", uAlpha: close(0.872), cuAlpha: close(0.971) });
  });

  test("compares the codes of each turn", async () => {
    const found = await documentOf(interviews, "--by", "turns");
    expect(found).toMatchObject({
      ...{ units: 132, coders: 2, setDistance: "masi", krippendorffsAlpha: close(0.837) },
      percentAgreement: close(107 / 132),
    });
  });

  test("says of one transcript what its list of codings says as a file", async () => {
    const one = ["--document", "E1"];
    const list = await runTyped(
      ["code", "list", interviews, ...one, "--code", "F1", "--format", "csv"],
      folder,
    );
    await writeFile(join(folder, "listed.csv"), list.out);
    const { groups, length } = await documentOf(interviews, ...one);
    const listed = await documentOf("--spans", "listed.csv", "--length", String(length));
    expect(listed.uAlpha).toBe(groups[0].uAlpha);
    expect(listed.uAlpha).toBeLessThan(1);
  });
});

describe("code agree", () => {
  test.each([
    ["de", "Krippendorffs α = 0,74"],
    ["en", "Krippendorff’s α = 0.74"],
  ])("writes every format in %s", async (language, alpha) => {
    const args = ["--ratings", "four.csv", "--all", `all-${language}`, "--lang", language];
    expect((await run(...args)).exitCode).toBe(0);
    const written = join(folder, `all-${language}`);
    const names = ["csv", "html", "json", "md"].map((end) => `agreement.${end}`);
    expect((await readdir(written)).sort()).toEqual(names);
    expect(await readFile(join(written, "agreement.md"), "utf8")).toContain(alpha);
  });

  test.each([
    ["de", /uα\s=\s0,51/],
    ["en", /uα\s=\s0\.51/],
  ])("prints a report on spans in %s", async (language, alpha) => {
    const found = await run("--spans", "spans.csv", "--length", "60", "--lang", language);
    expect(found).toMatchObject({ exitCode: 0, err: "" });
    expect(found.out).toMatch(alpha);
  });

  test.each([
    [[], 2, "Name either the folder of a coding project, a file"],
    [["--ratings", "two.csv", "--spans", "spans.csv"], 2, "Name either the folder"],
    [
      ["--ratings", "two.csv", "--level", "cardinal"],
      2,
      "--level knows nominal, ordinal, interval",
    ],
    [["--ratings", "two.csv", "--length", "9"], 2, "go with --spans"],
    [["--ratings", "two.csv", "--ratio", "0.5"], 2, "go with --spans"],
    [["--ratings", "two.csv", "--set-distance", "masi"], 2, "--set-distance goes with"],
    [["--ratings", "sets.csv", "--set-separator", " "], 2, "--set-separator needs a sign"],
    [
      ["--ratings", "sets.csv", "--set-separator", "|", "--set-distance", "x"],
      2,
      "--set-distance knows",
    ],
    [["--ratings", "sets.csv", "--set-separator", "|", "--level", "ordinal"], 2, "have no order"],
    [["--ratings", "two.csv", "--categories", "1"], 2, "--categories needs a whole number from 2"],
    [["--ratings", "two.csv", "--categories", "2"], 1, "The file holds 3 different codes"],
    [["--ratings", "two.csv", "--coders", " , "], 2, "--coders needs names"],
    [["--ratings", "two.csv", "--coders", "A,Z"], 1, "There is no column Z."],
    [["--ratings", "two.csv", "--draws", "0"], 2, "--draws needs a whole number"],
    [["--ratings", "two.csv", "--format", "svg"], 1, "There is no figure"],
    [["--ratings", "none.csv"], 1, "There is no "],
    [["--ratings", "words.csv", "--level", "ratio"], 1, 'words.csv:2, A: "low" is not a number.'],
    [["--ratings", "spans.csv"], 1, "There is no column unit."],
    [["."], 1, "is no coding project"],
    [[".", "--spans", "spans.csv"], 2, "Name either the folder"],
    [[".", "--length", "60"], 2, "go with files"],
    [[".", "--by", "words"], 2, "--by knows passages and turns"],
    [["--ratings", "two.csv", "--by", "turns"], 2, "go with the folder"],
    [["--spans", "spans.csv"], 2, "--spans needs --length"],
    [["--spans", "spans.csv", "--length", "0"], 2, "--length needs a whole number from 1"],
    [["--spans", "spans.csv", "--length", "59"], 1, "60 lies behind the end of the text"],
    [["--spans", "spans.csv", "--length", "60", "--seed", "1"], 2, "go with --ratings"],
    [
      ["--spans", "spans.csv", "--length", "60", "--overlap", "all"],
      2,
      "--overlap knows union, longer",
    ],
    [["--spans", "spans.csv", "--length", "60", "--ratio", "0"], 2, "--ratio 0 would mean"],
    [["--spans", "two.csv", "--length", "60"], 1, "There is no column coder."],
  ])("%j ends with exit code %i and says why", async (args, exitCode, sentence) => {
    const found = await run(...args, "--lang", "en");
    expect(found).toMatchObject({ exitCode, out: "" });
    expect(found.err).toContain(sentence);
    const german = await run(...args, "--lang", "de");
    expect(german).toMatchObject({ exitCode, out: "" });
    expect(german.err).not.toContain(sentence);
  });

  test("is found by its help", async () => {
    const { out } = await runTyped(["code", "--help", "--lang", "en"], folder);
    expect(out).toContain("agree");
    expect((await run("--help", "--lang", "de")).out).toContain("--set-separator <Zeichen>");
  });
});
