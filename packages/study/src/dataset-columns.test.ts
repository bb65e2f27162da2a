import { expect, test } from "vitest";
import { buildDataset } from "./build-dataset.ts";
import { dataDictionary } from "./data-dictionary.ts";
import { missingReason } from "./dataset-cells.ts";
import { datasetFiles } from "./dataset-files.ts";
import { everyTypeInstrument } from "./example/every-type-instrument.ts";
import { smallResponse, smallStudy } from "./example/small-study.ts";
import { parseDataset } from "./parse-dataset.ts";
import type { SurveyResponse } from "./survey-response.ts";

const study = { ...smallStudy, instrumentSlug: "every-type" };

function datasetOf(responses: Partial<SurveyResponse>[]) {
  return buildDataset({
    study,
    instruments: [everyTypeInstrument],
    responses: responses.map((part, index) => ({
      ...smallResponse(index + 1, {}),
      instrumentSlug: "every-type",
      ...part,
    })),
    createdOn: "2026-11-23",
    softwareVersion: "0.1.0",
  });
}

function rowOf(response: Partial<SurveyResponse>) {
  const { columns } = datasetOf([response]);
  return Object.fromEntries([...columns].map(([name, [cell]]) => [name, cell]));
}

const full: Partial<SurveyResponse> = {
  answers: {
    member: "yes",
    form: "full",
    method: "by-maxdiff",
    link: { code: "0a".repeat(16), "without-name": "0b".repeat(16) },
    recommend: 9,
    members: "many",
    skills: { "km-1.required": 5, "km-1.mastery": 2, "km-2.required": "dk" },
    situation: { telling: 3 },
    units: { lab: 1, "lab.how-often": 2 },
    "driver-choice": { "1.best": "vd-1", "1.worst": "vd-3", "2.best": "vd-4" },
    round: { "st-1.relevance": 8, "st-1.reason": "-95" },
    decision: { expertise: 4, "expertise.weight": 3, novelty: "dk" },
  },
  presentation: {
    middle: { shown: ["ties", "scores"] },
    scores: { shown: ["skills", "recommend", "members"] },
    skills: { shown: ["km-2", "km-1"] },
    situation: { variant: "rival" },
    "driver-choice": {
      version: 0,
      sets: [
        ["vd-3", "vd-1", "vd-2"],
        ["vd-4", "vd-2", "vd-3"],
      ],
    },
  },
};

test("every type of question has its columns, in the order of the instrument", () => {
  const names = dataDictionary([everyTypeInstrument]).variables.map(({ name }) => name);
  expect(names).toEqual([
    ...["id", "language", "member", "form", "method"],
    ...["link.code", "link.without-name", "link.without-day", "link.without-siblings"],
    ...["middle.shown", "scores.shown", "recommend", "members"],
    ...["km-1.required", "km-1.mastery", "km-2.required", "km-2.mastery", "skills.shown"],
    ...["situation.variant", "telling", "units.office", "office.how-often"],
    ...["units.lab", "lab.how-often", "vd-1", "vd-2", "vd-3", "vd-4", "driver-ranking.moves"],
    ...["driver-choice.version", "driver-choice.1.shown", "driver-choice.1.best"],
    ...["driver-choice.1.worst", "driver-choice.2.shown", "driver-choice.2.best"],
    ...["driver-choice.2.worst", "st-1.relevance", "st-1.reason"],
    ...["expertise", "expertise.weight", "confidentiality", "confidentiality.weight"],
    ...["specificity", "specificity.weight", "novelty", "novelty.weight"],
    ...["maturity", "maturity.weight", "what-else", "st-note"],
  ]);
});

test("what was answered and drawn stands in its column, and what was not says why", () => {
  expect(rowOf(full)).toMatchObject({
    form: "full",
    method: "by-maxdiff",
    "link.code": "0a".repeat(16),
    "link.without-name": "0b".repeat(16),
    "link.without-day": "-95",
    "middle.shown": "ties|scores",
    "scores.shown": "skills|recommend|members",
    recommend: "9",
    members: "many",
    "km-1.required": "5",
    "km-2.required": "-98",
    "km-2.mastery": "-95",
    "skills.shown": "km-2|km-1",
    "situation.variant": "rival",
    telling: "3",
    "units.office": "0",
    "office.how-often": "-96",
    "units.lab": "1",
    "lab.how-often": "2",
    "vd-1": "-96",
    "driver-choice.version": "0",
    "driver-choice.1.shown": "vd-3|vd-1|vd-2",
    "driver-choice.1.best": "vd-1",
    "driver-choice.2.worst": "-95",
    "st-1.relevance": "8",
    "st-1.reason": "\\-95",
    expertise: "4",
    "expertise.weight": "3",
    novelty: "-98",
    "novelty.weight": "-95",
  });
});

