import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

let folder = "";

/** Two camps: "x" begins with a or b, "y" with c; a fourth of the lists is cut short. */
const lines = Array.from({ length: 48 }, (_, index) => {
  const camp = index % 3 === 0 ? "y" : "x";
  const rows = camp === "x" ? ["1,2,3,4", "2,1,3,4", "1,3,2,4", "2,3,1,4"] : ["3,2,1,4", "4,3,1,2"];
  return `${camp},${rows[index % rows.length]}`;
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-groups-"));
  await writeFile(join(folder, "camps.csv"), `camp,a,b,c,d\n${lines.join("\n")}\n`);
  await writeFile(join(folder, "one.csv"), "a,b,c\n1,2,3\n");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(line: string) {
  const written = { stdout: "", stderr: "" };
  const exitCode = await runCommandLine(line.split(" "), {
    env: {},
    cwd: folder,
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    fetch: () => Promise.reject(new TypeError("connection refused")),
    now: () => new Date(),
    softwareVersion: "0.1.0",
  });
  return { exitCode, ...written };
}

const camps = "--rankings camps.csv --items a,b,c,d";

test("groups prints one JSON document and nothing else", async () => {
  const { exitCode, stdout, stderr } = await run(
    `groups ${camps} --classes 1-2 --starts 3 --check-draws 0 --format json`,
  );
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const document = JSON.parse(stdout);
  expect(document).toMatchObject({ analysis: "groups", n: 48, seed: 1, version: "0.1.0" });
  expect(document.fits).toHaveLength(2);
  expect(document.noiseCheck.p ?? document.noiseCheck.reason).toBeDefined();
});

test("compare shows the camps, by name or among all answers", async () => {
  const one = JSON.parse((await run(`compare ${camps} --by camp --format json`)).stdout);
  expect(one).toMatchObject({ by: "camp", groups: [{ name: "x" }, { name: "y" }], n: 48 });
  const all = await run(`compare ${camps} --lang de`);
  expect(all.exitCode).toBe(0);
  expect(all.stdout).toContain("Wer ordnet anders?");
});

test("plan needs worths or rankings, and takes both forms", async () => {
  const worths = await run("plan --worths a=4,b=2,c=1 --n 20,40 --draws 10 --format json");
  expect(JSON.parse(worths.stdout).neighbours).toHaveLength(2);
  const like = await run(`plan ${camps} --n 20 --draws 5`);
  expect(like.exitCode).toBe(0);
  expect(await run("plan")).toMatchObject({ exitCode: 2, stdout: "" });
});

test("every format is written to a folder", async () => {
  const { exitCode } = await run(`compare ${camps} --by camp --all report`);
  expect(exitCode).toBe(0);
  const names = await readdir(join(folder, "report"));
  expect(names.sort()).toEqual(
    ["csv", "html", "json", "md", "svg"].map((ending) => `compare.${ending}`),
  );
  expect(await readFile(join(folder, "report", "compare.html"), "utf8")).toContain("<svg");
});

test.each([
  ["compare --rankings camps.csv --items a,b,c,d --by age", 1, "There is no comparing by age"],
  ["compare --rankings one.csv --by age", 1, "Nothing but the rankings is known"],
  ["groups --rankings one.csv --classes 4-2", 2, "--classes needs"],
  ["groups --rankings one.csv --prior -1", 2, "--prior needs"],
  ["plan --worths 1", 2, "--worths needs"],
  ["plan --worths 2,1 --n 1", 2, "--n needs"],
  ["plan --worths 2,1 --draws 100000 --n 100000", 2, "too many simulations"],
  ["plan --worths 3,2,1 --minority 0.2 --favourite z --n 9 --draws 1", 1, "no --favourite z"],
] as const)("%s ends with %i and one sentence", async (line, exitCode, text) => {
  const result = await run(line);
  expect(result).toMatchObject({ exitCode, stdout: "" });
  expect(result.stderr).toContain(text);
});

test("rankings in which nothing can be found end in a reason", async () => {
  const { exitCode, stdout } = await run("groups --rankings one.csv --format json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ chosen: null, reason: "one-respondent" });
});
