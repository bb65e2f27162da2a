import { expect, test } from "vitest";
import { buildDataset } from "./build-dataset.ts";
import { dataDictionary } from "./data-dictionary.ts";
import { datasetFiles } from "./dataset-files.ts";
import { smallInstrument, smallResponse, smallStudy } from "./example/small-study.ts";
import { parseDataset } from "./parse-dataset.ts";
import type { Answers, Presentation, SurveyResponse } from "./survey-response.ts";

function datasetOf(responses: SurveyResponse[], participants?: ReadonlyMap<string, string>) {
  return buildDataset({
    study: smallStudy,
    instruments: [smallInstrument],
    responses,
    participants,
    createdOn: "2026-11-23",
    softwareVersion: "0.1.0",
  });
}

function rowOf(answers: Answers, presentation: Presentation = {}) {
  const { columns } = datasetOf([smallResponse(1, answers, presentation)]);
  return Object.fromEntries([...columns].map(([name, [cell]]) => [name, cell]));
}

test("a dataset's columns are id, language, then the variables in instrument order", () => {
  const names = dataDictionary([smallInstrument]).variables.map(({ name }) => name);
  expect(names).toEqual([
    "id",
    "language",
    "m-1",
    "ro-1",
    "ro-2",
    "results.shown",
    "format.workshop",
    "format.exchange",
    "vd-1",
    "vd-2",
    "vd-3",
    "vd-4",
    "drivers.shown",
    "drivers.moves",
    "why",
  ]);
  expect([...datasetOf([]).columns.keys()]).toEqual(names);
});

test("an answer becomes its code, a place becomes its rank", () => {
  expect(
    rowOf(
      {
        member: "yes",
        results: { "ro-1": 2, "ro-2": 1 },
        format: ["exchange"],
        drivers: ["vd-3", "vd-1"],
        why: "Because.",
      },
      { drivers: { shown: ["vd-2", "vd-4", "vd-1", "vd-3"], moves: 5 } },
    ),
  ).toMatchObject({
    "m-1": "yes",
    "ro-1": "2",
    "ro-2": "1",
    "format.workshop": "0",
    "format.exchange": "1",
    "vd-1": "2",
    "vd-2": "-92",
    "vd-3": "1",
    "vd-4": "-92",
    "drivers.shown": "vd-2|vd-4|vd-1|vd-3",
    "drivers.moves": "5",
    why: "Because.",
  });
});

test("each reason for a missing answer keeps its own code", () => {
  const row = rowOf({ member: "refused", results: { "ro-1": "dk" } });
  expect(row).toMatchObject({
    "m-1": "-99",
    "ro-1": "-98",
    "ro-2": "-95",
    "format.workshop": "-96",
    "vd-1": "-95",
    "drivers.moves": "-95",
    why: "-95",
  });
});

test("a text that looks like a missing code or a formula carries a backslash", () => {
  expect(rowOf({ why: "-95" }).why).toBe("\\-95");
  expect(rowOf({ why: "=HYPERLINK(1)" }).why).toBe("\\=HYPERLINK(1)");
  expect(rowOf({ why: "95 - 1" }).why).toBe("95 - 1");
});

test("rows are ordered by id, whatever the order of arrival", () => {
  const responses = [3, 1, 2].map((number) => smallResponse(number, {}));
  const { columns } = datasetOf(responses);
  expect(columns.get("id")).toEqual([1, 2, 3].map((number) => smallResponse(number, {}).id));
  expect(columns).toEqual(datasetOf([...responses].reverse()).columns);
});

test("buildDataset refuses responses to another version and codes the instrument does not know", () => {
  const other = { ...smallResponse(1, {}), definitionHash: "b".repeat(64) };
  expect(() => datasetOf([other])).toThrow(RangeError);
  expect(() => rowOf({ member: "perhaps" })).toThrow(RangeError);
  expect(() => rowOf({ results: { "ro-1": 9 } })).toThrow(RangeError);
});

test("dataDictionary refuses an instrument with two columns of one name", () => {
  const twice = {
    ...smallInstrument,
    pages: smallInstrument.pages.map((page) => ({
      ...page,
      elements: [...page.elements, ...page.elements.slice(-1)],
    })),
  };
  expect(() => dataDictionary([twice])).toThrow(RangeError);
});

test("a panel's dataset says whose response it is, and which text was consented to, by keys that parse again", async () => {
  const [one, other] = [smallResponse(1, {}), smallResponse(2, {})];
  const participants = new Map([[one.id, "3d594650-9dd1-4c8b-9b9f-27d3fbe4a0d1"]]);
  const responses = [{ ...one, consentHash: "a".repeat(64) }, other];
  const dataset = datasetOf(responses, participants);
  const names = dataset.dictionary.variables.map(({ name }) => name);
  expect(names.slice(0, 4)).toEqual(["id", "language", "participant", "consent-text"]);
  expect(dataset.columns.get("participant")).toEqual([participants.get(one.id), "-96"]);
  expect(dataset.columns.get("consent-text")).toEqual(["a".repeat(64), "-96"]);
  const files = await datasetFiles(dataset);
  const parsed = await parseDataset(new Map(files.map(({ name, text }) => [name, text])));
  expect(parsed.ok).toBe(true);
});
