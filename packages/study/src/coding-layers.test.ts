import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CodingChange, type CodingEvent, effectiveEvents } from "./coding-event.ts";
import {
  type CodingLayer,
  coderName,
  consensusCoder,
  type KnownEvent,
  layerOfChange,
  seenBlindly,
  undoTargets,
} from "./coding-layers.ts";
import { codingProject } from "./coding-project.ts";
import {
  codingAdded,
  documentAdded,
  eventsOf,
  numberedId,
  smallCodebook,
} from "./example/coding-events.ts";

const mine: KnownEvent = { layer: "anna", isSealed: false, isPlanning: false };
const judge = (
  change: CodingChange,
  known: Partial<KnownEvent> | undefined,
  more: { phase?: "blind" | "released"; isPlanner?: boolean } = {},
) =>
  layerOfChange(change, {
    ...{ coder: "anna", phase: more.phase ?? "blind", isPlanner: more.isPlanner ?? false },
    known: () => known && { ...mine, ...known },
  });
const removed: CodingChange = { kind: "coding-removed", coding: numberedId(1) };
const undone: CodingChange = { kind: "undone", target: numberedId(1) };
const memo: CodingChange = {
  ...{ kind: "memo-written", memo: numberedId(5), text: "x" },
  about: { kind: "project" },
};

describe("layerOfChange in the blind phase", () => {
  test("one's own codings and memos go to one's own layer, changes of codes to all", () => {
    expect(judge(codingAdded(1, "A1"), undefined)).toEqual({ layer: "anna" });
    expect(judge(memo, undefined)).toEqual({ layer: "anna" });
    expect(judge({ kind: "code-removed", code: "A1" }, undefined)).toEqual({ layer: undefined });
    expect(judge(removed, {})).toEqual({ layer: "anna" });
  });

  test("another's coding and one that does not exist are refused alike", () => {
    const refused = { refused: "not-yours" };
    for (const change of [
      removed,
      undone,
      { kind: "memo-removed", memo: numberedId(1) } as const,
    ]) {
      expect(judge(change, { layer: "ben" })).toEqual(refused);
      expect(judge(change, undefined)).toEqual(refused);
    }
    expect(judge(codingAdded(1, "A1", { coder: "ben" }), undefined)).toEqual(refused);
    expect(judge(codingAdded(1, "A1", { coder: consensusCoder }), undefined)).toEqual(refused);
    expect(judge(codingAdded(1, "A1"), { layer: "ben" })).toEqual(refused);
    expect(judge(memo, { layer: "ben" })).toEqual(refused);
  });

  test("transcripts are a matter of planning, also to bring back what was taken out", () => {
    const out: CodingChange = { kind: "document-removed", document: "E1" };
    expect(judge(out, undefined)).toEqual({ refused: "planning" });
    expect(judge(out, undefined, { isPlanner: true })).toEqual({ layer: undefined });
    const planning = { layer: undefined, isPlanning: true };
    expect(judge(undone, planning)).toEqual({ refused: "planning" });
    expect(judge(undone, planning, { isPlanner: true })).toEqual({ layer: undefined });
    expect(judge(documentAdded("E9"), undefined, { isPlanner: true })).toEqual({
      refused: "planning",
    });
  });
});

test("suggestions are one's own, whatever their ids", () => {
  const suggestion = {
    ...{ id: numberedId(7), code: "A1", by: "rule" as const, name: "words 1", score: 1 },
    excerpt: { document: "E1", version: 1, start: 0, end: 5 },
  };
  for (const layer of ["anna", "ben"]) {
    expect(judge({ kind: "suggestion-added", suggestion }, { layer })).toEqual({ layer: "anna" });
    const rejected: CodingChange = { kind: "suggestion-rejected", suggestion: suggestion.id };
    expect(judge(rejected, { layer })).toEqual({ layer: "anna" });
  }
});

test("after the release only the consensus changes; the coders' layers are sealed, their memos are not", () => {
  const phase = "released";
  const sealed = { refused: "sealed" };
  expect(judge(codingAdded(1, "A1"), undefined, { phase })).toEqual(sealed);
  expect(judge(removed, { isSealed: true }, { phase })).toEqual(sealed);
  expect(judge(undone, { isSealed: true }, { phase })).toEqual(sealed);
  expect(judge(memo, { isSealed: true }, { phase })).toEqual({ layer: "anna" });
  expect(judge(removed, { layer: "ben", isSealed: true }, { phase })).toEqual({
    refused: "not-yours",
  });
  const agreed = codingAdded(1, "A1", { coder: consensusCoder });
  expect(judge(agreed, undefined, { phase })).toEqual({ layer: consensusCoder });
  expect(judge(removed, { layer: consensusCoder }, { phase })).toEqual({ layer: consensusCoder });
  expect(judge(memo, undefined, { phase })).toEqual({ layer: consensusCoder });
});

