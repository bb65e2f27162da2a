import type { Issue, Result } from "@mehrwert/study";
import { fewIssues, noColumnIssue, tableIssue } from "../text-table/text-table.ts";
import { tableOfFile } from "./table-of-file.ts";

/** A name or place, every way it is written, and what stands in its place. */
export type NameRule = { names: string[]; replacement: string };

/**
 * Names to replace, from a table with the columns `name` and `replacement`; `variants`, separated by `|`, are further ways
 * to write the same name.
 *
 * @returns warnings where two names get the same replacement: two people would become one
 */
export function nameRules(text: string, fileName: string): Result<NameRule[]> {
  const table = tableOfFile(text, fileName);
  if (!table.ok) return table;
  const { columns, rows } = table.value;
  const missing = ["name", "replacement"].find((name) => !columns.includes(name));
  if (missing !== undefined) {
    return { ok: false, issues: [noColumnIssue(fileName, missing, columns)] };
  }
  const cell = (cells: readonly string[], name: string) =>
    (cells[columns.indexOf(name)] ?? "").trim();
  const rules = rows.map(({ line, cells }) => ({
    line,
    names: [cell(cells, "name"), ...cell(cells, "variants").split("|")].flatMap((name) =>
      name.trim() === "" ? [] : [name.trim()],
    ),
    replacement: cell(cells, "replacement"),
  }));
  const issues = rules.flatMap((rule, at) => faults(rule, rules.slice(0, at), fileName));
  if (rules.length === 0) issues.push(empty(fileName));
  if (issues.length > 0) return { ok: false, issues: fewIssues(issues, fileName) };
  return {
    ok: true,
    value: rules.map(({ names, replacement }) => ({ names, replacement })),
    warnings: rules.flatMap((rule, at) => shared(rule, rules.slice(0, at), fileName)),
  };
}

type Row = NameRule & { line: number };

function faults(
  { line, names, replacement }: Row,
  before: readonly Row[],
  fileName: string,
): Issue[] {
  const place = `${fileName}:${line}`;
  if (names.length === 0 || replacement === "") {
    return [
      tableIssue(
        place,
        { de: "Name oder Ersatz fehlt.", en: "The name or its replacement is missing." },
        {
          de: "Ergänzen Sie beides, etwa Müller und [Amtsleitung].",
          en: "Give both, such as Müller and [head of office].",
        },
      ),
    ];
  }
  const short = names.find((name) => [...name].length < 2);
  if (short !== undefined) {
    return [
      tableIssue(
        place,
        {
          de: `„${short}“ ist zu kurz und träfe zu vieles.`,
          en: `“${short}” is too short and would hit too much.`,
        },
        { de: "Geben Sie mehr Buchstaben an.", en: "Give more letters." },
      ),
    ];
  }
  const twin = before.find((other) => other.names.some((name) => names.includes(name)));
  if (twin === undefined) return [];
  return [
    tableIssue(
      place,
      {
        de: `Der Name steht auch in Zeile ${twin.line}.`,
        en: `The name stands on line ${twin.line}, too.`,
      },
      { de: "Jeder Name hat genau einen Ersatz.", en: "Each name has exactly one replacement." },
    ),
  ];
}

function shared(
  { line, names, replacement }: Row,
  before: readonly Row[],
  fileName: string,
): Issue[] {
  const twin = before.find((other) => other.replacement === replacement);
  if (twin === undefined) return [];
  return [
    {
      ...tableIssue(
        `${fileName}:${line}`,
        {
          de: `${names[0]} und ${twin.names[0]} bekommen denselben Ersatz „${replacement}“.`,
          en: `${names[0]} and ${twin.names[0]} get the same replacement “${replacement}”.`,
        },
        {
          de: "Sind es zwei Menschen, geben Sie ihnen verschiedene.",
          en: "If these are two people, give them different ones.",
        },
      ),
      severity: "warning",
    },
  ];
}

function empty(fileName: string): Issue {
  return tableIssue(
    fileName,
    { de: "Die Liste enthält keine Namen.", en: "The list holds no names." },
    { de: "Jede Zeile nennt name und replacement.", en: "Each line gives name and replacement." },
  );
}
