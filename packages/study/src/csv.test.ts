import fc from "fast-check";
import { expect, test } from "vitest";
import { csvTable, csvText } from "./csv.ts";

test("csvTable reads what spreadsheets write: semicolons, line breaks in cells, a byte-order mark", () => {
  const { columns, rows, complaint } = csvTable('\uFEFFa;b\r\n1;"x\r\ny"\r\n\r\n2;z');
  expect({ columns, complaint }).toEqual({ columns: ["a", "b"], complaint: undefined });
  expect(rows).toEqual([
    { line: 2, cells: ["1", "x\ny"] },
    { line: 5, cells: ["2", "z"] },
  ]);
  expect(csvTable('a,b\n"x,1').complaint).toBeDefined();
  expect(csvTable("")).toEqual({ columns: [], rows: [], complaint: undefined });
});

test("csvTable gives back what csvText wrote", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\n", " ", "ä") });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (cells) => {
      const full = cells.filter((row) => row.some((each) => each.trim() !== ""));
      const { rows } = csvTable(csvText([["one", "two"], ...cells]));
      expect(rows.map((row) => row.cells)).toEqual(full);
    }),
  );
});
