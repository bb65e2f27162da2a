import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { datasetFiles } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runTyped } from "../example/run-typed.ts";
import { simulatedWaves } from "../example/simulated-waves.ts";
import { waveDataset } from "../example/wave-dataset.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-link-"));
  const { first, second } = simulatedWaves({ seed: 1, size: 60, returning: 0.7, slips: 0.1 });
  const waves = [first, second].map((codes) =>
    waveDataset(
      codes,
      codes.respondents.map((_, at) => Math.min(5, 1 + (at % 4) + codes.wave - 1)),
    ),
  );
  for (const dataset of waves) {
    const path = join(folder, `wave${dataset.manifest.study.wave}`);
    await mkdir(path);
    for (const { name, text } of await datasetFiles(dataset))
      await writeFile(join(path, name), text);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (typed: string) => runTyped(typed.split(" "), folder);

test("link writes every format; only the CSV names respondents", async () => {
  expect((await run("link wave2 wave1 --all report --lang de")).exitCode).toBe(0);
  const [markdown, csv, html, json] = await Promise.all(
    ["md", "csv", "html", "json"].map((ending) =>
      readFile(join(folder, `report/link.${ending}`), "utf8"),
    ),
  );
  expect(markdown).toContain("Verknüpft: Veränderung bei denselben Personen");
  expect(markdown).toContain("Nicht verknüpft: alle Befragten jeder Welle");
  expect(csv).toMatch(/^wave1,wave2,id1,id2,kind,differs\r\n1,2,00000000-/);
  for (const text of [markdown, html, json]) expect(text).not.toContain("00000000-0000-4000");
  expect(JSON.parse(json ?? "")).toMatchObject({
    format: "mehrwert-waves",
    comparisons: [{ waves: [1, 2], outcomes: [{ respondents: 60 }, { respondents: 60 }] }],
  });
});

test("link refuses what it cannot link, and says why", async () => {
  const alone = await run("link wave1 --lang en");
  expect(alone).toMatchObject({ exitCode: 2, err: "link needs at least two waves.\n" });
  const twice = await run("link wave1 wave1 --lang de");
  expect(twice.exitCode).toBe(1);
  expect(twice.err).toContain("Zwei Datensätze sind dieselbe Welle.");
  const inside = await run("link wave1 wave2 --out wave2/link.csv --lang en");
  expect(inside.exitCode).toBe(1);
});
