import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { datasetFiles } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runTyped } from "../example/run-typed.ts";
import { smallDataset } from "../example/small-dataset.ts";
import { type ExampleSet, splitDataset } from "../example/split-dataset.ts";

let folder = "";

/** Sixteen rank, fourteen choose; in both, vd-1 mostly comes before vd-2, vd-3 and vd-4. */
const ranked = Array.from({ length: 16 }, (_, row) =>
  row % 4 === 0 ? [2, 1, 4, 3] : row % 3 === 0 ? [4, 3, 2, 1] : [1, 2, 3, 4],
);
const chosen = Array.from({ length: 14 }, (_, row): ExampleSet[] => [
  [["vd-1", "vd-2", "vd-3"], row % 5 === 0 ? "vd-3" : "vd-1", "vd-2"],
  [["vd-4", "vd-2", "vd-1"], row % 4 === 0 ? "vd-2" : "vd-1", "vd-4"],
  [["vd-2", "vd-3", "vd-4"], row % 3 === 0 ? "vd-4" : "vd-2", "vd-3"],
]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-split-"));
  for (const [name, dataset] of [
    ["split", splitDataset(ranked, chosen)],
    ["ranked", smallDataset(ranked, { options: 4 })],
  ] as const) {
    await mkdir(join(folder, name));
    for (const file of await datasetFiles(dataset)) {
      await writeFile(join(folder, name, file.name), file.text);
    }
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (typed: string) => runTyped(typed.split(" "), folder);

test("maxdiff of a dataset with a random split compares it with the ranking of the others", async () => {
  const found = await run("maxdiff split --format json");
  expect(found).toMatchObject({ exitCode: 0, err: "" });
  expect(JSON.parse(found.out)).toMatchObject({
    ...{ n: 14, tasks: 42, question: "choices", alternativeTo: "drivers" },
    origin: { Study: "small" },
    comparison: { n: { ranking: 16, maxDiff: 14 }, seed: 1 },
  });
  expect(JSON.parse(found.out).items[0].item).toBe("name-of-vd-1");
});

test.each([
  ["de", "Bestes und Schlechtestes: Kleine Studie", "Mehrwert vd-1"],
  ["en", "Best and worst: Small study", "Driver vd-1"],
])(
  "its report names study and options as people know them (%s)",
  async (language, title, option) => {
    const { out } = await run(`maxdiff split --format markdown --lang ${language}`);
    expect(out).toContain(title);
    expect(out).toContain(option);
    expect(out).not.toContain("name-of");
  },
);

test("rank of the same dataset counts those who ranked", async () => {
  const found = await run("rank split --draws 20 --format json");
  expect(JSON.parse(found.out)).toMatchObject({ n: 16, respondents: 30 });
});

test.each([
  ["maxdiff ranked", 1, "holds no MaxDiff question"],
  ["maxdiff split --question other", 1, "MaxDiff questions: choices"],
  ["maxdiff split --rankings x.csv", 2, "a dataset brings its own ranking"],
  ["maxdiff", 2, "either the folder of a dataset or a file"],
])("%s is refused", async (typed, exitCode, reason) => {
  const found = await run(`${typed} --lang en`);
  expect(found).toMatchObject({ exitCode, err: expect.stringContaining(reason) });
});
