import { importLimits } from "../file/limits.ts";
import type { SourceVariable } from "../source-condition.ts";
import type { Form, FormRow } from "./form.ts";

/** Rows of the survey sheet that together form one matrix or ranking. */
export type FormTable = {
  kind: "matrix" | "ranking";
  head: FormRow;
  list: string;
  rows: FormRow[];
};

/** One element of a form: a row by itself, or several that form a table. */
export type FormElement = { row: FormRow } | { table: FormTable };

/**
 * Finds the tables of a form: groups of appearance `table-list`, rows of appearance `list-nolabel` under one of
 * appearance `label`, and Kobo's `begin_score` and `begin_rank`.
 */
export function elementsOf(form: Form): FormElement[] {
  const elements: FormElement[] = [];
  for (let place = 0; place < form.survey.length; ) {
    const found = tableAt(form.survey, place);
    const row = form.survey[place];
    if (found !== undefined) elements.push({ table: found.table });
    else if (row !== undefined) elements.push({ row });
    place += found?.length ?? 1;
  }
  return elements;
}

function tableAt(
  rows: readonly FormRow[],
  start: number,
): { table: FormTable; length: number } | undefined {
  const head = rows[start];
  if (head === undefined) return undefined;
  const { kind, list } = head.type;
  if (kind === "begin score" || kind === "begin rank") return koboTable(rows, start, head, kind);
  if (kind === "begin group" && hasAppearance(head, /\btable-list\b/))
    return tableList(rows, start, head);
  if (kind !== "select_one" || !hasAppearance(head, /^(label)$/)) return undefined;
  let end = start + 1;
  for (let row = rows[end]; row !== undefined && isListRow(row, list); row = rows[end]) end += 1;
  const body = rows.slice(start + 1, end);
  return body.length === 0
    ? undefined
    : { table: { kind: "matrix", head, list, rows: body }, length: end - start };
}

function hasAppearance(row: FormRow, pattern: RegExp): boolean {
  return pattern.test(row.plain.get("appearance") ?? "");
}

function isListRow(row: FormRow, list: string): boolean {
  const own = row.type;
  return own.kind === "select_one" && own.list === list && hasAppearance(row, /^list(-nolabel)?$/);
}

function tableList(rows: readonly FormRow[], start: number, head: FormRow) {
  const end = endAfter(rows, start, "end group");
  const body = rows.slice(start + 1, end);
  const list = body[0] === undefined ? "" : body[0].type.list;
  const isTable =
    end > start + 1 &&
    body.every((row) => row.type.kind === "select_one" && row.type.list === list);
  if (!isTable) return undefined;
  return { table: { kind: "matrix" as const, head, list, rows: body }, length: end - start + 1 };
}

/** Where a table ends; one longer than any question has rows is none. */
function endAfter(rows: readonly FormRow[], start: number, kind: string): number {
  const last = Math.min(rows.length, start + importLimits.options);
  for (let place = start + 1; place < last; place += 1) {
    if (rows[place]?.type.kind === kind) return place;
  }
  return -1;
}

function koboTable(rows: readonly FormRow[], start: number, head: FormRow, kind: string) {
  const name = kind.slice("begin ".length);
  const end = endAfter(rows, start, `end ${name}`);
  if (end < 0) return undefined;
  const list = head.plain.get(name === "score" ? "kobo--score-choices" : "kobo--rank-items") ?? "";
  const table: FormTable = {
    kind: name === "score" ? "matrix" : "ranking",
    head,
    list,
    rows: rows.slice(start + 1, end),
  };
  return { table, length: end - start + 1 };
}

/** The name of a row, or one made of its line. */
export function nameOf(row: FormRow): string {
  return row.plain.get("name") ?? `row-${row.line}`;
}

/** What each name of the form stands for in conditions. */
export function formVariables(elements: readonly FormElement[]): Map<string, SourceVariable> {
  const variables = new Map<string, SourceVariable>();
  for (const element of elements) {
    if ("row" in element) variables.set(nameOf(element.row), { question: nameOf(element.row) });
    else {
      const question = nameOf(element.table.head);
      for (const row of element.table.rows)
        variables.set(nameOf(row), { question, row: nameOf(row) });
    }
  }
  return variables;
}
