import { expect, test } from "vitest";
import { numberWriter } from "./figures/number-writer.ts";
import { inHundred, isOneInHundred } from "./interval-format.ts";
import { formatNumber } from "./number-format.ts";
import { reportHtml } from "./report/report-html.ts";
import { reportMarkdown } from "./report/report-markdown.ts";

test("formatNumber writes one minus sign, a true one, and never minus zero", () => {
  expect(formatNumber(-1234.5, "de", 1)).toBe("−1.234,5");
  expect(formatNumber(-0.5, "en", 2)).toBe("−0.50");
  expect(formatNumber(-0.001, "en", 2)).toBe("0.00");
});

test("meanInterval puts no dash beside a minus sign", () => {
  expect(numberWriter("de").meanInterval([-0.3, -0.1])).toBe("−0,30 bis −0,10");
  expect(numberWriter("en").meanInterval([0.1, 0.3])).toBe("0.10–0.30");
});

test("inHundred says 0 only of nobody, and isOneInHundred where the verb is singular", () => {
  expect(inHundred(0, "de")).toBe("0 von 100");
  expect(inHundred(0.001, "de")).toBe("weniger als 1 von 100");
  expect([0.001, 0.0149].map(isOneInHundred)).toEqual([true, true]);
  expect([0, 0.015, 0.3].map(isOneInHundred)).toEqual([false, false, false]);
});

const report = {
  ...{ language: "de" as const, title: "T", isSimulated: false, sections: [], assumptions: [] },
  warnings: [],
  facts: [],
  method: ["1. Zuerst", "2. Danach"],
  notes: ["Intervalle: 95 % (p < 0,05).", "1. Rang für alle"],
};

test("a Markdown report numbers lines that count themselves, and no others", () => {
  const markdown = reportMarkdown(report);
  expect(markdown).toContain("\n\n1. Zuerst\n2. Danach\n");
  expect(markdown).toContain("\n- 1\\. Rang für alle\n");
});

test("an HTML report keeps signs and per cent beside their numbers", () => {
  expect(reportHtml(report, new Map())).toContain("95\u00a0% (p\u00a0&lt;\u00a00,05)");
});
