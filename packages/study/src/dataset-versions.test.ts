import { expect, test } from "vitest";
import { buildDataset } from "./build-dataset.ts";
import { dataDictionary } from "./data-dictionary.ts";
import { datasetFiles } from "./dataset-files.ts";
import { smallInstrument, smallResponse, smallStudy } from "./example/small-study.ts";
import type { Instrument, Page, Question } from "./instrument.ts";
import { parseDataset } from "./parse-dataset.ts";
import type { Answers, SurveyResponse } from "./survey-response.ts";

const text = (en: string) => ({ de: `${en} (de)`, en });

/** The small instrument at another version, with its questions changed. */
function atVersion(version: string, change: (question: Question) => Question[]): Instrument {
  const pages = smallInstrument.pages.map(
    (page): Page => ({ ...page, elements: page.elements.flatMap(change) }),
  );
  return { ...smallInstrument, pages, mehrwert: { ...smallInstrument.mehrwert, version } };
}

/** 1.1.0 words ro-1 anew, adds a format, drops the last question and asks another. */
const minor = atVersion("1.1.0", (question) => {
  switch (question.type) {
    case "matrix":
      return [
        {
          ...question,
          rows: question.rows.map((row) =>
            row.value === "ro-1" ? { ...row, text: text("We want results.") } : row,
          ),
        },
      ];
    case "checkbox":
      return [
        { ...question, choices: [...question.choices, { value: "tour", text: text("tour") }] },
      ];
    case "comment":
      return [{ ...question, name: "what-else" }];
    default:
      return [question];
  }
});

/** 2.0.0 rates on three points and ranks one driver less. */
const major = atVersion("2.0.0", (question) => {
  if (question.type === "matrix") {
    return [{ ...question, columns: [...question.columns, { value: 3, text: text("much") }] }];
  }
  return question.type === "ranking"
    ? [{ ...question, choices: question.choices.slice(0, 3) }]
    : [question];
});

const hashes = { "1.0.0": "a".repeat(64), "1.1.0": "b".repeat(64), "2.0.0": "c".repeat(64) };

function datasetOver(
  instruments: Instrument[],
  given: { version: keyof typeof hashes; answers: Answers; lastPage?: string }[],
) {
  const versions = (["1.0.0", "1.1.0", "2.0.0"] as const).map((version) => ({
    instrumentVersion: version,
    definitionHash: hashes[version],
  }));
  const current = instruments.at(-1)?.mehrwert.version;
  const at = versions.findIndex(({ instrumentVersion }) => instrumentVersion === current);
  const study = { ...smallStudy, ...versions[at], earlierVersions: versions.slice(0, at) };
  const responses = given.map(
    ({ version, answers, lastPage }, index): SurveyResponse => ({
      ...smallResponse(index + 1, answers),
      instrumentVersion: version,
      definitionHash: hashes[version],
      ...(lastPage !== undefined && { lastPage }),
    }),
  );
  return buildDataset({
    ...{ study, instruments, responses },
    createdOn: "2026-11-23",
    softwareVersion: "0.1.0",
  });
}

const twoVersions = () =>
  datasetOver(
    [smallInstrument, minor],
    [
      { version: "1.0.0", answers: { member: "yes", results: { "ro-1": 1 }, why: "old" } },
      { version: "1.1.0", answers: { member: "yes", format: ["tour"], "what-else": "new" } },
    ],
  );

test("versions share the columns of what they both ask; what one does not ask is not in its version", () => {
  const { columns, dictionary } = twoVersions();
  const names = dictionary.variables.map(({ name }) => name);
  expect(names.slice(0, 4)).toEqual(["id", "language", "instrument-version", "m-1"]);
  expect(names.slice(-2)).toEqual(["what-else", "why"]);
  expect([...columns.keys()]).toEqual(names);
  expect(Object.fromEntries(columns)).toMatchObject({
    "instrument-version": ["1.0.0", "1.1.0"],
    "m-1": ["yes", "yes"],
    "ro-1": ["1", "-95"],
    "format.tour": ["-93", "1"],
    "what-else": ["-93", "new"],
    why: ["old", "-93"],
  });
});

