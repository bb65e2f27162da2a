import { type CodingChange, codeSubtree, codingProject, transcriptOf } from "@mehrwert/study";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { codingEvents, numberedId, smallBook } from "../example/small-coding.ts";
import { caseMatrix, caseMatrixCsv } from "./case-matrix.ts";
import { categoryTable } from "./category-table.ts";
import { coOccurrence } from "./co-occurrence.ts";
import { type CodeQuery, readCodeQuery } from "./code-query.ts";
import { codingLines } from "./coding-lines.ts";
import { findCodings } from "./find-codings.ts";
import type { CodingMaterial } from "./material.ts";
import type { PassageRelation } from "./passage-relation.ts";
import { saturation } from "./saturation.ts";

const text = Array.from(
  { length: 12 },
  (_, at) => `${at % 2 === 0 ? "I" : "E1"}: ${"wort ".repeat(6)}`,
).join("\n");
let texts: CodingMaterial["transcripts"] = new Map();
beforeAll(async () => {
  const stored = (document: string) =>
    transcriptOf({ document, version: 1, text, speakers: ["I", "E1"] });
  texts = new Map(
    await Promise.all(["D1", "D2", "D3"].map(async (id) => [id, [await stored(id)]] as const)),
  );
});

function material(changes: readonly CodingChange[]): CodingMaterial {
  return {
    ...{ title: "Test", isSynthetic: true, transcripts: texts },
    project: codingProject(smallBook, codingEvents(changes, [...text].length)),
  };
}

type Coded = { document: string; start: number; length: number; code: string; coder: string };

function coded(codings: readonly Coded[]): CodingChange[] {
  return codings.map(({ document, start, length, code, coder }, at) => ({
    kind: "coding-added",
    coding: {
      id: numberedId(at + 1),
      excerpt: { document, version: 1, start, end: start + length },
      ...{ code, coder, origin: { kind: "by-hand" } },
    },
  }));
}

const leaves = ["A1", "A1.1", "A2", "B1", "B2"];
const anyCoding: fc.Arbitrary<Coded> = fc.record({
  document: fc.constantFrom("D1", "D2", "D3"),
  start: fc.nat(300),
  length: fc.integer({ min: 1, max: 90 }),
  code: fc.constantFrom(...leaves),
  coder: fc.constantFrom("ada", "ben"),
});
const anyCodings = fc.array(anyCoding, { maxLength: 25 });
const relations: fc.Arbitrary<PassageRelation> = fc.oneof(
  fc.constantFrom<PassageRelation>(
    { kind: "overlap" },
    { kind: "same-passage" },
    { kind: "same-turn" },
    { kind: "same-document" },
  ),
  fc.nat(60).map((distance) => ({ kind: "near", distance }) as const),
);

/** Whether two codings stand together, letter by letter. */
function together(
  { kind, ...rule }: PassageRelation & { distance?: number },
  a: { document: string; start: number; end: number },
  b: { document: string; start: number; end: number },
): boolean {
  if (a.document !== b.document) return false;
  const letters = (each: { start: number; end: number }) =>
    Array.from({ length: each.end - each.start }, (_, at) => each.start + at);
  const [left, right] = [letters(a), new Set(letters(b))];
  if (kind === "same-document") return true;
  if (kind === "overlap") return left.some((at) => right.has(at));
  if (kind === "same-passage") return a.start === b.start && a.end === b.end;
  if (kind === "same-turn") {
    // Every line is a turn here.
    const lineAt = (at: number) =>
      [...text].slice(0, at).filter((letter) => letter === "\n").length;
    const own = (places: number[]) => places.filter((at) => [...text][at] !== "\n").map(lineAt);
    const others = new Set(own([...right]));
    return own(left).some((line) => others.has(line));
  }
  const gaps = left.flatMap((at) => [...right].map((other) => Math.abs(at - other) - 1));
  return Math.max(0, Math.min(...gaps)) <= (rule.distance ?? 0);
}

