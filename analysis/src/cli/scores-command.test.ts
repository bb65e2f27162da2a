import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { datasetFiles } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runTyped } from "../example/run-typed.ts";
import { ratingItem, scaleConstruct, scoredDataset } from "../example/scored-dataset.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-scores-"));
  await mkdir(join(folder, "data"));
  const dataset = scoredDataset({
    variables: ["a-1", "a-2"].map((name) => ratingItem(name, "trust")),
    rows: [
      [4, 5],
      [2, 3],
      [1, "-95"],
    ],
    constructs: [scaleConstruct("trust", { minimumAnswered: 2 })],
  });
  for (const { name, text } of await datasetFiles(dataset)) {
    await writeFile(join(folder, "data", name), text);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (typed: string) => runTyped(typed.split(" "), folder);

test("scores writes every format, and one line per person on demand", async () => {
  expect((await run("scores data --all report --lang de")).exitCode).toBe(0);
  expect(await readFile(join(folder, "report/scores.md"), "utf8")).toContain("Mittel aus a-1, a-2");
  expect(await readFile(join(folder, "report/scores.csv"), "utf8")).toMatch(
    /construct,trust,,2,3.5,/,
  );
  const json = await run("scores data --format json");
  expect(JSON.parse(json.out)).toMatchObject({ constructs: [{ id: "trust", n: 2, mean: 3.5 }] });
  const people = await run("scores data --per-respondent");
  expect(people.out.split("\r\n").map((line) => line.slice(37))).toEqual([
    "",
    "4.5",
    "2.5",
    "",
    "",
  ]);
});

test("scores of single people come as CSV only", async () => {
  const refused = await run("scores data --per-respondent --format html --lang en");
  expect(refused.exitCode).toBe(2);
  expect(refused.err).toContain("--per-respondent writes CSV");
});
