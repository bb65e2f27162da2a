import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import {
  exampleClasses,
  exampleEstimates,
  exampleImportance,
  exampleLikert,
  examplePower,
  examplePreferred,
  exampleProbabilities,
  exampleRankCounts,
  exampleSlope,
  exampleSlopeThree,
  figureItems,
} from "../example/figure-data.ts";
import { axisRange } from "./axis-range.ts";
import { estimateFigure } from "./estimate-figure.ts";
import { type FigureOptions, figureMarkup } from "./figure-frame.ts";
import { importancePerformanceFigure } from "./importance-performance-figure.ts";
import { labelPlaces } from "./label-places.ts";
import { likertFigure } from "./likert-figure.ts";
import { fieldOpacity } from "./matrix-figure.ts";
import { mixtureFigure } from "./mixture-figure.ts";
import { pairwiseFigure } from "./pairwise-figure.ts";
import { powerFigure } from "./power-figure.ts";
import { rankDistributionFigure } from "./rank-distribution-figure.ts";
import { rankProbabilityFigure } from "./rank-probability-figure.ts";
import { type ResponseData, responseFigure } from "./response-figure.ts";
import { slopeFigure } from "./slope-figure.ts";
import { slopePlaces } from "./slope-places.ts";
import { spreadPlaces } from "./spread-places.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const german: FigureOptions = { document, language: "de" };
const english: FigureOptions = { document, language: "en" };

const common = { id: "x", items: figureItems };
const probabilities = { ...common, probabilities: exampleProbabilities };
const pairs = { ...common, preferred: examplePreferred };
const ranks = { ...common, counts: exampleRankCounts };

const response: ResponseData = {
  id: "x",
  invited: 120,
  days: [
    { day: "2026-11-02", figures: { begun: 12, complete: 9, partial: 0 } },
    { day: "2026-11-03", figures: { begun: 31, complete: 22, partial: 5 } },
    { day: "2026-11-09", figures: { begun: 64, complete: 51, partial: 8 } },
  ],
};

const draws: [name: string, draw: (options: FigureOptions) => Element | undefined][] = [
  ["rankProbabilityFigure", (options) => rankProbabilityFigure(probabilities, options)],
  ["pairwiseFigure", (options) => pairwiseFigure(pairs, options)],
  ["rankDistributionFigure", (options) => rankDistributionFigure(ranks, options)],
  ["slopeFigure", (options) => slopeFigure(exampleSlope, options)],
  ["mixtureFigure", (options) => mixtureFigure(exampleClasses, options)],
  [
    "importancePerformanceFigure",
    (options) => importancePerformanceFigure(exampleImportance, options),
  ],
  ["likertFigure", (options) => likertFigure(exampleLikert, options)],
  ["estimateFigure", (options) => estimateFigure(exampleEstimates, options)],
  ["powerFigure", (options) => powerFigure(examplePower, options)],
  ["responseFigure", (options) => responseFigure(response, options)],
];

function drawn(figure: Element | undefined): Element {
  if (!figure) throw new Error("nothing was drawn");
  return figure;
}

const texts = (figure: Element) =>
  [...figure.querySelectorAll("text")].map((text) => text.textContent ?? "");
const inWords = (figure: Element | undefined) =>
  drawn(figure).querySelector("desc")?.textContent ?? "";

