import type { Segment } from "@mehrwert/statistics";
import type { Issue, Result } from "@mehrwert/study";
import { fileOrigin } from "../text-table/study-origin.ts";
import { fewIssues, noColumnIssue, tableIssue, textTable } from "../text-table/text-table.ts";
import type { MarkedSpans } from "./marked-spans.ts";
import * as complaints from "./span-complaints.ts";

/** What the person says about a file of spans. */
export type MarkedSpansOptions = {
  fileName: string;
  /** Length of the text in Unicode code points. */
  length: number;
  /** Everybody who coded, also those without spans; others are left out. */
  coders?: readonly string[];
};

/** One line of the file, as it stands there. */
type SpanLine = {
  line: number;
  coder: string;
  code: string;
  group: string | undefined;
  start: number;
  end: number;
};

const wanted = ["coder", "code", "start", "end"];

/**
 * Spans from a table with the columns coder, code, start, end (code points, end exclusive) and, if codes fall into groups of
 * mutually exclusive ones, group. Other columns are passed over.
 *
 * @returns everything that is wrong, by line and column
 */
export function markedSpansFromCsv(text: string, options: MarkedSpansOptions): Result<MarkedSpans> {
  const { fileName, length } = options;
  const table = textTable(text, fileName);
  if (!table.ok) return table;
  const { columns, rows } = table.value;
  const missing = wanted.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    return { ok: false, issues: missing.map((name) => noColumnIssue(fileName, name, columns)) };
  const issues: Issue[] = [];
  const read = rows.map(({ line, cells }): SpanLine => {
    const cell = (name: string) => cells[columns.indexOf(name)] ?? "";
    const complain = (column: string, complaint: complaints.SpanComplaint) =>
      issues.push(
        tableIssue(`${fileName}:${line}, ${column}`, complaint.message, complaint.advice),
      );
    const [start, end] = [wholeNumberIn(cell("start")), wholeNumberIn(cell("end"))];
    for (const name of ["coder", "code", ...(columns.includes("group") ? ["group"] : [])])
      if (cell(name) === "") complain(name, complaints.empty);
    if (Number.isNaN(start)) complain("start", complaints.noPosition(cell("start")));
    if (Number.isNaN(end)) complain("end", complaints.noPosition(cell("end")));
    if (start >= end) complain("end", complaints.notAfter(start, end));
    if (end > length) complain("end", complaints.tooFar(end, length));
    const group = columns.includes("group") ? cell("group") : undefined;
    return { line, coder: cell("coder"), code: cell("code"), group, start, end };
  });
  issues.push(...wholeFileIssues(read, documentsOf(columns, rows), fileName));
  if (issues.length > 0) return { ok: false, issues: fewIssues(issues, fileName) };
  return { ok: true, value: spansOf(read, options), warnings: [] };
}

/** What no single line shows: repeated lines, a code in two groups, several texts in one file. */
function wholeFileIssues(
  read: readonly SpanLine[],
  documents: readonly string[],
  fileName: string,
): Issue[] {
  const lineOf = new Map<string, number>();
  const groupOf = new Map<string, string | undefined>();
  const found = read.flatMap(({ line, coder, code, group, start, end }): Issue[] => {
    const at = (complaint: complaints.SpanComplaint) =>
      tableIssue(`${fileName}:${line}`, complaint.message, complaint.advice);
    const key = JSON.stringify([coder, code, start, end]);
    // A line without positions has been complained about already.
    const earlier = start < end ? lineOf.get(key) : undefined;
    lineOf.set(key, earlier ?? line);
    const known = groupOf.get(code);
    groupOf.set(code, known ?? group);
    return [
      ...(earlier === undefined ? [] : [at(complaints.repeated(earlier))]),
      ...(known === undefined || known === group ? [] : [at(complaints.twoGroups(code, known))]),
    ];
  });
  const [first, second] = documents;
  if (first === undefined || second === undefined) return found;
  const { message, advice } = complaints.severalDocuments(first, second);
  return [...found, tableIssue(`${fileName}, document`, message, advice)];
}

function documentsOf(
  columns: readonly string[],
  rows: readonly { cells: readonly string[] }[],
): string[] {
  const place = columns.indexOf("document");
  return place < 0 ? [] : [...new Set(rows.map(({ cells }) => cells[place] ?? ""))];
}

function spansOf(read: readonly SpanLine[], options: MarkedSpansOptions): MarkedSpans {
  const coders = [...(options.coders ?? new Set(read.map(({ coder }) => coder)))];
  const kept = read.filter(({ coder }) => coders.includes(coder));
  const groupOf = new Map(kept.map(({ code, group }) => [code, group]));
  const codes = [...groupOf].map(([name, group]) => ({ name, group }));
  codes.sort((a, b) => compared(a.group ?? "", b.group ?? "") || compared(a.name, b.name));
  const [coderAt, codeAt] = [
    new Map(coders.map((name, place) => [name, place])),
    new Map(codes.map(({ name }, place) => [name, place])),
  ];
  const segments = kept.map(({ coder, code, start, end }): Segment => {
    return { coder: coderAt.get(coder) ?? -1, code: codeAt.get(code) ?? -1, start, end };
  });
  return {
    ...{ source: options.fileName, origin: [fileOrigin(options.fileName)] },
    ...{ length: options.length, coders, codes, segments },
    leftOut: read.length - kept.length,
  };
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A position; NaN if it is none. */
function wholeNumberIn(cell: string): number {
  return /^\d+$/.test(cell) && Number.isSafeInteger(Number(cell)) ? Number(cell) : Number.NaN;
}
