import { expect, test } from "vitest";
import type { CodingChange } from "./coding-event.ts";
import { codingProject } from "./coding-project.ts";
import { documentAdded, eventsOf, numberedId, smallCodebook } from "./example/coding-events.ts";

const suggested = (number: number, code = "A1", start = 0): CodingChange => ({
  kind: "suggestion-added",
  suggestion: {
    id: numberedId(2000 + number),
    excerpt: { document: "E1", version: 1, start, end: start + 10 },
    ...{ code, by: "rule", name: "wissen* (small 1.0.0, rules 1)", score: 0.5 },
  },
});
const accepted = (number: number): CodingChange => ({
  kind: "coding-added",
  coding: {
    id: numberedId(1000 + number),
    excerpt: { document: "E1", version: 1, start: 0, end: 10 },
    ...{ code: "A1", coder: "anna" },
    origin: {
      ...{ kind: "accepted-suggestion", by: "rule", name: "wissen*", score: 0.5 },
      suggestion: numberedId(2000 + number),
    },
  },
});
const corrected = (alignment: [number, number, number][]): CodingChange => ({
  kind: "document-corrected",
  transcript: {
    ...{ document: "E1", version: 2, length: 105, speakers: [], hash: "1".repeat(64) },
    source: { format: "txt", encoding: "UTF-8" },
  },
  ...{ from: 1, alignment, carried: [] },
});
const project = (changes: readonly CodingChange[]) =>
  codingProject(smallCodebook, eventsOf([documentAdded("E1"), ...changes]));
const states = (changes: readonly CodingChange[]) =>
  project(changes).suggestions.map(({ state }) => state);

test("a suggestion is no coding, whatever becomes of it but acceptance", () => {
  const rejected: CodingChange = { kind: "suggestion-rejected", suggestion: numberedId(2001) };
  for (const changes of [[suggested(1)], [suggested(1), rejected]]) {
    expect(project(changes)).toMatchObject({ assignments: [], stranded: [], notices: [] });
  }
  expect(states([suggested(1)])).toEqual(["open"]);
  expect(states([suggested(1), rejected])).toEqual(["rejected"]);
  // Rejected for good, even if the run is taken back and made again.
  expect(states([rejected, suggested(1)])).toEqual(["rejected"]);
});

test("a suggestion is accepted while a coding names it", () => {
  expect(states([suggested(1), accepted(1)])).toEqual(["accepted"]);
  const removed: CodingChange = { kind: "coding-removed", coding: numberedId(1001) };
  expect(states([suggested(1), accepted(1), removed])).toEqual(["open"]);
});

test("the same suggestion twice is told, not dropped silently", () => {
  const { suggestions, notices } = project([suggested(1), suggested(1)]);
  expect(suggestions).toHaveLength(1);
  expect(notices).toMatchObject([{ reason: "suggestion-exists" }]);
});

test("one undo takes back a whole run", () => {
  const run = { id: numberedId(9000), size: 2 };
  const made = eventsOf([documentAdded("E1"), suggested(1), suggested(2, "B1", 20)]).map(
    (event, at) => (at === 0 ? event : { ...event, run }),
  );
  expect(codingProject(smallCodebook, made).suggestions.map((each) => each.run)).toEqual([
    run.id,
    run.id,
  ]);
  const undone = eventsOf([{ kind: "undone", target: run.id }], "anna", 50);
  expect(codingProject(smallCodebook, [...made, ...undone]).suggestions).toEqual([]);
});

test("suggestions move with a correction, and are obsolete where it touched their words", () => {
  const moved = project([suggested(1), corrected([[0, 5, 100]])]).suggestions;
  expect(moved).toMatchObject([{ excerpt: { version: 2, start: 5, end: 15 }, state: "open" }]);
  expect(states([suggested(1), corrected([[4, 9, 96]])])).toEqual(["obsolete"]);
  expect(states([suggested(1), { kind: "document-removed", document: "E1" }])).toEqual([
    "obsolete",
  ]);
  expect(states([suggested(1), { kind: "code-removed", code: "A1" }])).toEqual(["obsolete"]);
  const merged = project([suggested(1), { kind: "codes-merged", codes: ["A1"], into: "B1" }]);
  expect(merged.suggestions).toMatchObject([{ code: "B1", state: "open" }]);
});
