import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReportTable } from "../report/report.ts";
import { terminalTable } from "./terminal-table.ts";

const table: ReportTable = {
  caption: "",
  columns: [
    { label: "Place", align: "right" },
    { label: "Option", align: "left" },
    { label: "Mean rank", align: "right" },
    { label: "Median", align: "right", isDetail: true },
    { label: "Share among the first 3", align: "right" },
  ],
  lines: [["1", "Knowledge transfer between people", "2.47", "2", "78%"]],
};

const linesOf = (width: number) => terminalTable(table, width).split("\n");

test("terminalTable shows everything on one line where there is room", () => {
  expect(linesOf(120)).toEqual([
    "Place  Option                             Mean rank  Median  Share among the first 3",
    "─────  ─────────────────────────────────  ─────────  ──────  ───────────────────────",
    "    1  Knowledge transfer between people       2.47       2                      78%",
  ]);
});

test("terminalTable first breaks cells, then leaves out details, then continues below", () => {
  expect(linesOf(56).join("\n")).toContain("Median");
  expect(linesOf(36).join("\n")).not.toContain("Median");
  const narrow = terminalTable(table, 30).split("\n\n");
  expect(narrow).toHaveLength(2);
  for (const block of narrow) expect(block).toContain("Knowledge");
});

test("terminalTable is never wider than the terminal, whatever the cells hold", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "b", " ", "\u00a0", "7"), maxLength: 60 });
  const shape = fc.record({
    lines: fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
    width: fc.integer({ min: 40, max: 120 }),
  });
  fc.assert(
    fc.property(shape, ({ lines, width }) => {
      const columns = lines[0]?.map((label, index) => ({
        label,
        align: index % 2 === 0 ? ("right" as const) : ("left" as const),
      }));
      const text = terminalTable({ caption: "", columns: columns ?? [], lines }, width);
      for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
    }),
  );
});
