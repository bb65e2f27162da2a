import { type AlphaLevel, type ReliabilityData, reliabilityData } from "@mehrwert/statistics";
import type { OriginFact } from "../text-table/study-origin.ts";

/**
 * What coders gave to units: cells[unit][coder] lists the codes as written, null where the coder gave none to this unit.
 *
 * Not set-valued: every list holds one code. Set-valued: any number; an empty list says "looked, no code".
 */
export type CodedUnits = {
  /** Names the data in titles, such as the name of a file. */
  source: string;
  /** Where they come from: a file, or documents and the version of the codebook. */
  origin: OriginFact[];
  units: string[];
  coders: string[];
  cells: (readonly string[] | null)[][];
  isSetValued: boolean;
  /** At the other levels than nominal every code is a number. */
  level: AlphaLevel;
};

/** Codes in compact form; labels[category] lists the codes that stand for the category, several for a set. */
export type CodeCategories = { data: ReliabilityData; labels: (readonly string[])[] };

/**
 * Each different code, or each different set of codes, becomes a category; numbers keep their order.
 *
 * @example codeCategories({ …, cells: [[["a"], ["b"]]] }).labels // [["a"], ["b"]]
 */
export function codeCategories({ cells, coders, level }: CodedUnits): CodeCategories {
  // Without any unit the rows could not say how many coders there are.
  const dataOf = (rows: (number | null)[][]) => {
    return { ...reliabilityData(rows), coderCount: coders.length };
  };
  if (level !== "nominal") {
    const data = dataOf(
      cells.map((row) => row.map((codes) => (codes === null ? null : numberIn(codes[0] ?? "")))),
    );
    return { data, labels: Array.from(data.values, (value) => [String(value)]) };
  }
  const written = new Map<string, readonly string[]>();
  const keyed = cells.map((row) =>
    row.map((codes) => {
      if (codes === null) return null;
      const set = [...codes].sort();
      const key = JSON.stringify(set);
      if (!written.has(key)) written.set(key, set);
      return key;
    }),
  );
  const keys = [...written.keys()].sort();
  const categoryOf = new Map(keys.map((key, category) => [key, category]));
  const data = dataOf(
    keyed.map((row) => row.map((key) => (key === null ? null : (categoryOf.get(key) ?? null)))),
  );
  return { data, labels: keys.map((key) => written.get(key) ?? []) };
}

/** A number as people type it, with decimal point or comma; NaN if it is none. */
export function numberIn(text: string): number {
  return /^[-−]?\d+([.,]\d+)?$/.test(text)
    ? Number(text.replace(",", ".").replace("−", "-"))
    : Number.NaN;
}