describe.each(draws)("%s", (name, draw) => {
  test("is one image with a name and a description in the reader's language", () => {
    for (const options of [german, english]) {
      const figure = drawn(draw(options));
      expect(figure.getAttribute("role")).toBe("img");
      expect(figure.getAttribute("lang")).toBe(options.language);
      expect(figure.querySelectorAll("[aria-label]")).toHaveLength(0);
      expect(figure.querySelector("title")?.textContent).not.toBe("");
    }
    const isOfDays = name === "responseFigure";
    expect(inWords(draw(german))).toContain(isOfDays ? "begonnen" : "Wissenstransfer");
    expect(inWords(draw(english))).toContain(isOfDays ? "begun" : "Knowledge transfer");
  });

  test("keeps every number finite and inside its width, from telephones to desks", () => {
    for (const widthPx of [360, 460, 540, 760]) {
      const markup = figureMarkup(drawn(draw({ ...german, widthPx })));
      expect(markup).not.toMatch(/NaN|Infinity|undefined/);
      expect(markup).toContain(`width="${widthPx}"`);
    }
  });

  test("is a file of its own that says when its data are simulated", () => {
    const markup = figureMarkup(drawn(draw({ ...german, isSimulated: true })));
    expect(markup).toContain(">Simulierte Daten<");
    expect(markup.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|url\(|var\(/);
    expect([...markup.matchAll(/&(\w+);/g)].map((entity) => entity[1])).not.toContain("nbsp");
  });
});

describe("rankProbabilityFigure", () => {
  test("writes whole per cents and never rounds to certainty", () => {
    const figure = drawn(rankProbabilityFigure(probabilities, german));
    expect(texts(figure)).toContain(">99");
    expect(texts(figure)).toContain("<1");
    expect(inWords(figure)).toContain(
      "2. Passgenauer Austausch: Rang 1 5\u00a0%, Rang 2 90\u00a0%",
    );
  });

  test("draws nothing without items", () => {
    expect(
      rankProbabilityFigure({ id: "x", items: [], probabilities: [] }, german),
    ).toBeUndefined();
  });

  test("fields grow darker with the shade, and leap at one half", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          expect(fieldOpacity(Math.min(a, b))).toBeLessThanOrEqual(fieldOpacity(Math.max(a, b)));
        },
      ),
    );
    expect(fieldOpacity(0.51) - fieldOpacity(0.5)).toBeGreaterThan(0.3);
    expect(fieldOpacity(1)).toBeLessThanOrEqual(1);
  });
});

describe("pairwiseFigure", () => {
  test("shares of a pair sum to 100 and are said once, from the side of the majority", () => {
    const data = {
      id: "x",
      items: figureItems.slice(0, 2),
      preferred: [
        [0, 30],
        [70, 0],
      ],
    };
    const figure = drawn(pairwiseFigure(data, english));
    expect(texts(figure)).toEqual(
      expect.arrayContaining(["30", "70", "Respondents per pair: 100."]),
    );
    expect(inWords(figure)).toBe("Exchange that fits before Knowledge transfer: 70% (n = 100).");
  });

  test("a pair nobody compared gets a dash, and no pair at all no figure", () => {
    const items = figureItems.slice(0, 3);
    const preferred = [
      [0, 4, 0],
      [1, 0, 0],
      [0, 0, 0],
    ];
    expect(texts(drawn(pairwiseFigure({ id: "x", items, preferred }, german)))).toContain("–");
    const empty = preferred.map((row) => row.map(() => 0));
    expect(pairwiseFigure({ id: "x", items, preferred: empty }, german)).toBeUndefined();
  });
});

describe("rankDistributionFigure", () => {
  test("draws one bar per item and rank, and one for the unranked if there are any", () => {
    expect(drawn(rankDistributionFigure(ranks, german)).querySelectorAll("rect")).toHaveLength(64);
    const unranked = figureItems.map((_, index) => (index === 2 ? 9 : 0));
    const figure = drawn(rankDistributionFigure({ ...ranks, unranked }, german));
    expect(figure.querySelectorAll("rect")).toHaveLength(72);
    expect(inWords(figure)).toMatch(/Kontakte knüpfen \(n = \d+\): .*ohne Rang \d/);
  });

  test("draws nothing if nobody ranked anything", () => {
    const counts = exampleRankCounts.map((row) => row.map(() => 0));
    expect(rankDistributionFigure({ ...ranks, counts }, german)).toBeUndefined();
  });
});

describe("slopeFigure", () => {
  test("names groups with their n and items in the order of each group", () => {
    const words = inWords(slopeFigure(exampleSlope, german));
    expect(words).toContain(
      "Leitung oder Koordination (n = 84), mittlerer Rang: 1. Gemeinsame Ergebnisse 2,40; 2. Wissenstransfer 3,10",
    );
    expect(words).toContain("Mitarbeitende (n = 187), mittlerer Rang: 1. Wissenstransfer 2,20");
  });

  test("breaks the line of an item where a group has no value", () => {
    const places = slopePlaces(exampleSlopeThree);
    expect(places[7]).toEqual([7, undefined, 5]);
    const figure = drawn(slopeFigure(exampleSlopeThree, english));
    expect(figure.querySelectorAll("circle")).toHaveLength(23);
    expect(inWords(figure)).toContain("– Shared voice –");
  });

  test("draws nothing for a single group", () => {
    const groups = exampleSlope.groups.slice(0, 1);
    expect(slopeFigure({ ...exampleSlope, groups }, german)).toBeUndefined();
  });
});

