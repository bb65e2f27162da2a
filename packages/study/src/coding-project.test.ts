import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CodingChange, CodingEvent } from "./coding-event.ts";
import { type CodingProject, codebookState, codingProject } from "./coding-project.ts";
import {
  codingAdded,
  documentAdded,
  eventsOf,
  numberedId,
  smallCodebook,
} from "./example/coding-events.ts";

const project = (changes: readonly CodingChange[]) =>
  codingProject(smallCodebook, eventsOf(changes));

/** What matters of a state: who coded what where with which code. */
function codings({ assignments }: CodingProject): string[] {
  return assignments.map(
    ({ excerpt: { document, start, end }, code, coder, mark }) =>
      `${document} ${start}-${end} ${code} ${coder} ${mark}`,
  );
}

function tree({ codebook }: CodingProject): string[] {
  return codebook.codes.map(({ id, parent = "" }) => `${parent}/${id}`);
}

const two = [
  documentAdded("E1"),
  codingAdded(1, "A1", { start: 0, end: 10 }),
  codingAdded(2, "A1.1", { start: 10, end: 20 }),
];

describe("codes", () => {
  test("deleting a code with children and codings touches neither the text nor other codings", () => {
    const after = project([...two, { kind: "code-removed", code: "A1" }]);
    expect(codings(after)).toEqual(["E1 10-20 A1.1 anna unchanged"]);
    expect(tree(after)).toContain("A/A1.1");
    expect(after.documents[0]?.versions[0]?.length).toBe(100);
    expect(after.changesSince).toMatchObject([{ kind: "removed", codes: ["A1"], codings: 1 }]);
  });

  test("merging moves codings and children and remembers what they were", () => {
    const after = project([...two, { kind: "codes-merged", codes: ["A1"], into: "B1" }]);
    expect(codings(after)).toEqual(["E1 0-10 B1 anna unchanged", "E1 10-20 A1.1 anna unchanged"]);
    expect(after.assignments[0]?.codedAs).toBe("A1");
    expect(tree(after)).toContain("B1/A1.1");
    // A colleague who had not seen the merge codes with the old code.
    const late = codingProject(smallCodebook, [
      ...eventsOf([...two, { kind: "codes-merged", codes: ["A1"], into: "B1" }]),
      ...eventsOf([codingAdded(3, "A1", { start: 30, end: 40, coder: "ben" })], "ben", 90),
    ]);
    expect(codings(late)).toContain("E1 30-40 B1 ben unchanged");
  });

  test("merging a category into a code below it keeps the tree a tree", () => {
    const after = project([...two, { kind: "codes-merged", codes: ["A1"], into: "A1.1" }]);
    expect(tree(after)).toContain("A/A1.1");
    expect(codings(after)).toEqual(["E1 0-10 A1.1 anna unchanged", "E1 10-20 A1.1 anna unchanged"]);
  });

  test("the same passage coded with both merged codes counts once, and taking one back leaves the other", () => {
    const same = [documentAdded("E1"), codingAdded(1, "A1"), codingAdded(2, "A2")];
    const after = project([...same, { kind: "codes-merged", codes: ["A2"], into: "A1" }]);
    expect(codings(after)).toEqual(["E1 0-10 A1 anna unchanged"]);
    expect(after.assignments[0]?.alsoFrom).toEqual([numberedId(1002)]);
  });

  test("splitting gives named codings to the parts", () => {
    const part = {
      id: "A1.2",
      parent: "A1",
      label: { de: "x", en: "x" },
      origin: "inductive" as const,
    };
    const after = project([
      ...two,
      codingAdded(3, "A1", { start: 40, end: 50 }),
      { kind: "code-split", code: "A1", parts: [{ code: part, codings: [numberedId(1003)] }] },
    ]);
    expect(codings(after)).toContain("E1 40-50 A1.2 anna unchanged");
    expect(codings(after)).toContain("E1 0-10 A1 anna unchanged");
    expect(after.codebook.codes[2]).toEqual(part);
  });

  test("moving takes everything below along and never into itself", () => {
    const after = project([{ kind: "code-moved", code: "A1", parent: "B", before: "B1" }]);
    expect(tree(after)).toEqual(["/A", "A1/A1.1", "A/A2", "/B", "B/A1", "B/B1", "B/B2"]);
    const circle = project([{ kind: "code-moved", code: "A", parent: "A1.1" }]);
    expect(circle.notices).toMatchObject([{ reason: "circle" }]);
    expect(tree(circle)).toEqual(tree(project([])));
  });

  test("a version closes the changes before it", () => {
    const changed = {
      kind: "code-changed",
      code: "A1",
      set: { label: { de: "neu", en: "new" } },
    } as const;
    expect(codebookState(project([changed]))).toBe("1.0.0+1");
    const after = project([changed, { kind: "codebook-versioned", version: "1.1.0" }, changed]);
    expect(codebookState(after)).toBe("1.1.0+1");
    expect(after.codebook.history).toEqual([{ version: "1.1.0", kind: "changed", codes: ["A1"] }]);
  });
});

