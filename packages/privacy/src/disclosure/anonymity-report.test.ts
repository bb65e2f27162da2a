import { describe, expect, test } from "vitest";
import { anonymityInWords } from "./anonymity-in-words.ts";
import { anonymityReport } from "./anonymity-report.ts";

/** Six leads and seven members, five of them in the north, then a lonely one and two in the south. */
const columns = new Map([
  ["d-role", ["l", "l", "l", "l", "l", "l", "m", "m", "m", "m", "m", "m", "m", "m"]],
  ["d-place", ["n", "n", "n", "n", "n", "s", "n", "n", "n", "n", "n", "s", "s", "-95"]],
]);
const quasiIdentifiers = ["d-role", "d-place"];

describe("D7: microdata", () => {
  test("rows that share their details with fewer than four others are listed, rarest first", () => {
    const report = anonymityReport(columns, { quasiIdentifiers });
    expect(report).toMatchObject({ k: 5, rows: 14, combinations: 5, smallRows: 4, aloneRows: 2 });
    expect(
      report.small.map(({ values, rows }) => [values["d-role"], values["d-place"], rows]),
    ).toEqual([
      ["l", "s", 1],
      ["m", "missing", 1],
      ["m", "s", 2],
    ]);
  });

  test("the change that helps most is suggested first", () => {
    const { suggestions } = anonymityReport(columns, { quasiIdentifiers });
    expect(suggestions[0]).toEqual({ kind: "leave-out", variable: "d-place", smallRows: 0 });
  });

  test("neighbours are merged where values have an order", () => {
    const ages = new Map([["d-age", [..."aaaaabbcccccc"]]]);
    const orders = new Map([["d-age", ["a", "b", "c"]]]);
    const report = anonymityReport(ages, { quasiIdentifiers: ["d-age"], orders });
    expect(report.suggestions).toContainEqual({
      ...{ kind: "merge", variable: "d-age", values: ["a", "b"], smallRows: 0 },
    });
  });

  test("the report can be read in both languages", () => {
    const [first] = anonymityInWords(anonymityReport(columns, { quasiIdentifiers }));
    expect(first?.en).toContain("Of 14 rows, 4 share their details with fewer than 4 others");
    expect(first?.de).toContain("Von 14 Zeilen teilen 4 ihre Angaben");
    const none = anonymityReport(columns, { quasiIdentifiers: ["d-role"] });
    expect(anonymityInWords(none)).toHaveLength(1);
  });

  test("what cannot be reported on is refused", () => {
    expect(() => anonymityReport(columns, { quasiIdentifiers: [] })).toThrow(RangeError);
    expect(() => anonymityReport(columns, { quasiIdentifiers: ["d-age"] })).toThrow("d-age");
    expect(() => anonymityReport(columns, { quasiIdentifiers, k: 1 })).toThrow(RangeError);
  });
});