test("a MaxDiff version with fewer sets leaves the others not shown", () => {
  const short = {
    ...full,
    answers: { ...full.answers, "driver-choice": { "1.best": "vd-1", "1.worst": "vd-4" } },
    presentation: { "driver-choice": { version: 1, sets: [["vd-1", "vd-4", "vd-2"]] } },
  };
  expect(rowOf(short)).toMatchObject({
    "driver-choice.1.worst": "vd-4",
    "driver-choice.2.shown": "-96",
    "driver-choice.2.best": "-96",
  });
});

test("who was given the other form of a question has not been shown this one", () => {
  const other = rowOf({ answers: { form: "pulse", method: "by-ranking" } });
  expect(other).toMatchObject({
    "vd-1": "-95",
    "driver-choice.version": "-96",
    "driver-choice.1.best": "-96",
    "st-1.relevance": "-96",
  });
});

test("after the last page of who ended early, questions are not reached, in the order drawn", () => {
  const { answers, ...rest } = full;
  const early = rowOf({
    ...rest,
    answers: { ...answers, skills: {}, round: {}, decision: {} },
    lastPage: "ties",
  });
  expect(early).toMatchObject({
    "scores.shown": "-94",
    "km-1.required": "-94",
    "skills.shown": "-94",
    telling: "3",
    "office.how-often": "-96",
    "vd-1": "-96",
    "st-1.relevance": "-94",
    "what-else": "-94",
  });
  const pulse = rowOf({ ...rest, answers: { form: "pulse" }, lastPage: "start" });
  expect(pulse).toMatchObject({ telling: "-94", "st-1.relevance": "-96", "what-else": "-96" });
  expect(() => rowOf({ lastPage: "nowhere" })).toThrow(RangeError);
});

test("bands say from where to where they go, missing options how they were worded", () => {
  const { variables } = dataDictionary([everyTypeInstrument]);
  const members = variables.find(({ name }) => name === "members");
  expect(members?.options).toEqual([
    { code: "few", label: { de: "few (de)", en: "few" }, from: 0, to: 9 },
    { code: "many", label: { de: "many (de)", en: "many" }, from: 10 },
  ]);
  expect(members?.missingOptions?.map(({ code }) => code)).toEqual(["-99"]);
  expect(members?.unit?.en).toBe("persons");
});

test("a variable says who is asked, and what others read instead", () => {
  const wordings = [
    {
      question: "skills",
      condition: "{form} = 'pulse'",
      title: { de: "Welche davon?", en: "Which of them?" },
      texts: { "km-1": { de: "anders", en: "otherwise" } },
    },
  ];
  const { variables } = dataDictionary([
    { ...everyTypeInstrument, mehrwert: { ...everyTypeInstrument.mehrwert, wordings } },
  ]);
  const named = (name: string) => variables.find((variable) => variable.name === name);
  expect(named("vd-1")?.shownIf).toEqual(["{method} = 'by-ranking'"]);
  expect(named("what-else")?.shownIf).toEqual(["{form} = 'full'", "{st-note} notempty"]);
  expect(named("recommend")?.shownIf).toBeUndefined();
  expect(named("km-1.required")?.otherWordings?.[0]?.label?.en).toBe("otherwise");
  expect(named("km-2.required")?.otherWordings).toEqual([
    { condition: "{form} = 'pulse'", questionText: { de: "Welche davon?", en: "Which of them?" } },
  ]);
});

test("a dictionary knows its instrument, its indices and its MaxDiff questions", () => {
  const dictionary = dataDictionary([everyTypeInstrument]);
  expect(dictionary.instrument?.versions).toEqual(["1.0.0"]);
  expect(dictionary.maxdiffs).toEqual([
    {
      question: "driver-choice",
      questionText: { de: "Best and worst (de)", en: "Best and worst" },
      options: ["vd-1", "vd-2", "vd-3", "vd-4"],
      sets: 2,
      alternativeTo: "driver-ranking",
    },
  ]);
});

test("a dataset with every type of question comes back from its files", async () => {
  const dataset = datasetOf([full, {}, { lastPage: "start" }]);
  const files = await datasetFiles(dataset);
  const back = await parseDataset(new Map(files.map(({ name, text }) => [name, text])));
  expect(back.ok ? [] : back.issues).toEqual([]);
  if (back.ok) expect(back.value.columns).toEqual(dataset.columns);
  const wrong = new Map(dataset.columns).set("driver-choice.1.best", ["vd-4", "-94", "-94"]);
  const forged = await datasetFiles({ ...dataset, columns: wrong });
  const refused = await parseDataset(new Map(forged.map(({ name, text }) => [name, text])));
  expect(refused.ok ? "" : refused.issues.map(({ message }) => message.en)).toEqual([
    "driver-choice, set 1: best and worst must differ and be among the options shown.",
  ]);
  const reasons = new Set([...dataset.columns.values()].flat().map(missingReason));
  expect(reasons).toEqual(new Set([undefined, "skipped", "not-shown", "not-reached", "dk"]));
});