describe("corrections", () => {
  const corrected = (carried: object[] = []): CodingChange => ({
    kind: "document-corrected",
    transcript: {
      ...{ document: "E1", version: 2, length: 95, speakers: [], hash: "1".repeat(64) },
      source: { format: "txt", encoding: "UTF-8" },
    },
    from: 1,
    // Five characters taken out at 12.
    alignment: [
      [0, 0, 12],
      [17, 12, 83],
    ],
    carried: carried as never,
  });

  test("codings move along, touched ones are marked, none is lost", () => {
    const after = project([...two, codingAdded(3, "B1", { start: 50, end: 60 }), corrected()]);
    expect(codings(after)).toEqual([
      "E1 0-10 A1 anna unchanged",
      "E1 10-15 A1.1 anna review",
      "E1 45-55 B1 anna moved",
    ]);
    expect(after.assignments.every(({ excerpt }) => excerpt.version === 2)).toBe(true);
    const seen = { document: "E1", version: 1, start: 10, end: 20 };
    expect(after.assignments.map((each) => each.seen)).toEqual([undefined, seen, undefined]);
  });

  test("a coding made elsewhere on the old version is carried over when it arrives", () => {
    const after = project([...two, corrected(), codingAdded(9, "B1", { start: 50, end: 60 })]);
    expect(codings(after)).toContain("E1 45-55 B1 anna moved");
  });

  test("a correction of a version that is not the last has no effect, and is told", () => {
    const twice = project([...two, corrected(), corrected()]);
    expect(twice.notices).toMatchObject([{ reason: "wrong-version" }]);
    const change = corrected();
    if (change.kind !== "document-corrected") throw new Error(change.kind);
    const other = { ...change, from: 2, transcript: { ...change.transcript, version: 3 } };
    const unfounded = project([...two, other]);
    expect(unfounded.notices).toMatchObject([{ reason: "wrong-version" }]);
    expect(unfounded.documents[0]?.versions).toHaveLength(1);
  });

  test("looking at the place of a coding ends its review", () => {
    const looked: CodingChange = {
      kind: "coding-changed",
      coding: numberedId(1002),
      excerpt: { document: "E1", version: 2, start: 10, end: 16 },
    };
    const after = project([...two, corrected(), looked]);
    expect(codings(after)).toContain("E1 10-16 A1.1 anna unchanged");
    expect(after.assignments.some(({ seen }) => seen !== undefined)).toBe(false);
  });
});

describe("undo", () => {
  const merge: CodingChange = { kind: "codes-merged", codes: ["A1"], into: "B1" };
  const undo = (target: number): CodingChange => ({ kind: "undone", target: numberedId(target) });

  test("undo gives back codes, codings and children; undoing the undo takes them again", () => {
    const before = project(two);
    const undone = project([...two, merge, undo(4)]);
    expect(codings(undone)).toEqual(codings(before));
    expect(tree(undone)).toEqual(tree(before));
    expect(codings(project([...two, merge, undo(4), undo(5)]))).toEqual(
      codings(project([...two, merge])),
    );
  });

  test("a run is undone as a whole, and counts only if it is whole", () => {
    const run = { id: numberedId(777), size: 2 };
    const events = eventsOf(two).map((event, at) => (at === 0 ? event : { ...event, run }));
    expect(codings(codingProject(smallCodebook, events))).toHaveLength(2);
    const [cut] = eventsOf([{ kind: "undone", target: run.id }], "anna", 9);
    expect(codings(codingProject(smallCodebook, [...events, cut as CodingEvent]))).toEqual([]);
    const torn = codingProject(smallCodebook, events.slice(0, 2));
    expect(torn.assignments).toEqual([]);
    expect(torn.notices).toMatchObject([{ reason: "incomplete-run" }]);
  });

  test("codings of a code whose addition was undone are kept aside, not lost", () => {
    const code = { id: "N", label: { de: "x", en: "x" }, origin: "inductive" as const };
    const after = project([
      documentAdded("E1"),
      { kind: "code-added", code },
      codingAdded(1, "N"),
      undo(2),
    ]);
    expect(after.assignments).toEqual([]);
    expect(after.stranded).toMatchObject([{ reason: "no-code", assignment: { code: "N" } }]);
  });
});

test("a coding outside its text or in an unknown transcript is kept aside with the reason", () => {
  const after = project([
    documentAdded("E1", 5),
    codingAdded(1, "A1", { start: 0, end: 6 }),
    codingAdded(2, "A1", { document: "E9" }),
    codingAdded(2, "A1"),
  ]);
  expect(after.stranded.map(({ reason }) => reason)).toEqual(["outside", "no-document"]);
  expect(after.notices).toMatchObject([{ reason: "coding-exists" }]);
});

