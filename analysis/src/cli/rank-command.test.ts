import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

const referenceFile = new URL(
  "../../../packages/statistics/reference/drivers-synth.json",
  import.meta.url,
);
let folder = "";
let reference: Reference;

type Fit = {
  logWorth: number[];
  standardError: number[];
  logWorthCentred: number[];
  worth: number[];
  logLikelihood: number;
  quasiStandardError: number[];
};
type Reference = {
  items: string[];
  rows: string[];
  complete: Fit;
  top3: Fit;
  rankSets: Record<
    "worthComplete" | "worthTop3",
    { simultaneous: { lower: number[]; upper: number[] } }
  >;
  weighted: { logWorth: number[]; robustError: number[]; kish: number };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-rank-"));
  reference = JSON.parse(await readFile(referenceFile, "utf8"));
  const head = `count,${reference.items.join(",")}`;
  const rows = reference.rows.map((row) => (row.split(" ")[2] ?? "").split(""));
  const line = (ranks: string[]) => `1,${ranks.join(",")}`;
  await save("complete.csv", [head, ...rows.map(line)]);
  const top = rows.map((ranks) => ranks.map((rank) => (Number(rank) <= 3 ? rank : "")));
  await save("top3.csv", [head, ...top.map(line)]);
  const weights = reference.rows.map((row) => row.split(" ")[1] ?? "");
  await save("weighted.csv", [
    `weight,${reference.items.join(",")}`,
    ...rows.map((ranks, index) => `${weights[index]},${ranks.join(",")}`),
  ]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const save = (name: string, lines: string[]) =>
  writeFile(join(folder, name), `${lines.join("\n")}\n`);

async function run(...argv: string[]) {
  const written = { stdout: "", stderr: "" };
  const exitCode = await runCommandLine(argv, {
    env: {},
    cwd: folder,
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    fetch: () => Promise.reject(new TypeError("no network")),
    now: () => new Date(),
    softwareVersion: "0.1.0",
  });
  return { exitCode, ...written };
}

async function ranked(name: string, ...options: string[]) {
  const { exitCode, stdout, stderr } = await run(
    ...["rank", "--rankings", name, "--format", "json", "--draws", "200", ...options],
  );
  expect(stderr).toBe("");
  expect(exitCode).toBe(0);
  expect(stdout).not.toMatch(/NaN|Infinity/);
  return JSON.parse(stdout);
}

type Item = Record<string, number> & { item: string; rankInterval: [number, number] };

function expectFit(found: { items: Item[]; logLikelihood: number }, fit: Fit) {
  expect(found.logLikelihood).toBeCloseTo(fit.logLikelihood, 6);
  for (const [index, item] of found.items.entries()) {
    expect(item.logWorth).toBeCloseTo(fit.logWorth[index] ?? 99, 8);
    expect(item.logWorthCentred).toBeCloseTo(fit.logWorthCentred[index] ?? 99, 8);
    expect(item.worth).toBeCloseTo(fit.worth[index] ?? 99, 8);
    expect(item.standardError).toBeCloseTo(fit.standardError[index] ?? 99, 8);
    expect(item.quasiStandardError).toBeCloseTo(fit.quasiStandardError[index] ?? 99, 6);
  }
}

test("rank gives the worths of survival 3.5.3 and the rank sets of csranks 1.2.3 for the simulated study", async () => {
  const found = await ranked("complete.csv");
  expect(found).toMatchObject({
    n: 600,
    exists: true,
    tieParameters: [],
    seed: 1,
    version: "0.1.0",
  });
  expectFit(found, reference.complete);
  const { lower, upper } = reference.rankSets.worthComplete.simultaneous;
  expect(found.items.map(({ rankInterval }: Item) => rankInterval)).toEqual(
    lower.map((low, index) => [low, upper[index]]),
  );
  const first = found.items[0];
  expect(first.midrankMean).toBeCloseTo(2.905, 10);
  expect(first.firstShare).toBeCloseTo(163 / 600, 10);
  expect(first.bordaMean).toBeCloseTo(5.095, 10);
  expect(found.kendallsW).toMatchObject({ df: 7, n: 600 });
  expect(found.kendallsW.value).toBeCloseTo(0.167844973544974, 12);
  expect(found.friedman.chiSquare).toBeCloseTo(704.948888888889, 8);
  expect(found.friedman.log10P).toBeCloseTo(-147.228380867704, 8);
});

test("rank of the top three follows what a blank means, and never assumes it", async () => {
  const refused = await run("rank", "--rankings", "top3.csv", "--lang", "de");
  expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
  expect(refused.stderr).toContain("--unranked below");
  expect(refused.stderr).toContain("--unranked not-presented");
  const below = await ranked("top3.csv", "--unranked", "below");
  expectFit(below, reference.top3);
  expect(below.items[0]).toMatchObject({ n: 408, faced: 600 });
  expect(below.items[0].meanRank).toBeCloseTo(1.86029411764706, 10);
  expect(below.items[0].midrankMean).toBeCloseTo(3.185, 10);
  expect(below.kendallsW.value).toBeCloseTo(0.1099671875, 10);
  const { lower, upper } = reference.rankSets.worthTop3.simultaneous;
  expect(below.items.map(({ rankInterval }: Item) => rankInterval)).toEqual(
    lower.map((low, index) => [low, upper[index]]),
  );
  const shown = await ranked("top3.csv", "--unranked", "not-presented");
  expect(shown.items[0].logWorth - shown.items[7].logWorth).toBeLessThan(0.6);
  expect(shown.kendallsW).toBeNull();
  expect(shown.absent).toContainEqual(
    expect.objectContaining({ name: "kendallsW", reason: "unbalanced-design" }),
  );
});

test("weights give the weighted worths with robust errors of survival::coxph", async () => {
  const found = await ranked("weighted.csv", "--weights", "weight");
  expect(found.errors).toBe("robust");
  expect(found.effectiveN).toBeCloseTo(reference.weighted.kish, 6);
  for (const [index, item] of found.items.entries()) {
    expect(item.logWorth).toBeCloseTo(reference.weighted.logWorth[index] ?? 99, 6);
    expect(item.standardError).toBeCloseTo(reference.weighted.robustError[index] ?? 99, 6);
  }
});

test("a published table with ties: worths and tie parameter of PlackettLuce 0.4.5 (Davidson 1970, puddings)", async () => {
  const rows =
    "19 12.... 22 21.... 16 11.... 16 1.2... 19 2.1... 12 1.1... 19 .12... 19 .21... 10 .11... " +
    "18 1..2.. 23 2..1.. 13 1..1.. 23 .1.2.. 19 .2.1.. 9 .1.1.. 19 ..12.. 20 ..21.. 15 ..11.. " +
    "13 1...2. 19 2...1. 18 1...1. 16 .1..2. 20 .2..1. 12 .1..1. 16 ..1.2. 15 ..2.1. 17 ..1.1. " +
    "17 ...12. 14 ...21. 16 ...11. 18 1....2 21 2....1 12 1....1 22 .1...2 20 .2...1 12 .1...1 " +
    "13 ..1..2 18 ..2..1 10 ..1..1 14 ...1.2 19 ...2.1 18 ...1.1 11 ....12 21 ....21 12 ....11";
  const lines = rows.match(/\d+ [\d.]{6}/g) ?? [];
  const cells = lines.map((line) => {
    const [count = "", ranks = ""] = line.split(" ");
    return [count, ...ranks.replaceAll(".", "_")].map((cell) => cell.replace("_", "")).join(",");
  });
  await save("pudding.csv", ["count,b1,b2,b3,b4,b5,b6", ...cells]);
  const found = await ranked("pudding.csv", "--unranked", "not-presented");
  const expected = [
    0, 0.220241900241712, 0.152977704854299, 0.175144908589921, 0.133865226991138,
    0.377134895800354,
  ];
  for (const [index, item] of found.items.entries())
    expect(item.logWorth).toBeCloseTo(expected[index] ?? 99, 6);
  expect(found.tieParameters[0].logTie).toBeCloseTo(-0.291927086248046, 6);
  expect(found).toMatchObject({ n: 745, orderedBy: "log-worth" });
  expect(found.logLikelihood).toBeCloseTo(-809.709510090287, 6);
});

test.each([
  ["one respondent", "a,b,c\n1,2,3\n", [], "one-sided", "kendallsW"],
  ["one item", "a\n1\n1\n", [], "one-item", "kemeny"],
  ["identical rankings", "a,b,c\n2,1,3\n2,1,3\n", [], "one-sided", "mallows"],
  ["everything tied", "a,b\n1,1\n1,1\n", [], "everything-tied", "friedman"],
  ["an item never ranked", "a,b,c\n1,2,\n2,1,\n", ["below"], "one-sided", "meanRank"],
  [
    "a disconnected network",
    "count,a,b,c,d\n3,1,2,,\n2,2,1,,\n4,,,1,2\n3,,,2,1\n",
    ["not-presented"],
    "disconnected",
    "rankInterval",
  ],
  ["infinite worths", "a,b,c\n1,2,3\n1,3,2\n", [], "one-sided", "rankInterval"],
])("rank explains %s instead of inventing worths", async (_, text, unranked, reason, absent) => {
  await writeFile(join(folder, "bad.csv"), text);
  const options = unranked.flatMap((word) => ["--unranked", word]);
  const found = await ranked("bad.csv", ...options);
  expect(found).toMatchObject({ exists: false, reason, logLikelihood: null });
  expect(found.explanation.de).not.toBe("");
  expect(found.items.map(({ logWorth }: Item) => logWorth)).toEqual(found.items.map(() => null));
  expect(found.absent.map(({ name }: { name: string }) => name)).toContain(absent);
  for (const language of ["de", "en"]) {
    const page = await run("rank", "--rankings", "bad.csv", "--lang", language, ...options);
    expect(page).toMatchObject({ exitCode: 0, stderr: "" });
    expect(page.stdout).not.toMatch(/NaN|undefined|Infinity/);
  }
});

test("a disconnected network has worths only with --pseudo, and the report says so", async () => {
  await writeFile(join(folder, "parts.csv"), "a,b,c,d\n1,2,,\n2,1,,\n,,1,2\n,,2,1\n");
  const options = ["--unranked", "not-presented"];
  const none = await run("rank", "--rankings", "parts.csv", "--lang", "en", ...options);
  expect(none.stdout).toMatch(/\{a,\s+b\}; \{c, d\}/);
  const found = await ranked("parts.csv", ...options, "--pseudo");
  expect(found).toMatchObject({ exists: true, prior: "pseudo" });
  expect(found.method).toContain("pseudo-rankings");
});

test("rank writes a file of rankings in every format, and bad lines are counted on request", async () => {
  await writeFile(join(folder, "dirty.csv"), "a,b,c\n1,2,3\n3,2,1\n1,9,2\n2,1,3\n");
  const refused = await run("rank", "--rankings", "dirty.csv", "--lang", "en");
  expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
  expect(refused.stderr).toContain("dirty.csv:4");
  const argv = ["rank", "--rankings", "dirty.csv", "--skip-bad", "--lang", "de", "--draws", "50"];
  for (const format of ["markdown", "html", "csv", "svg"]) {
    const page = await run(...argv, "--format", format);
    expect(page.exitCode).toBe(0);
    expect(page.stdout).not.toMatch(/NaN|undefined/);
  }
  const page = await run(...argv);
  expect(page.stdout).toContain("Ausgelassen, weil keine Rangfolge: 1 Zeile");
  expect(page.stderr).toContain("dirty.csv:4");
});

test("the same seed gives the same document, another seed another one", async () => {
  const first = await run(
    "rank",
    "--rankings",
    "complete.csv",
    "--format",
    "json",
    "--draws",
    "50",
  );
  const again = await run(
    "rank",
    "--rankings",
    "complete.csv",
    "--format",
    "json",
    "--draws",
    "50",
  );
  const other = await ranked("complete.csv", "--seed", "2");
  expect(again.stdout).toBe(first.stdout);
  expect(other.seed).toBe(2);
  expect(other.neighbours).not.toEqual(JSON.parse(first.stdout).neighbours);
});

test("an anchor question and durations are read beside the rankings, and named in both languages", async () => {
  const orders = ["1,2,3", "2,1,3", "1,3,2", "3,2,1"];
  const people = Array.from({ length: 24 }, (_, row) => row);
  await save("timed.csv", [
    "a,b,c,s",
    ...people.map((row) => `${orders[row % 4]},${row % 6 ? 50 : 9}`),
  ]);
  await save("anchor.csv", ["x,y,z", ...people.map((row) => (row % 4 < 3 ? "1,2,3" : "3,1,2"))]);
  const typed = ["rank", "--rankings", "timed.csv", "--anchor", "anchor.csv", "--durations", "s"];
  const { stdout } = await run(...typed, "--interval", "bca", "--format", "json");
  const found = JSON.parse(stdout);
  expect(found.anchor).toMatchObject({ n: 24, correctShare: 0.75 });
  expect(found.speeders).toMatchObject({ n: 24, count: 4, limit: 25 });
  expect(found.intervalMethods.lead).toContain("BCa");
  expect(found.postHoc.pairs).toHaveLength(3);
  const german = await run(...typed, "--lang", "de");
  expect(german.stdout).toContain("Ohne zufällige Antworten");
  expect(german.stdout).toContain("Güte der Antworten");
  const english = await run(...typed, "--lang", "en", "--format", "markdown");
  expect(english.stdout).toContain("Without random answers");
  expect(english.stdout).toContain("4 of 24 respondents took less than half the median time");
  expect((await run("rank", ".", "--anchor", "anchor.csv")).exitCode).toBe(2);
  expect((await run(...typed, "--interval", "exact")).exitCode).toBe(2);
});