describe("mixtureFigure", () => {
  test("says the share of every class with its interval, and leaves out an interval that is absent", () => {
    const shown = texts(drawn(mixtureFigure(exampleClasses, german)));
    expect(shown).toContain("Gruppe 2: 21\u00a0% (14–29\u00a0%) der Befragten");
    expect(shown).toContain("Gruppe 3: 17\u00a0% der Befragten");
  });

  test("draws nothing without classes", () => {
    expect(mixtureFigure({ ...exampleClasses, classes: [] }, german)).toBeUndefined();
  });
});

describe("importancePerformanceFigure", () => {
  test("names the quarter of every item in words", () => {
    const words = inWords(importancePerformanceFigure(exampleImportance, german));
    expect(words).toMatch(/Passgenauer Austausch: .* – zuerst verbessern/);
    expect(words).toMatch(/Wissenstransfer: .* – so weiter/);
    expect(words).toMatch(/Sichtbarkeit: .* – mehr als nötig\?/);
  });

  test("explains numbers below where labels have no room", () => {
    const narrow = importancePerformanceFigure(exampleImportance, { ...german, widthPx: 360 });
    expect(texts(drawn(narrow))).toContain("5 Gemeinsame Ergebnisse");
    expect(texts(drawn(importancePerformanceFigure(exampleImportance, german)))).not.toContain(
      "5 Gemeinsame Ergebnisse",
    );
  });

  test("draws points that all coincide, but not a single one", () => {
    const points = exampleImportance.points.map((point) => ({
      ...point,
      importance: 3,
      performance: 3,
    }));
    const same = importancePerformanceFigure({ ...exampleImportance, points }, german);
    expect(figureMarkup(drawn(same))).not.toMatch(/NaN/);
    const one = points.slice(0, 1);
    expect(
      importancePerformanceFigure({ ...exampleImportance, points: one }, german),
    ).toBeUndefined();
  });

  test("labelPlaces gives up if one label has no room", () => {
    const point = { xPx: 50, yPx: 50, lines: ["a label that is far too long"] };
    const frame = { heightPx: 100, fontPx: 13, taken: [] };
    expect(labelPlaces([point], { ...frame, widthPx: 100 })).toBeUndefined();
    expect(labelPlaces([point], { ...frame, widthPx: 600 })).toHaveLength(1);
  });

  test("axisRange holds all values between a few round ticks", () => {
    expect(axisRange([2.9, 5.2]).ticks).toEqual([2.5, 3, 3.5, 4, 4.5, 5, 5.5]);
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 9 }), (values) => {
        fc.pre(Math.max(...values) - Math.min(...values) > 1e-3);
        const { low, high, ticks } = axisRange(values);
        expect(low).toBeLessThanOrEqual(Math.min(...values));
        expect(high).toBeGreaterThanOrEqual(Math.max(...values));
        expect(ticks.length).toBeGreaterThanOrEqual(4);
        expect(ticks.length).toBeLessThanOrEqual(9);
      }),
    );
  });
});

describe("likertFigure", () => {
  test("says n and the missing of every item, and writes a dash for an item nobody answered", () => {
    const figure = drawn(likertFigure(exampleLikert, german));
    expect(texts(figure)).toContain("281 (11)");
    const words = inWords(figure);
    expect(words).toContain(
      "Wissenstransfer (n = 281, 11 ohne Angabe): Stimme überhaupt nicht zu 1\u00a0%",
    );
    expect(words).toContain(
      "Gemeinsame Ergebnisse (n = 0, 292 ohne Angabe): Stimme überhaupt nicht zu –",
    );
  });

  test("puts a middle option on both sides of the line alike", () => {
    const options = exampleLikert.options.slice(0, 3);
    const data = {
      ...exampleLikert,
      options,
      items: figureItems.slice(0, 1),
      counts: [[0, 10, 0]],
      missing: [0],
    };
    const figure = drawn(likertFigure(data, german));
    const bar = [...figure.querySelectorAll("rect")].at(-1);
    const middlePx = Number(bar?.getAttribute("x")) + Number(bar?.getAttribute("width")) / 2;
    const zero = figure.querySelector('g[stroke="#1c2126"] line') ?? undefined;
    expect(Number(zero?.getAttribute("x1"))).toBeCloseTo(middlePx, 6);
  });

  test("draws nothing if nobody answered", () => {
    const counts = exampleLikert.counts.map((row) => row.map(() => 0));
    expect(likertFigure({ ...exampleLikert, counts }, german)).toBeUndefined();
  });
});

