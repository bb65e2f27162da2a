import * as fc from "fast-check";
import { expect, test } from "vitest";
import { buildDataset } from "./build-dataset.ts";
import { csvRows, csvText } from "./csv.ts";
import { textInCell } from "./dataset-cells.ts";
import { datasetFiles, fingerprint } from "./dataset-files.ts";
import { anyResponses } from "./example/arbitrary-responses.ts";
import { smallInstrument, smallResponse, smallStudy } from "./example/small-study.ts";
import { parseDataset } from "./parse-dataset.ts";
import type { SurveyResponse } from "./survey-response.ts";

function datasetOf(responses: SurveyResponse[]) {
  return buildDataset({
    study: smallStudy,
    instruments: [smallInstrument],
    responses,
    createdOn: "2026-11-23",
    softwareVersion: "0.1.0",
  });
}

async function filesOf(responses: SurveyResponse[]): Promise<Map<string, string>> {
  const files = await datasetFiles(datasetOf(responses));
  return new Map(files.map(({ name, text }) => [name, text]));
}

const twoResponses = [
  smallResponse(1, { member: "yes", drivers: ["vd-1", "vd-2", "vd-3", "vd-4"], why: "a" }),
  smallResponse(2, { member: "no", drivers: ["vd-2"] }),
];

/** Changes one file and mends the manifest's hash, as a careful forger would. */
async function forged(name: string, change: (text: string) => string) {
  const files = await filesOf(twoResponses);
  const text = change(files.get(name) ?? "");
  const before = await fingerprint(name, files.get(name) ?? "");
  const after = await fingerprint(name, text);
  const manifest = (files.get("manifest.json") ?? "")
    .replace(before.sha256, after.sha256)
    .replace(`"bytes": ${before.bytes}`, `"bytes": ${after.bytes}`);
  return parseDataset(files.set(name, text).set("manifest.json", manifest));
}

async function refusal(files: Map<string, string>) {
  const result = await parseDataset(files);
  return result.ok ? [] : result.issues.map(({ path, message }) => `${path} ${message.en}`);
}

test("a dataset comes back from its files as it went in, traps in texts included", async () => {
  await fc.assert(
    fc.asyncProperty(anyResponses, async (responses) => {
      const dataset = datasetOf(responses);
      const result = await parseDataset(await filesOf(responses));
      expect(result.ok ? [] : result.issues).toEqual([]);
      if (!result.ok) return;
      expect(result.value.columns).toEqual(dataset.columns);
      expect(result.value.dictionary).toEqual(dataset.dictionary);
      expect({ ...result.value.manifest, files: [] }).toEqual(dataset.manifest);
      const why = result.value.columns.get("why")?.map(textInCell);
      expect(why).toEqual(responses.map(({ answers }) => answers.why));
    }),
  );
});

test("any table comes back from CSV", () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('"', ",", "\r\n", "\n", "\r", " ", "\uFEFF"));
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 });
  void fc.assert(
    fc.property(table, (rows) => {
      expect(csvRows(csvText(rows))).toEqual({ rows, complaint: undefined });
    }),
  );
});

test("the manifest states size and SHA-256 of the other files, and the same dataset gives the same bytes", async () => {
  const files = await filesOf(twoResponses);
  expect(await filesOf([...twoResponses].reverse())).toEqual(files);
  const manifest = JSON.parse(files.get("manifest.json") ?? "");
  expect(manifest.responses).toBe(2);
  expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual([
    "responses.csv",
    "dictionary.json",
  ]);
  expect(files.get("responses.csv")?.endsWith("\r\n")).toBe(true);
});

test("parseDataset refuses a file that is missing, extra or changed", async () => {
  const files = await filesOf(twoResponses);
  const without = new Map(files);
  without.delete("dictionary.json");
  expect(await refusal(without)).toEqual(["dictionary.json This file is missing."]);
  expect(await refusal(new Map())).toEqual(["manifest.json This file is missing."]);
  expect(await refusal(new Map(files).set("notes.txt", ""))).toEqual([
    "notes.txt This file is not part of the dataset.",
  ]);
  const changed = new Map(files).set("responses.csv", `${files.get("responses.csv")}x`);
  expect((await refusal(changed)).join()).toContain("responses.csv The file was changed");
  const sameSize = files.get("responses.csv")?.replace(",yes,", ",no-,") ?? "";
  expect((await refusal(new Map(files).set("responses.csv", sameSize))).join()).toContain(
    "changed",
  );
  const marked = new Map(files).set("responses.csv", `\uFEFF${files.get("responses.csv")}`);
  expect((await refusal(marked)).join()).toContain("responses.csv The file was changed");
  expect((await refusal(new Map(files).set("manifest.json", "{"))).join()).toContain(
    "not valid JSON",
  );
});

test("parseDataset names file, row and column of a value that cannot be, in both languages", async () => {
  const result = await forged("responses.csv", (text) => text.replace(",yes,", ",perhaps,"));
  expect(result.ok).toBe(false);
  if (result.ok) return;
  expect(result.issues[0]?.path).toBe("responses.csv:2");
  expect(result.issues[0]?.message.en).toBe('Column m-1: "perhaps" is not an allowed value.');
  expect(result.issues[0]?.message.de).toBe('Spalte m-1: "perhaps" ist kein erlaubter Wert.');
});

test.each([
  ["a rank given twice", (text: string) => text.replace("1,2,3,4", "1,2,2,4"), "are not an order"],
  ["a rank left out", (text: string) => text.replace("1,2,3,4", "1,2,5,4"), "are not an order"],
  [
    "a row too few",
    (text: string) => `${text.split("\r\n").slice(0, 2).join("\r\n")}\r\n`,
    "2 responses",
  ],
  [
    "a row twice",
    (text: string) => text.replaceAll("000000000002,", "000000000001,"),
    "more than once",
  ],
  ["another header", (text: string) => text.replace("ro-1", "ro-9"), "column names"],
  [
    "a cell too many",
    (text: string) => text.replace(",yes,", ",yes,yes,"),
    "16 cells instead of 15",
  ],
  [
    "an unknown missing code",
    (text: string) => text.replace(",-96,", ",-12,"),
    "not an allowed value",
  ],
  ["an open quote", (text: string) => text.replace(",yes,", ',"yes,'), "not valid CSV"],
])("parseDataset refuses %s even with a mended hash", async (_, change, reason) => {
  const result = await forged("responses.csv", change);
  expect(result.ok ? "" : result.issues.map(({ message }) => message.en).join()).toContain(reason);
});

test("parseDataset refuses a dictionary of another shape, with the place and in German too", async () => {
  const result = await forged("dictionary.json", (text) =>
    text.replace('"topK": 3', '"topK": "3"'),
  );
  expect(result.ok).toBe(false);
  if (result.ok) return;
  expect(result.issues[0]?.path).toBe("dictionary.json#/rankings/0/topK");
  expect(result.issues[0]?.message.de).toContain("Ungültige Eingabe");
});
