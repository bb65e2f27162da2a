import type { Issue, Result } from "@mehrwert/study";
import {
  fewIssues,
  noColumnIssue,
  type TextTable,
  tableIssue,
  textTable,
} from "../text-table/text-table.ts";
import type { ScaleSource, ScalesSource } from "./scale-source.ts";

/** What the person says about a file of ratings. */
export type RatingFileOptions = {
  fileName: string;
  items?: readonly string[];
  reverse?: readonly string[];
  range?: [lowest: number, highest: number];
};

/**
 * One scale from a table with one column per item: a field is a rating, empty = not rated, decimal point or comma.
 *
 * @returns everything that is wrong, by line
 */
export function ratingsFromCsv(text: string, options: RatingFileOptions): Result<ScalesSource> {
  const { fileName, reverse = [] } = options;
  const table = textTable(text, fileName);
  if (!table.ok) return table;
  const items = [...(options.items ?? table.value.columns)];
  const unknown = [
    ...items.filter((item) => !table.value.columns.includes(item)),
    ...reverse.filter((item) => !items.includes(item)),
  ];
  if (unknown.length > 0)
    return {
      ok: false,
      issues: unknown.map((item) => noColumnIssue(fileName, item, table.value.columns)),
    };
  const cells = ratingsIn(table.value, items, options);
  if (!cells.ok) return cells;
  const range = options.range ?? (reverse.length > 0 ? observedRange(cells.value) : undefined);
  const scale: ScaleSource = {
    scale: fileName,
    label: { de: fileName, en: fileName },
    items: items.map((item) => ({
      item,
      label: { de: item, en: item },
      isReversed: reverse.includes(item),
    })),
    rows: cells.value,
    ...(range !== undefined && { range }),
    isRangeObserved: range !== undefined && options.range === undefined,
  };
  return {
    ok: true,
    value: {
      scales: [scale],
      title: { de: fileName, en: fileName },
      isSimulated: false,
      respondents: cells.value.length,
      origin: [{ label: { de: "Datei", en: "File" }, value: fileName }],
      isFile: true,
      notes: [],
    },
    warnings: [],
  };
}

function ratingsIn(
  { columns, rows }: TextTable,
  items: readonly string[],
  { fileName, range }: RatingFileOptions,
): Result<(number | null)[][]> {
  const places = items.map((item) => columns.indexOf(item));
  const issues: Issue[] = [];
  const ratings = rows.map(({ line, cells }) =>
    places.map((place, index) => {
      const cell = cells[place] ?? "";
      if (cell === "" || cell === "NA") return null;
      const rating = /^-?\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(",", ".")) : Number.NaN;
      const isInside = range === undefined || (rating >= range[0] && rating <= range[1]);
      if (Number.isNaN(rating) || !isInside)
        issues.push(cellIssue(`${fileName}:${line}`, items[index] ?? "", cell, range));
      return rating;
    }),
  );
  return issues.length > 0
    ? { ok: false, issues: fewIssues(issues, fileName) }
    : { ok: true, value: ratings, warnings: [] };
}

function cellIssue(
  path: string,
  item: string,
  cell: string,
  range: [number, number] | undefined,
): Issue {
  const limits = range === undefined ? "" : ` (${range[0]}–${range[1]})`;
  return tableIssue(
    path,
    {
      de: `${JSON.stringify(cell)} in Spalte ${item} ist keine Bewertung${limits}.`,
      en: `${JSON.stringify(cell)} in column ${item} is no rating${limits}.`,
    },
    {
      de: "Ein Feld ist eine Zahl oder leer. Andere Spalten lassen Sie mit --items aus; den Bereich nennt --range.",
      en: "A field is a number or empty. Leave other columns out with --items; --range names the range.",
    },
  );
}

function observedRange(rows: readonly (readonly (number | null)[])[]): [number, number] {
  let [lowest, highest] = [Infinity, -Infinity];
  for (const row of rows)
    for (const rating of row) {
      if (rating === null) continue;
      lowest = Math.min(lowest, rating);
      highest = Math.max(highest, rating);
    }
  return lowest <= highest ? [lowest, highest] : [0, 0];
}
