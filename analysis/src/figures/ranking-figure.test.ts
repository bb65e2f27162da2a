import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { exampleRankingTable as table } from "../example/example-ranking-table.ts";
import { type FigureOptions, figureMarkup } from "./figure-frame.ts";
import { rankingFigure } from "./ranking-figure.ts";
import { sharesFigure } from "./shares-figure.ts";
import { textWidthPx, wrapLabel } from "./wrap-label.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const german: FigureOptions = { document, language: "de" };
const english: FigureOptions = { document, language: "en" };

function drawn(draw: typeof rankingFigure, options: FigureOptions, of = table): Element {
  const figure = draw(of, options);
  if (!figure) throw new Error("nothing was drawn");
  return figure;
}

const texts = (figure: Element) =>
  [...figure.querySelectorAll("text")].map((text) => text.textContent);

describe("rankingFigure", () => {
  test("names itself and describes order and intervals in the reader's language", () => {
    const figure = drawn(rankingFigure, german);
    expect(figure.getAttribute("role")).toBe("img");
    expect(figure.querySelectorAll("[aria-label]")).toHaveLength(0);
    expect(figure.querySelector("title")?.textContent).toBe(
      "Mittlere Ränge mit 95\u2011%\u2011Intervallen",
    );
    expect(figure.querySelector("desc")?.textContent).toContain(
      "1. Wissenstransfer: mittlerer Rang 2,31 (95\u2011%\u2011Intervall 2,10 bis 2,53); 2. Passgenauer",
    );
    expect(drawn(rankingFigure, english).querySelector("desc")?.textContent).toContain(
      "1. Knowledge transfer: mean rank 2.31 (95% interval 2.10 to 2.53)",
    );
  });

  test("writes the drivers from top to bottom in the order of the table", () => {
    const labels = table.rows.map((row) => row.label.en);
    const shown = texts(drawn(rankingFigure, english)).filter((text) =>
      labels.includes(text ?? ""),
    );
    expect(shown).toEqual(labels);
  });

  test("puts a lower mean rank further to the left", () => {
    const dots = [...drawn(rankingFigure, german).querySelectorAll("circle")].map((dot) =>
      Number(dot.getAttribute("cx")),
    );
    expect(dots).toHaveLength(8);
    expect(dots).toEqual([...dots].sort((left, right) => left - right));
  });

  test("draws nothing if nobody ranked completely", () => {
    const rows = table.rows.map(({ item, name, label, n }) => ({ item, name, label, n }));
    expect(rankingFigure({ ...table, rows }, german)).toBeUndefined();
  });

  test("leaves out the dot of a driver without a mean rank but keeps its name", () => {
    const rows = table.rows.map((row, index) => {
      const { item, name, label, n } = row;
      return index === 7 ? { item, name, label, n } : row;
    });
    const figure = drawn(rankingFigure, german, { ...table, rows });
    expect(figure.querySelectorAll("circle")).toHaveLength(7);
    expect(texts(figure)).toContain("Gemeinsame Stimme");
    expect(figure.querySelector("desc")?.textContent).toContain(
      "Gemeinsame Stimme: kein mittlerer Rang",
    );
  });
});

describe("sharesFigure", () => {
  test("draws two bars for each driver and says both shares in words", () => {
    const figure = drawn(sharesFigure, german);
    expect(figure.querySelectorAll("rect")).toHaveLength(16);
    expect(figure.querySelector("desc")?.textContent).toContain(
      "auf Rang 1 31\u00a0% (95\u2011%\u2011Intervall 27\u00a0% bis 36\u00a0%), unter den ersten 3 74\u00a0%",
    );
  });

  test("draws nothing if there are no shares", () => {
    const rows = table.rows.map(({ item, name, label, n }) => ({ item, name, label, n }));
    expect(sharesFigure({ ...table, rows }, german)).toBeUndefined();
  });
});

describe("figureMarkup", () => {
  test("carries the mark of simulated data, visibly and in words", () => {
    const figure = drawn(rankingFigure, { ...german, isSimulated: true });
    expect(texts(figure)).toContain("Simulierte Daten");
    expect(figure.querySelector("desc")?.textContent).toMatch(/^Simulierte Daten\. /);
    const heightOf = (of: Element) => Number(of.getAttribute("height"));
    expect(heightOf(figure)).toBeGreaterThan(heightOf(drawn(rankingFigure, german)));
    expect(texts(drawn(sharesFigure, german))).not.toContain("Simulierte Daten");
  });

  test("is a file of its own: plain colours, no foreign address, no entity that XML lacks", () => {
    for (const draw of [rankingFigure, sharesFigure]) {
      const markup = figureMarkup(drawn(draw, german));
      expect(markup).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(markup.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|url\(|var\(/);
      expect([...markup.matchAll(/&(\w+);/g)].map((entity) => entity[1])).not.toContain("nbsp");
    }
  });

  test("escapes a label that looks like markup", () => {
    const rows = table.rows.map((row) => ({ ...row, label: { de: "<b>&", en: "<script>" } }));
    const markup = figureMarkup(drawn(rankingFigure, german, { ...table, rows }));
    expect(markup).toContain("&lt;b&gt;&amp;");
    expect(markup).not.toContain("<b>");
  });
});

describe("wrapLabel", () => {
  test("breaks between words and after hyphens before it breaks a word", () => {
    expect(wrapLabel("Motivation und Rückhalt", 106, 13)).toEqual(["Motivation", "und Rückhalt"]);
    expect(wrapLabel("Zu- und Abgang", 400, 13)).toEqual(["Zu- und Abgang"]);
  });

  test("keeps every letter and never exceeds the width", () => {
    const label = fc.stringMatching(/^[a-zäöüßA-Z]{1,60}( [a-zäöüßA-Z]{1,60}){0,4}$/);
    fc.assert(
      fc.property(label, fc.integer({ min: 80, max: 300 }), (text, widthPx) => {
        const lines = wrapLabel(text, widthPx, 13);
        expect(lines.join("").replaceAll(/[-\s]/g, "")).toBe(text.replaceAll(" ", ""));
        for (const line of lines) expect(textWidthPx(line, 13)).toBeLessThanOrEqual(widthPx);
      }),
    );
  });
});
