import { describe, expect, test } from "vitest";
import { codeCategories } from "./coded-units.ts";
import { type CodedUnitsOptions, codedUnitsFromCsv } from "./coded-units-csv.ts";
import { doubtfulCodes } from "./doubtful-codes.ts";

type Options = Omit<CodedUnitsOptions, "fileName" | "level"> & Partial<CodedUnitsOptions>;

const read = (text: string, options: Options = {}) =>
  codedUnitsFromCsv(text, { fileName: "codes.csv", level: "nominal", ...options });

function unitsOf(text: string, options: Options = {}) {
  const found = read(text, options);
  if (!found.ok) throw new Error(found.issues.map(({ message }) => message.en).join(" "));
  return found.value;
}

/** What a person would read: where it is and what it is. */
const complaints = (text: string, options: Options = {}) => {
  const found = read(text, options);
  return found.ok ? [] : found.issues.map(({ path, message }) => `${path}: ${message.en}`);
};

describe("codedUnitsFromCsv", () => {
  test("reads units, coders and codes; an empty field is not coded", () => {
    const units = unitsOf('unit,A,B\n1,x,y\n\n"2, later",,x\n');
    expect(units).toMatchObject({
      ...{ units: ["1", "2, later"], coders: ["A", "B"], isSetValued: false },
      cells: [
        [["x"], ["y"]],
        [null, ["x"]],
      ],
    });
    expect(codeCategories(units).labels).toEqual([["x"], ["y"]]);
  });

  test.each([
    ["semicolons and a byte order mark", "\uFEFFunit;A;B\r\n1;1,5;2\r\n"],
    ["tabs", "unit\tA\tB\n1\t1.5\t2\n"],
    ["the unit in the last column", "A,B,unit\n1.5,2,1\n"],
  ])("reads %s", (_, text) => {
    const units = unitsOf(text, { level: "interval" });
    const { data } = codeCategories(units);
    expect([...data.values]).toEqual([1.5, 2]);
    expect([...data.cells]).toEqual([0, 1]);
  });

  test("keeps the order of numbers, also where words would sort otherwise", () => {
    const { labels } = codeCategories(
      unitsOf("unit,A,B\n1,10,9\n2,−1,9.0\n", { level: "ordinal" }),
    );
    expect(labels).toEqual([["-1"], ["9"], ["10"]]);
  });

  test("parts sets of codes; the separator alone is the empty set, which is not the same as nothing", () => {
    const units = unitsOf("unit,A,B\n1,b | a,a|b\n2,|,\n", { setSeparator: "|" });
    expect(units.cells).toEqual([
      [
        ["b", "a"],
        ["a", "b"],
      ],
      [[], null],
    ]);
    const { data, labels } = codeCategories(units);
    expect(labels).toEqual([["a", "b"], []]);
    expect([...data.cells]).toEqual([0, 0, 1, -1]);
  });

  test("compares only the columns asked for", () => {
    expect(unitsOf("unit,text,A,B\n1,hello,x,y\n", { coders: ["B", "A"] })).toMatchObject({
      coders: ["B", "A"],
      cells: [[["y"], ["x"]]],
    });
  });

  test.each<[string, string, Options, string[]]>([
    [
      "an empty file",
      "",
      {},
      ["codes.csv: The heading is missing, a column has no name, or two have the same."],
    ],
    ["no column unit", "id,A\n1,x\n", {}, ["codes.csv: There is no column unit."]],
    ["no coder", "unit\n1\n", {}, ["codes.csv: There is no column beside unit."]],
    [
      "an unknown coder",
      "unit,A\n1,x\n",
      { coders: ["A", "Z"] },
      ["codes.csv: There is no column Z."],
    ],
    [
      "a short line",
      "unit,A,B\n1,x\n",
      {},
      ["codes.csv:2: The line has more or fewer fields than the heading."],
    ],
    ["a unit without a name", "unit,A\n,x\n", {}, ["codes.csv:2, unit: The unit has no name."]],
    [
      "a unit twice",
      "unit,A\n1,x\n2,x\n1,y\n",
      {},
      ['codes.csv:4, unit: The unit "1" stands in line 2 already.'],
    ],
    [
      "words at a level of numbers",
      "unit,A,B\n1,low,2\n2,1e3,NA\n",
      { level: "ordinal" },
      [
        'codes.csv:2, A: "low" is not a number.',
        'codes.csv:3, A: "1e3" is not a number.',
        'codes.csv:3, B: "NA" is not a number.',
      ],
    ],
    [
      "a negative ratio",
      "unit,A\n1,-2\n",
      { level: "ratio" },
      ['codes.csv:2, A: "-2" is below 0.'],
    ],
    [
      "sets with holes and repetitions",
      "unit,A,B\n1,a||b,a|\n2,a|a,a\n",
      { setSeparator: "|" },
      [
        'codes.csv:2, A: "a||b" lacks a code between two separators.',
        'codes.csv:2, B: "a|" lacks a code between two separators.',
        'codes.csv:3, A: "a|a" names "a" twice.',
      ],
    ],
  ])("refuses %s", (_, text, options, expected) => {
    expect(complaints(text, options)).toEqual(expected);
  });

  test("names the first twenty faults and counts the rest", () => {
    const lines = Array.from({ length: 30 }, (_, unit) => `${unit},word`);
    const found = complaints(`unit,A\n${lines.join("\n")}\n`, { level: "interval" });
    expect(found).toHaveLength(21);
    expect(found.at(-1)).toBe("codes.csv: 10 further lines are faulty.");
  });
});

describe("doubtfulCodes", () => {
  const said = (text: string, options: Options = {}) =>
    doubtfulCodes(unitsOf(text, options)).map(({ en }) => en);

  test("asks about words that may mean missing", () => {
    expect(said("unit,A,B\n1,NA,x\n2,NA,n/a\n")).toEqual([
      "“NA” is a code like any other here (2 times). If it means “not coded”, empty these fields.",
      "“n/a” is a code like any other here (once). If it means “not coded”, empty these fields.",
    ]);
  });

  test("does not take a slash in such a word for a separator", () => {
    expect(said("unit,A,B\n1,n/a,a\n")).toHaveLength(1);
  });

  test("asks about spellings", () => {
    expect(said("unit,A,B\n1,Zeit,zeit\n2,x,x\n")).toEqual([
      "These codes differ in spelling only and count as different: “Zeit”, “zeit”.",
    ]);
  });

  test("asks about several codes in one field, unless they are read as such", () => {
    const text = "unit,A,B\n1,a|b,a\n2,b,b\n";
    expect(said(text)).toEqual([
      '“a|b” is a single code here. If these are several, name --set-separator "|".',
    ]);
    expect(said(text, { setSeparator: "|" })).toEqual([]);
  });

  test("has nothing to say about plain codes with such signs", () => {
    expect(said("unit,A,B\n1,Zeit/Geld,Raum\n2,C-R1,C-T\n")).toEqual([]);
  });
});