describe("estimateFigure", () => {
  test("says every number with its interval, and a dash where there is none", () => {
    const words = inWords(estimateFigure(exampleEstimates, german));
    expect(words).toContain(
      "1. Wissenstransfer: Rangfolge 1,20 (95\u2011%\u2011Intervall 1,00 bis 1,40), MaxDiff 1,00",
    );
    expect(words).toContain("4. Gegenseitige Beratung: Rangfolge 0,30");
    expect(words).toContain("MaxDiff –");
    expect(words).toContain("Gestrichelte Linie: Mittel (0).");
  });

  test("needs no legend for one series, and draws nothing without a number", () => {
    const one = { ...exampleEstimates, series: exampleEstimates.series.slice(0, 1) };
    expect(texts(drawn(estimateFigure(one, german)))).not.toContain("Rangfolge");
    const items = one.items.map((item) => ({ ...item, estimates: [undefined] }));
    expect(estimateFigure({ ...one, items }, german)).toBeUndefined();
  });
});

describe("responseFigure", () => {
  test("says every day's figures, and draws who was invited as a line to reach", () => {
    const figure = drawn(responseFigure(response, german));
    expect(inWords(figure)).toBe(
      "eingeladen: 120. 02.11.2026: begonnen 12, vollständig 9, vorzeitig abgesendet 0; 03.11.2026: begonnen 31, vollständig 22, vorzeitig abgesendet 5; 09.11.2026: begonnen 64, vollständig 51, vorzeitig abgesendet 8.",
    );
    expect(texts(figure)).toEqual(
      expect.arrayContaining(["eingeladen: 120", "begonnen", "2. Nov."]),
    );
  });

  test("of open studies knows nobody asked; one day is drawn, none is not", () => {
    const one = { ...response, invited: 0, days: response.days.slice(0, 1) };
    const figure = drawn(responseFigure(one, english));
    expect(figureMarkup(figure)).not.toMatch(/NaN|Infinity/);
    expect(texts(figure)).not.toContain("begun");
    expect(responseFigure({ ...one, days: [] }, english)).toBeUndefined();
  });
});

describe("powerFigure", () => {
  test("says the share at every size, and marks each line at its end", () => {
    const figure = drawn(powerFigure(examplePower, english));
    expect(inWords(figure)).toContain("Knowledge transfer: n = 50: 10%, n = 100: 20%");
    expect(texts(figure)).toEqual(expect.arrayContaining(["1/2", "7/8", "target: 80%"]));
  });

  test("draws a single size, and nothing without lines", () => {
    const lines = examplePower.lines.map((line) => ({ ...line, points: line.points.slice(0, 1) }));
    const figure = drawn(powerFigure({ ...examplePower, lines }, german));
    expect(figureMarkup(figure)).not.toMatch(/NaN|Infinity/);
    expect(powerFigure({ ...examplePower, lines: [] }, german)).toBeUndefined();
  });

  test("spreadPlaces keeps order and gaps, and moves nothing that has room", () => {
    expect(spreadPlaces([10, 10, 50], { gap: 20, most: 100 })).toEqual([0, 20, 50]);
    expect(spreadPlaces([100, 100], { gap: 20, most: 100 })).toEqual([80, 100]);
    const wanted = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(wanted, (all) => {
        const places = spreadPlaces(all, { gap: 17, most: 300 });
        const sorted = places.toSorted((a, b) => a - b);
        for (const [index, place] of sorted.entries()) {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(300 + 1e-9);
          expect(place - (sorted[index - 1] ?? -17)).toBeGreaterThanOrEqual(17 - 1e-9);
        }
      }),
    );
  });
});
