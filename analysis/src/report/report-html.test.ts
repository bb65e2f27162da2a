import { expect, test } from "vitest";
import type { Report } from "./report.ts";
import { reportHtml } from "./report-html.ts";

const report: Report = {
  language: "en",
  title: "A <title>",
  isSimulated: false,
  warnings: [],
  facts: [],
  sections: [
    {
      heading: "Heading",
      sentences: ["Use --check-draws 49 for “Time” (ro-2), not for (all of them)."],
      tables: [],
      figures: [],
    },
  ],
  method: [],
  notes: [],
  assumptions: [],
};

test("an option of a command and a short name in brackets stay on one line", () => {
  const html = reportHtml(report, new Map());
  expect(html).toContain('<span class="whole">--check-draws</span> 49');
  expect(html).toContain('<span class="whole">(ro-2)</span>, not for (all of them).');
});

test("text never becomes markup", () => {
  expect(reportHtml(report, new Map())).toContain("<h1>A &lt;title&gt;</h1>");
});
