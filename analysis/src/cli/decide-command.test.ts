import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Dataset, datasetFiles } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planningGroup } from "../example/planning-group.ts";
import { runTyped } from "../example/run-typed.ts";
import { scoredDataset } from "../example/scored-dataset.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-decide-"));
  await write("group", await planningGroup([{ ratings: [5, 4, 5, 2] }, { ratings: [5, 4, 5, 5] }]));
  await write("other", scoredDataset({ variables: [], rows: [[]] }));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, dataset: Dataset): Promise<void> {
  await mkdir(join(folder, name));
  for (const file of await datasetFiles(dataset)) {
    await writeFile(join(folder, name, file.name), file.text);
  }
}

const run = (typed: string) => runTyped(typed.split(" "), folder);

test("decide writes one page in every format, with the same recommendation", async () => {
  expect((await run("decide group --all report --lang de")).exitCode).toBe(0);
  expect(await readFile(join(folder, "report/decision.md"), "utf8")).toContain(
    "## Empfehlung: Interne Community",
  );
  expect(await readFile(join(folder, "report/decision.html"), "utf8")).toContain("erst besprechen");
  expect(await readFile(join(folder, "report/decision.csv"), "utf8")).toMatch(
    /,-0\.5625,internal,false,/,
  );
  const table = await run("decide group --lang en");
  expect(table.out).toContain("Discuss first where you are far apart");
  const json = await run("decide group --format json");
  expect(JSON.parse(json.out)).toMatchObject({ decisions: [{ outcome: "internal" }] });
});

test("decide refuses a dataset without a decision aid", async () => {
  const refused = await run("decide other --lang en");
  expect(refused.exitCode).toBe(1);
  expect(refused.err).toContain("holds no decision aid");
});