describe("tables reconcile with a count by hand", () => {
  test("co-occurrence counts every pair of codings with different codes once, by each rule", () => {
    fc.assert(
      fc.property(anyCodings, relations, fc.boolean(), (codings, relation, isSameCoder) => {
        const state = material(coded(codings));
        const found = coOccurrence(state, { relation, isSameCoder });
        const list = codingLines(state, "en");
        let pairs = 0;
        for (const [at, a] of list.entries()) {
          for (const b of list.slice(at + 1)) {
            const isPair = a.code !== b.code && (!isSameCoder || a.coder === b.coder);
            if (isPair && together(relation, a, b)) pairs += 1;
          }
        }
        expect(found.pairs).toHaveLength(pairs);
        expect(found.cells.reduce((sum, { count }) => sum + count, 0)).toBe(pairs);
      }),
      { numRuns: 150 },
    );
  });

  test("queries find what a search by hand finds, by each rule", () => {
    const atom = fc.constantFrom("A", "B", ...leaves);
    const { query } = fc.letrec<{ query: string }>((tie) => ({
      query: fc.oneof(
        { depthSize: "small" },
        atom,
        fc
          .tuple(tie("query"), fc.constantFrom("and", "or", "und", "oder"), tie("query"))
          .map(([a, word, b]) => `(${a} ${word} ${b})`),
        tie("query").map((inner) => `not ${inner}`),
      ),
    }));
    fc.assert(
      fc.property(
        anyCodings,
        relations,
        fc.boolean(),
        query,
        (codings, relation, isSameCoder, typed) => {
          const read = readCodeQuery(typed);
          if ("message" in read) throw new Error(typed);
          const state = material(coded(codings));
          const list = codingLines(state, "en");
          const below = (id: string) => codeSubtree(smallBook, id).map((code) => code.id);
          const wanted = new Set(positive(read, true).flatMap(below));
          const expected = list.filter((coding) => {
            const near = list.filter(
              (other) =>
                other.id === coding.id ||
                ((!isSameCoder || other.coder === coding.coder) &&
                  together(relation, coding, other)),
            );
            const present = new Set(near.map(({ code }) => code));
            return (
              wanted.has(coding.code) &&
              holds(read, (id) => below(id).some((code) => present.has(code)))
            );
          });
          const found = findCodings(state, read, { relation, isSameCoder });
          expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        },
      ),
      { numRuns: 150 },
    );
  });

  test("the matrix, the categories and the list add up to the same", () => {
    fc.assert(
      fc.property(anyCodings, (codings) => {
        const state = material(coded(codings));
        const list = codingLines(state, "en");
        const { counts, total, cases } = caseMatrix(state);
        expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(list.length);
        expect(total).toBe(list.length);
        const { rows } = categoryTable(state);
        const top = rows.filter(({ depth }) => depth === 0);
        expect(top.reduce((sum, row) => sum + row.codings, 0)).toBe(list.length);
        for (const { code, units, codings: count, ownCodings } of rows) {
          const inside = codeSubtree(smallBook, code.id).map(({ id }) => id);
          const own = list.filter((line) => inside.includes(line.code));
          expect(count).toBe(own.length);
          expect(units).toEqual(cases.filter((id) => own.some(({ document }) => document === id)));
          expect(ownCodings).toBe(own.filter((line) => line.code === code.id).length);
        }
        const steps = saturation(state);
        expect(steps.flatMap(({ fresh }) => fresh)).toHaveLength(
          new Set(list.map(({ code }) => code)).size,
        );
      }),
    );
  });
});

function positive(query: CodeQuery, is: boolean): string[] {
  if (query.kind === "code") return is ? [query.code] : [];
  if (query.kind === "not") return [];
  return query.parts.flatMap((part) => positive(part, is));
}

function holds(query: CodeQuery, has: (code: string) => boolean): boolean {
  if (query.kind === "code") return has(query.code);
  if (query.kind === "not") return !holds(query.inner, has);
  const verdicts = query.parts.map((part) => holds(part, has));
  return query.kind === "and" ? !verdicts.includes(false) : verdicts.includes(true);
}

test("units and filters part what is counted", () => {
  const group = (document: string, value: string): CodingChange => ({
    ...{ kind: "document-variable-set", document, variable: "group", value },
  });
  const both: CodingChange = {
    kind: "case-changed",
    case: "K",
    documents: ["D1", "D2"],
    pseudonym: "x1",
  };
  const codings = coded([
    { document: "D1", start: 5, length: 9, code: "A1", coder: "ada" },
    { document: "D2", start: 5, length: 9, code: "A1.1", coder: "ben" },
    { document: "D3", start: 5, length: 9, code: "B1", coder: "ada" },
  ]);
  const state = material([
    ...codings,
    group("D1", "g1"),
    group("D2", "g2"),
    group("D3", "g1"),
    both,
  ]);
  const cases = categoryTable(state, { unit: "case" });
  expect(cases.units).toEqual(["K", "D3"]);
  expect(cases.rows.find(({ code }) => code.id === "A")).toMatchObject({
    units: ["K"],
    quantifier: "several",
    codings: 2,
  });
  const ada = categoryTable(state, { filter: { coders: ["ada"] } });
  expect(ada.rows.find(({ code }) => code.id === "A1.1")?.units).toEqual([]);
  const csv = caseMatrixCsv(state, caseMatrix(state)).split("\r\n");
  expect(csv[0]).toBe(
    "case,pseudonym,group,n_A,has_A,n_A1,has_A1,n_A1.1,has_A1.1,n_A2,has_A2,n_B,has_B,n_B1,has_B1,n_B2,has_B2",
  );
  expect(csv[1]).toMatch(/^K,x1,g[12],2,1,2,1,1,1,0,0,0,0,0,0,0,0$/);
});

test("a query says where it cannot be read", () => {
  const fault = (typed: string) => {
    const read = readCodeQuery(typed);
    return "message" in read ? [read.at, read.message.en] : read;
  };
  expect(fault("A1 and")).toEqual([6, "A code is missing at the end."]);
  expect(fault("(A1 or A2")).toEqual([0, "This bracket does not close."]);
  expect(fault("A1 A2")).toEqual([3, "“A2” does not fit here."]);
  expect(fault("A1 & A2")).toEqual([3, "The sign “&” does not belong in a query."]);
  expect(fault("or A1")).toEqual([0, "A code is missing before “or”."]);
  expect(fault("")).toEqual([0, "A code is missing at the end."]);
  expect(fault("A1 AND NOT a-b.2")).toMatchObject({
    kind: "and",
    parts: [{ code: "A1" }, { kind: "not", inner: { code: "a-b.2" } }],
  });
  expect(fault("A or B and C")).toMatchObject({
    kind: "or",
    parts: [{ code: "A" }, { kind: "and" }],
  });
});