test("cases, variables, memos and records are what was last said", () => {
  const memo = {
    kind: "memo-written",
    memo: numberedId(5),
    about: { kind: "code", code: "A1" },
  } as const;
  const after = project([
    documentAdded("E1"),
    { kind: "document-variable-set", document: "E1", variable: "group", value: "company" },
    {
      kind: "case-changed",
      case: "K1",
      documents: ["E1"],
      pseudonym: "x7",
      variables: { a: "1", b: "2" },
    },
    { kind: "case-changed", case: "K1", variables: { b: "" } },
    { ...memo, text: "first" },
    { ...memo, text: "second" },
    { kind: "record-written", item: "coreq-13", text: "none" },
  ]);
  expect(after.documents[0]?.variables).toEqual({ group: "company" });
  expect(after.cases).toEqual([
    { id: "K1", documents: ["E1"], pseudonym: "x7", variables: { a: "1" } },
  ]);
  expect(after.memos.map(({ text }) => text)).toEqual(["second"]);
  expect(after.records.get("coreq-13")?.text).toBe("none");
});

const ids = ["A", "A1", "A1.1", "A2", "B1", "B2", "N1"];
const anyCode = fc.constantFrom(...ids);
const anyChange = fc.oneof(
  fc
    .nat(30)
    .chain((n) =>
      anyCode.map((code) =>
        codingAdded(n, code, { start: n, end: n + 5, document: n % 7 === 0 ? "E2" : "E1" }),
      ),
    ),
  anyCode.map((code): CodingChange => ({ kind: "code-removed", code })),
  fc
    .tuple(anyCode, anyCode)
    .map(([code, parent]): CodingChange => ({ kind: "code-moved", code, parent })),
  fc
    .tuple(anyCode, anyCode)
    .map(([code, into]): CodingChange => ({ kind: "codes-merged", codes: [code], into })),
  fc.nat(30).map((n): CodingChange => ({ kind: "coding-removed", coding: numberedId(1000 + n) })),
  fc.nat(20).map((n): CodingChange => ({ kind: "undone", target: numberedId(n) })),
  fc.constant<CodingChange>({
    kind: "code-added",
    code: { id: "N1", parent: "B", label: { de: "x", en: "x" }, origin: "inductive" },
  }),
);
const anyHistory = fc
  .array(anyChange, { maxLength: 25 })
  .map((changes) => eventsOf([documentAdded("E1"), documentAdded("E2"), ...changes]));

test("the order in which files are read does not matter", () => {
  fc.assert(
    fc.property(anyHistory, fc.integer(), (events, seed) => {
      const shuffled = events.toSorted(
        (a, b) => ((a.sequence * seed) % 17) - ((b.sequence * seed) % 17),
      );
      expect(codingProject(smallCodebook, shuffled)).toEqual(codingProject(smallCodebook, events));
    }),
  );
});

test("after any history the codes are a tree, and every coding has a code and lies in its text", () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      const state = codingProject(smallCodebook, events);
      const known = new Map(state.codebook.codes.map(({ id, parent }) => [id, parent]));
      expect(known.size).toBe(state.codebook.codes.length);
      for (const id of known.keys()) {
        let at: string | undefined = id;
        for (let steps = 0; at !== undefined; steps += 1) {
          expect(steps).toBeLessThan(20);
          expect(known.has(at)).toBe(true);
          at = known.get(at);
        }
      }
      for (const { code, excerpt } of state.assignments) {
        expect(known.has(code)).toBe(true);
        expect(excerpt.end).toBeLessThanOrEqual(100);
      }
    }),
  );
});

test("undoing any event equals never having made it, and undoing that undo equals the start", () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), (events, pick) => {
      const target = events[pick % events.length];
      if (target === undefined || target.change.kind === "undone") return;
      const without = events.filter(
        ({ id, change }) =>
          id !== target.id && !(change.kind === "undone" && change.target === target.id),
      );
      const quiet = ({ notices: _, people: __, ...state }: CodingProject) => state;
      const undo = (id: string, n: number) =>
        eventsOf([{ kind: "undone", target: id }], "anna", 500 + n);
      const undone = [...events, ...undo(target.id, 0)];
      expect(quiet(codingProject(smallCodebook, undone))).toEqual(
        quiet(codingProject(smallCodebook, without)),
      );
      expect(quiet(codingProject(smallCodebook, [...undone, ...undo(numberedId(500), 1)]))).toEqual(
        quiet(codingProject(smallCodebook, events)),
      );
    }),
  );
});

test("no coding is lost: it stands, is kept aside, was removed, or went with its code", () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      const state = codingProject(smallCodebook, events);
      const here = new Set([
        ...state.assignments.flatMap(({ id, alsoFrom = [] }) => [id, ...alsoFrom]),
        ...state.stranded.map(({ assignment }) => assignment.id),
      ]);
      const hasUndo = events.some(({ change }) => change.kind === "undone");
      const hasRemoval = events.some(({ change }) => /removed$/.test(change.kind));
      if (hasUndo || hasRemoval) return;
      for (const { change } of events) {
        if (change.kind === "coding-added") expect(here.has(change.coding.id)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