test("the manifest names the earlier versions, and the dataset comes back from its files", async () => {
  const dataset = twoVersions();
  expect(dataset.manifest.instrument.version).toBe("1.1.0");
  expect(dataset.manifest.earlierVersions).toEqual([
    { version: "1.0.0", definitionHash: hashes["1.0.0"] },
  ]);
  const files = await datasetFiles(dataset);
  const back = await parseDataset(new Map(files.map(({ name, text: content }) => [name, content])));
  expect(back.ok ? back.value.columns : back.issues).toEqual(dataset.columns);
});

test("a variable says which versions ask it and how it was worded before", () => {
  const { variables } = dataDictionary([smallInstrument, minor]);
  const named = (name: string) => variables.find((variable) => variable.name === name);
  expect(named("ro-1")?.versions).toEqual(["1.0.0", "1.1.0"]);
  expect(named("ro-1")?.label.en).toBe("We want results.");
  expect(named("ro-1")?.earlierWordings).toEqual([
    { versions: ["1.0.0"], questionText: text("Results"), label: text("I want results.") },
  ]);
  expect(named("ro-2")?.earlierWordings).toBeUndefined();
  expect(named("why")?.versions).toEqual(["1.0.0"]);
  expect(named("format.tour")?.versions).toEqual(["1.1.0"]);
  expect(dataDictionary([smallInstrument]).variables.some(({ versions }) => versions)).toBe(false);
});

test("where codes mean something else, each meaning has its own column and ranking", () => {
  const { columns, dictionary } = datasetOver(
    [smallInstrument, minor, major],
    [
      {
        version: "1.0.0",
        answers: { results: { "ro-1": 2 }, drivers: ["vd-4", "vd-1", "vd-2", "vd-3"] },
      },
      { version: "1.1.0", answers: { results: { "ro-1": 1 } } },
      { version: "2.0.0", answers: { results: { "ro-1": 2 }, drivers: ["vd-3", "vd-1"] } },
    ],
  );
  expect(Object.fromEntries(columns)).toMatchObject({
    "ro-1": ["-93", "-93", "2"],
    "ro-1@1.1.0": ["2", "1", "-93"],
    "vd-1": ["-93", "-93", "2"],
    "vd-1@1.1.0": ["2", "-95", "-93"],
    "vd-4@1.1.0": ["1", "-95", "-93"],
    "drivers@1.1.0.moves": ["-95", "-95", "-93"],
  });
  expect(dictionary.rankings.map(({ question, options }) => [question, ...options])).toEqual([
    ["drivers", "vd-1", "vd-2", "vd-3"],
    ["drivers@1.1.0", "vd-1@1.1.0", "vd-2@1.1.0", "vd-3@1.1.0", "vd-4@1.1.0"],
  ]);
  expect(dictionary.rankings[1]?.names["vd-2@1.1.0"]).toBe("second");
  const before = dictionary.variables.find(({ name }) => name === "ro-1@1.1.0");
  expect(before).toMatchObject({ question: "results@1.1.0", versions: ["1.0.0", "1.1.0"] });
  expect(before?.scored).toBe(false);
  expect(before?.label.en).toBe("We want results. (up to version 1.1.0)");
});

test("the missing kinds of a study over two versions are told apart", () => {
  const { columns } = datasetOver(
    [smallInstrument, minor],
    [
      { version: "1.0.0", answers: { member: "no", results: { "ro-1": "dk" } } },
      { version: "1.1.0", answers: { member: "refused", drivers: ["vd-1"] }, lastPage: "all" },
    ],
  );
  expect(columns.get("m-1")).toEqual(["no", "-99"]);
  expect(columns.get("ro-1")).toEqual(["-98", "-95"]);
  expect(columns.get("format.workshop")).toEqual(["-96", "-96"]);
  expect(columns.get("format.tour")).toEqual(["-93", "-96"]);
  expect(columns.get("vd-2")).toEqual(["-95", "-92"]);
});

test("buildDataset refuses versions that are not the study's, or not its own at the end", () => {
  expect(() => datasetOver([minor, smallInstrument], [])).toThrow(RangeError);
  expect(() => datasetOver([atVersion("0.9.0", (each) => [each]), minor], [])).toThrow(RangeError);
  expect(() => datasetOver([minor], [{ version: "1.0.0", answers: {} }])).toThrow(RangeError);
});
