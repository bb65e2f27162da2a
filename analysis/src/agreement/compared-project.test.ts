import { type CodingChange, codingProject, transcriptOf } from "@mehrwert/study";
import { beforeAll, expect, test } from "vitest";
import type { CodingMaterial } from "../coding/material.ts";
import { codingEvents, numberedId, smallBook } from "../example/small-coding.ts";
import { comparedDocuments } from "./compared-documents.ts";
import { projectSpans } from "./project-spans.ts";
import { projectUnits } from "./project-units.ts";
import { spansAgreement } from "./spans-agreement.ts";

const text = "I: Wie war es?\nE1: Sehr gut 😀.\nI: Warum?\nE1: Weil alle da waren.";
const length = [...text].length;
let transcripts: CodingMaterial["transcripts"] = new Map();
beforeAll(async () => {
  const stored = (document: string) =>
    transcriptOf({ document, version: 1, text, speakers: ["I", "E1"] });
  transcripts = new Map(
    await Promise.all(["D1", "D2", "D3"].map(async (id) => [id, [await stored(id)]] as const)),
  );
});

type Coding = [document: string, words: string, code: string, coder: string];

function material(codings: readonly Coding[]): CodingMaterial {
  const changes = codings.map(([document, words, code, coder], at): CodingChange => {
    const start = [...text.slice(0, text.indexOf(words))].length;
    const excerpt = { document, version: 1, start, end: start + [...words].length };
    const coding = { id: numberedId(at + 1), excerpt, code, coder, origin: { kind: "by-hand" } };
    return { kind: "coding-added", coding } as CodingChange;
  });
  const project = codingProject(smallBook, codingEvents(changes, length));
  return { title: "Test", isSynthetic: true, transcripts, project };
}

const both: Coding[] = [
  ["D1", "Sehr gut", "A1", "ada"],
  ["D1", "Sehr gut", "A1", "ben"],
  ["D2", "alle da", "A2", "ada"],
  ["D2", "alle da", "B1", "ben"],
  ["D3", "gut", "A1", "ada"],
];

test("comparedDocuments leaves out what not everybody coded, unless it is named", () => {
  const project = material(both);
  expect(comparedDocuments(project)).toEqual({
    ...{ documents: ["D1", "D2"], leftOut: ["D3"], coders: ["ada", "ben"] },
  });
  const chosen = comparedDocuments(project, { documents: ["D3"] });
  expect(chosen).toMatchObject({ documents: ["D3"], leftOut: [] });
  expect(comparedDocuments(project, { coders: ["ada"] }).documents).toEqual(["D1", "D2", "D3"]);
});

test("projectSpans lays transcripts end to end, in code points", () => {
  const project = material(both);
  const marked = projectSpans(project, comparedDocuments(project));
  expect(marked).toMatchObject({ length: 2 * length, coders: ["ada", "ben"], leftOut: 0 });
  const passages = marked.segments.map(({ start, end }) =>
    [...text, ...text].slice(start, end).join(""),
  );
  expect(passages.toSorted()).toEqual(["Sehr gut", "Sehr gut", "alle da", "alle da"]);
  expect(marked.segments.filter(({ start }) => start >= length)).toHaveLength(2);
  expect(marked.origin.map(({ value }) => value)).toContain("D3");
});

test("codes of one group are compared with each other, others alone", () => {
  const project = material(both);
  const { groups } = spansAgreement(projectSpans(project, comparedDocuments(project)), {
    ...{ rule: "union", ratio: 0.9 },
  });
  expect(groups.map(({ perCode }) => perCode.map(({ code }) => code))).toEqual([
    ["A1", "A2"],
    ["B1"],
  ]);
  expect(groups[0]?.perCode[0]?.uAlpha).toMatchObject({ exists: true, value: 1 });
});

test("projectUnits gives every turn of those who were coded the codes that touch it", () => {
  const project = material(both);
  const units = projectUnits(project, comparedDocuments(project, { documents: ["D1", "D3"] }));
  expect(units.units).toEqual(["D1:2", "D1:4", "D3:2", "D3:4"]);
  expect(units.cells).toEqual([
    [["A1"], ["A1"]],
    [[], []],
    [["A1"], null],
    [[], null],
  ]);
});
