import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { answerSharesFigure } from "./answer-shares-figure.ts";
import { hiddenShare, type ReleasedShares } from "./released-shares.ts";
import { releasedSharesInWords, stackedSharesFigure } from "./stacked-shares-figure.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const text = (de: string) => ({ de, en: `${de} (en)` });

const data: ReleasedShares = {
  id: "mood",
  title: text("Stimmung"),
  rows: [
    { label: text("alle"), size: "120" },
    { label: text("Leitung"), size: "etwa 25" },
  ],
  answers: [{ label: text("schlecht") }, { label: text("mittel") }, { label: text("gut") }],
  shares: [
    [0.25, 0.25, 0.5],
    [null, null, 0.6],
  ],
  isScale: true,
};

/** The places where bars begin and end, in the order they are drawn, those below others left out. */
function widths(figure: Element | undefined): number[] {
  return [...(figure?.querySelectorAll("rect[fill-opacity]") ?? [])].map((rect) =>
    Number(rect.getAttribute("width")),
  );
}

test("hiddenShare is what is left of the whole where answers are hidden", () => {
  expect(hiddenShare([0.2, null, 0.5, null])).toBe(0.3);
  expect(hiddenShare([0.2, 0.7])).toBe(0);
  expect(hiddenShare([0.7, 0.35, null])).toBe(0);
});

test("stackedSharesFigure fills the whole, with one empty part for what is hidden", () => {
  const figure = stackedSharesFigure(data, { language: "de", document, widthPx: 760 });
  const bars = widths(figure);
  expect(bars).toHaveLength(5);
  const [all, group] = [bars.slice(0, 3), bars.slice(3)];
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  expect(sum(all)).toBeCloseTo(sum(group), 1);
  expect((group[0] ?? 0) / sum(group)).toBeCloseTo(0.6, 2);
  expect(figure?.textContent).toContain("nicht gezeigt");
});

test("the words of a figure name every row, size and share, and never a hidden one", () => {
  expect(releasedSharesInWords(data, "de")).toBe(
    "alle (n = 120): schlecht 25\u00a0%, mittel 25\u00a0%, gut 50\u00a0%; Leitung (n = etwa 25): schlecht nicht gezeigt, mittel nicht gezeigt, gut 60\u00a0%.",
  );
});

test("answerSharesFigure draws one bar for each answer that is shown", () => {
  const one = { ...data, rows: data.rows.slice(0, 1), shares: [[0.2, null, 0.5]] };
  const figure = answerSharesFigure(one, { language: "en", document });
  expect(figure?.textContent).toContain("20%");
  expect(figure?.textContent).toContain("not shown");
});

test("figures without any share are none", () => {
  const hidden = { ...data, shares: [[null, null, null]] };
  expect(stackedSharesFigure(hidden, { language: "de", document })).toBeUndefined();
  expect(answerSharesFigure(hidden, { language: "de", document })).toBeUndefined();
});
