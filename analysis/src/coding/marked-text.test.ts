import fc from "fast-check";
import { expect, test } from "vitest";
import type { CodingLine } from "./coding-lines.ts";
import { markedLines } from "./marked-text.ts";

function coding(start: number, end: number, code = "A", coder = "anna"): CodingLine {
  return {
    ...{ id: `${start}`, document: "E1", case: "E1", version: 1, start, end, text: "" },
    ...{ line: 1, lastLine: 1, turn: 1, speaker: "E1", code, codePath: code, coder },
    ...{ polarity: undefined, origin: { kind: "by-hand" }, mark: "unchanged", isQuotation: false },
    ...{ memos: [], addedAt: "", addedBy: "" },
  };
}

test("passages are marked where they begin and end, nested and over lines", () => {
  const lines = markedLines(
    ["ab😀d", "efg"],
    [0, 5],
    [coding(0, 3), coding(1, 7, "B"), coding(1, 7, "B", "ben")],
  );
  expect(lines).toEqual([
    { number: 1, text: "⟦1 a⟦2 b😀 1⟧d", codings: ["1: A anna", "2: B anna, ben"] },
    { number: 2, text: "ef 2⟧g", codings: [] },
  ]);
});

test("passages that end together close in the order in which brackets do", () => {
  const [line] = markedLines(["abcd"], [0], [coding(0, 4), coding(2, 4, "B")]);
  expect(line?.text).toBe("⟦1 ab⟦2 cd 2⟧ 1⟧");
});

test("without its marks every line is the line it was, whatever is coded", () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom("a", "😀", " ", "ä"), maxLength: 8 }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(
      texts,
      fc.array(fc.tuple(fc.nat(30), fc.nat(12)), { maxLength: 8 }),
      (lines, spans) => {
        let at = 0;
        const starts = lines.map((line) => {
          const start = at;
          at += [...line].length + 1;
          return start;
        });
        const codings = spans
          .map(([start, length]) => coding(start, start + length + 1))
          .filter(({ end }) => end <= at - 1);
        const marked = markedLines(lines, starts, codings);
        expect(marked.map(({ text }) => text.replace(/⟦\d+ | \d+⟧/g, ""))).toEqual(lines);
        const opened = marked.reduce((sum, { text }) => sum + (text.match(/⟦/g)?.length ?? 0), 0);
        const closed = marked.reduce((sum, { text }) => sum + (text.match(/⟧/g)?.length ?? 0), 0);
        const passages = new Set(codings.map(({ start, end }) => `${start}-${end}`)).size;
        expect(closed).toBe(passages);
        expect(opened).toBe(passages);
      },
    ),
  );
});
