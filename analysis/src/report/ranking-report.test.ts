import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { type ExampleRow, smallDataset } from "../example/small-dataset.ts";
import { rankDrivers } from "../ranking/rank-drivers.ts";
import { figureMarkups } from "./figure-markups.ts";
import { rankingCsv } from "./ranking-csv.ts";
import { rankingDocument } from "./ranking-json.ts";
import { rankingReport } from "./ranking-report.ts";
import { readableJson } from "./readable-json.ts";
import { reportHtml } from "./report-html.ts";
import { reportMarkdown } from "./report-markdown.ts";

function partsOf(rows: readonly ExampleRow[], isSimulated = false) {
  const dataset = smallDataset(rows, { options: 3, isSimulated });
  const table = rankDrivers(dataset, { draws: 50, seed: 3 });
  return { manifest: dataset.manifest, table, softwareVersion: "9.9.9" };
}

const three: ExampleRow[] = [
  [1, 2, 3],
  [1, 3, 2],
  [2, 1, 3],
];

test("numbers and days follow the language", () => {
  const german = reportMarkdown(rankingReport(partsOf(three), "de"));
  const english = reportMarkdown(rankingReport(partsOf(three), "en"));
  expect(german).toMatch(/\| +1 \| Mehrwert vd-1 \| +1,33 \|/);
  expect(german).toContain("23. November 2026");
  expect(english).toMatch(/\| +1 \| Driver vd-1 +\| +1.33 \|/);
  expect(english).toContain("23 November 2026");
});

test("simulated data and groups too small to publish are marked before any number", () => {
  const markdown = reportMarkdown(rankingReport(partsOf(three, true), "en"));
  expect(markdown.indexOf("SIMULATED DATA")).toBeLessThan(markdown.indexOf("Driver vd-1"));
  expect(markdown).toContain("Do not publish them");
  const ten = Array.from({ length: 10 }, (): ExampleRow => [1, 2, 3]);
  expect(reportMarkdown(rankingReport(partsOf(ten), "en"))).not.toContain("> **");
});

test("every result stands in a sentence, and an order that may be chance is called so", () => {
  const sentences = rankingReport(partsOf(three), "en").sections[0]?.sentences.join(" ");
  expect(sentences).toContain("Most valued is “Driver vd-1”: mean rank 1.33");
  expect(sentences).toContain("Not settled is the order between");
  expect(sentences).toContain("Mere chance may explain this as well");
});

test("a report of nobody has dashes, no method and no assumption", () => {
  const report = rankingReport(partsOf([]), "de");
  expect(report.sections[0]?.tables[0]?.lines[0]?.slice(0, 2)).toEqual(["–", "Mehrwert vd-1"]);
  expect(report.sections[0]?.sentences).toEqual([]);
  expect(report.method).toEqual([]);
  expect(report.assumptions).toEqual([]);
  expect(report.notes).toEqual(["Noch niemand hat geordnet."]);
  expect(JSON.stringify(report)).not.toContain("NaN");
});

test("every number of the JSON document has its name, n, and for intervals method, seed and draws", () => {
  const document = rankingDocument(partsOf(three));
  expect(document.statistics[0]).toEqual({
    name: "mean-rank",
    item: "vd-1",
    value: 4 / 3,
    n: 3,
    interval: {
      lower: expect.any(Number),
      upper: expect.any(Number),
      level: 0.95,
      method: "percentile bootstrap",
      seed: 3,
      draws: 50,
    },
  });
  expect(document.software).toEqual({ name: "mehrwert", version: "9.9.9" });
  for (const { name, value, n } of document.statistics) {
    expect(document.methods[name].de).not.toBe("");
    expect(Number.isFinite(value)).toBe(true);
    expect(n).toBe(3);
  }
});

test("readableJson means the same as JSON and keeps short lists on one line", () => {
  const value = { a: [1, 2], b: [[1], ["[", "]"]], c: [{ d: [] }], e: "x".repeat(120), f: [] };
  expect(JSON.parse(readableJson(value))).toEqual(value);
  expect(readableJson({ a: [1, 2] })).toBe('{\n  "a": [1, 2]\n}\n');
  const long = { a: Array.from({ length: 60 }, (_, index) => index) };
  expect(JSON.parse(readableJson(long))).toEqual(long);
});

test("the CSV has full precision, empty cells where nothing exists, and what each line rests on", () => {
  const [header = "", first = ""] = rankingCsv(partsOf(three)).split("\r\n");
  const names = header.split(",");
  const cells = first.split(",");
  const cell = (name: string) => cells[names.indexOf(name)];
  expect(cell("mean_rank")).toBe(String(4 / 3));
  expect(cell("n_complete")).toBe("3");
  expect(cell("bootstrap_seed")).toBe("3");
  const [, nobody = ""] = rankingCsv(partsOf([])).split("\r\n");
  expect(nobody.split(",")[names.indexOf("mean_rank")]).toBe("");
});

test("the HTML page asks for nothing from outside and shows texts as they are", () => {
  const parts = partsOf(three);
  const [row] = parts.table.rows;
  if (row !== undefined) row.label = { de: "<script>alert(1)</script>", en: 'a "b" & <c>' };
  const report = rankingReport(parts, "de");
  const empty = parseHTML("<!doctype html><html><body></body></html>").document;
  const html = reportHtml(report, figureMarkups(report, empty));
  const { document } = parseHTML(html);
  expect(html).not.toMatch(/<script|(src|href)=|url\(|@import/);
  expect(html).toContain("&lt;script&gt;");
  expect(document.documentElement.getAttribute("lang")).toBe("de");
  expect(document.querySelectorAll("figure svg")).toHaveLength(4);
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(document.querySelector("table caption")?.textContent).toContain("Rangfolge in Zahlen");
  expect(document.querySelectorAll("tbody tr")).toHaveLength(3);
  expect(document.querySelector("h1")?.textContent).toBe("Rangtabelle: Kleine Studie");
});

test("Markdown shows pipes, brackets and stars of a label as they are", () => {
  const parts = partsOf(three);
  const [row] = parts.table.rows;
  if (row !== undefined) row.label = { de: "a|b *c* [d]", en: "x" };
  expect(reportMarkdown(rankingReport(parts, "de"))).toContain("a\\|b \\*c\\* \\[d\\]");
});

test("a report warns when few complete rankings stand behind mean ranks, however many answered in part", () => {
  const complete: ExampleRow = [1, 2, 3];
  const partial: ExampleRow = [1, undefined, undefined];
  const rows = (whole: number, part: number) => [
    ...Array.from({ length: whole }, () => complete),
    ...Array.from({ length: part }, () => partial),
  ];
  expect(rankingReport(partsOf(rows(3, 12)), "en").warnings.join()).toContain("Fewer than 10");
  expect(rankingReport(partsOf(rows(3, 12)), "de").warnings.join()).toContain("Weniger als 10");
  expect(rankingReport(partsOf(rows(12, 12)), "en").warnings).toEqual([]);
});