/** Two coders at work: each step is somebody's, with the layer it got; refused steps are left out. */
function work(steps: readonly { person: string; change: CodingChange }[]) {
  const done: { event: CodingEvent; layer: CodingLayer }[] = [];
  const known = (id: string): KnownEvent | undefined => {
    const found = done.find(
      ({ event: { id: own, change } }) =>
        own === id || (change.kind === "coding-added" && change.coding.id === id),
    );
    return found && { layer: found.layer, isSealed: false, isPlanning: false };
  };
  for (const { person, change } of steps) {
    const judged = layerOfChange(change, {
      ...{ coder: person, phase: "blind", isPlanner: true, known },
    });
    const isAdding = change.kind === "document-added";
    if ("refused" in judged && !isAdding) continue;
    const [event] = eventsOf([change], person, done.length + 1);
    if (event !== undefined)
      done.push({ event, layer: "layer" in judged ? judged.layer : undefined });
  }
  return done;
}

const code = fc.constantFrom("A", "A1", "A1.1", "A2", "B1", "B2", "N1");
const id = fc.nat(20).map((number) => numberedId(1000 + number));
const step = fc.record({
  person: fc.constantFrom("anna", "ben"),
  change: fc.oneof(
    fc.tuple(fc.nat(20), code).map(([n, of]) => codingAdded(n, of, { start: n, end: n + 5 })),
    id.map((coding): CodingChange => ({ kind: "coding-removed", coding })),
    code.map((of): CodingChange => ({ kind: "code-removed", code: of })),
    fc.tuple(code, code).map(
      ([of, into]): CodingChange => ({
        ...{ kind: "codes-merged", codes: [of], into },
      }),
    ),
    fc.tuple(code, fc.array(id, { maxLength: 6 })).map(
      ([of, codings]): CodingChange => ({
        ...{ kind: "code-split", code: of },
        parts: [
          {
            codings,
            code: { id: "N1", label: { de: "n", en: "n" }, origin: "inductive" },
          },
        ],
      }),
    ),
    fc.nat(25).map((n): CodingChange => ({ kind: "undone", target: numberedId(n) })),
  ),
});
const steps = fc
  .array(step, { maxLength: 30 })
  .map((all) =>
    [{ person: "anna", change: documentAdded("E1") }, ...all].map(({ person, change }) =>
      change.kind === "coding-added"
        ? { person, change: { ...change, coding: { ...change.coding, coder: person } } }
        : { person, change },
    ),
  );

test("blindly seen, one's own codings are those of the whole project, and nothing of the other is there", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const done = work(all);
      const whole = codingProject(
        smallCodebook,
        done.map(({ event }) => event),
      );
      const codingsOf = (coder: string) =>
        done.flatMap(({ event: { change, person } }) =>
          change.kind === "coding-added" && person === coder ? [change.coding.id] : [],
        );
      for (const [coder, other] of [
        ["anna", "ben"],
        ["ben", "anna"],
      ] as const) {
        const ownCodings = new Set(codingsOf(coder));
        const seen = done.flatMap(({ event, layer }) => {
          const shown = seenBlindly(event, layer, { coder, ownCodings });
          return shown === undefined ? [] : [shown];
        });
        const text = JSON.stringify(seen);
        for (const each of codingsOf(other)) expect(text).not.toContain(each);
        const state = codingProject(smallCodebook, seen);
        const ofCoder = <T extends { coder: string }>(list: readonly T[]) =>
          list.filter((each) => each.coder === coder);
        expect(state.assignments).toEqual(ofCoder(whole.assignments));
        expect(state.codebook).toEqual(whole.codebook);
        expect(state.stranded).toEqual(
          whole.stranded.filter(({ assignment }) => assignment.coder === coder),
        );
      }
    }),
    { numRuns: 300 },
  );
});

test("coderName is short, plain and nobody else's", () => {
  expect(coderName("Änne Groß", [])).toBe("aenne-gross");
  expect(coderName("Anna", ["anna", "anna-2"])).toBe("anna-3");
  expect(coderName("Consensus", [])).toBe("consensus-2");
  expect(coderName("李", [])).toBe("coder");
});

test("undoTargets goes back step by step, and forward again until something else is done", () => {
  const steps = (changes: CodingChange[]) => {
    const events = eventsOf(changes);
    return undoTargets(events, effectiveEvents(events).undone, "anna");
  };
  const two = [documentAdded("E1"), codingAdded(1, "A1"), codingAdded(2, "A2")];
  const undo = (n: number): CodingChange => ({ kind: "undone", target: numberedId(n) });
  expect(steps(two)).toEqual({ undo: numberedId(3), redo: undefined });
  expect(steps([...two, undo(3)])).toEqual({ undo: numberedId(2), redo: numberedId(4) });
  expect(steps([...two, undo(3), undo(2)])).toEqual({ undo: numberedId(1), redo: numberedId(5) });
  expect(steps([...two, undo(3), undo(2), undo(5)])).toEqual({
    ...{ undo: numberedId(2), redo: numberedId(4) },
  });
  expect(steps([...two, undo(3), undo(2), undo(5), undo(4)])).toEqual({
    ...{ undo: numberedId(3), redo: undefined },
  });
  expect(steps([...two, undo(3), codingAdded(4, "B1")])).toEqual({
    ...{ undo: numberedId(5), redo: undefined },
  });
});
