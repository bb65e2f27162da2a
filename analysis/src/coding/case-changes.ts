import {
  type CodingChange,
  type CodingProject,
  caseIdSchema,
  type Issue,
  type Result,
  variableNameSchema,
} from "@mehrwert/study";
import { fewIssues, tableIssue } from "../text-table/text-table.ts";
import { tableOfFile } from "./table-of-file.ts";

/**
 * Changes of cases and variables from a table. With a column `case` a row is a case: `documents` (separated by `|`; the
 * document of the same name if absent), `pseudonym`, and further columns as its variables. With a column `document` a row
 * is a document and further columns are its variables. An empty cell takes a value away. What is so already is left alone.
 */
export function caseChanges(
  project: CodingProject,
  text: string,
  fileName: string,
): Result<CodingChange[]> {
  const table = tableOfFile(text, fileName);
  if (!table.ok) return table;
  const { columns, rows } = table.value;
  const key = columns.includes("case")
    ? "case"
    : columns.includes("document")
      ? "document"
      : undefined;
  if (key === undefined) return { ok: false, issues: [noKey(fileName)] };
  const reserved = ["case", "document", "documents", "pseudonym"];
  const variables = columns.filter((name) => !reserved.includes(name));
  const odd = variables.find((name) => !variableNameSchema.safeParse(name).success);
  if (odd !== undefined) return { ok: false, issues: [badName(fileName, odd)] };
  const issues: Issue[] = [];
  const changes = rows.flatMap(({ line, cells }) => {
    const row = new Map(columns.map((name, at) => [name, (cells[at] ?? "").trim()]));
    const found =
      key === "case" ? caseRow(project, row, variables) : documentRow(project, row, variables);
    if (Array.isArray(found)) return found;
    issues.push(tableIssue(`${fileName}:${line}`, found.message, found.advice));
    return [];
  });
  return issues.length > 0
    ? { ok: false, issues: fewIssues(issues, fileName) }
    : { ok: true, value: changes, warnings: [] };
}

type Row = ReadonlyMap<string, string>;
type Fault = Pick<Issue, "message" | "advice">;

function caseRow(
  { cases, documents }: CodingProject,
  row: Row,
  variables: readonly string[],
): CodingChange[] | Fault {
  const id = row.get("case") ?? "";
  if (!caseIdSchema.safeParse(id).success) return badCase(id);
  const before = cases.find((each) => each.id === id);
  const own = documents.some((each) => each.id === id) ? [id] : [];
  const typed = row.get("documents");
  const named =
    typed === undefined
      ? (before?.documents ?? own)
      : typed.split("|").flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
  const missing = named.find((name) => !documents.some((each) => each.id === name));
  if (missing !== undefined)
    return noDocument(
      missing,
      documents.map((each) => each.id),
    );
  const changed = variables.filter((name) => (before?.variables[name] ?? "") !== row.get(name));
  const pseudonym = row.get("pseudonym");
  const isNamed = pseudonym !== undefined && pseudonym !== (before?.pseudonym ?? "");
  const isMoved = named.join("|") !== (before?.documents ?? []).join("|");
  if (before !== undefined && changed.length === 0 && !isNamed && !isMoved) return [];
  return [
    {
      kind: "case-changed",
      case: id,
      ...((isMoved || before === undefined) && { documents: named }),
      ...(isNamed && { pseudonym }),
      ...(changed.length > 0 && {
        variables: Object.fromEntries(changed.map((name) => [name, row.get(name) ?? ""])),
      }),
    },
  ];
}

function documentRow(
  { documents }: CodingProject,
  row: Row,
  variables: readonly string[],
): CodingChange[] | Fault {
  const id = row.get("document") ?? "";
  const document = documents.find((each) => each.id === id);
  if (document === undefined)
    return noDocument(
      id,
      documents.map((each) => each.id),
    );
  return variables.flatMap((variable): CodingChange[] => {
    const value = row.get(variable) ?? "";
    if ((document.variables[variable] ?? "") === value) return [];
    return [{ kind: "document-variable-set", document: id, variable, value }];
  });
}

function noKey(fileName: string): Issue {
  return tableIssue(
    fileName,
    { de: "Es fehlt eine Spalte case oder document.", en: "A column case or document is missing." },
    { de: "Sie sagt, wozu eine Zeile gehört.", en: "It says what a line belongs to." },
  );
}

function badName(fileName: string, name: string): Issue {
  return tableIssue(
    fileName,
    {
      de: `„${name}“ taugt nicht als Name einer Variablen.`,
      en: `“${name}” cannot be the name of a variable.`,
    },
    {
      de: "Nehmen Sie Buchstaben ohne Umlaute, Ziffern, Punkt und Bindestrich, vorn einen Buchstaben.",
      en: "Use plain letters, digits, dots and hyphens, a letter first.",
    },
  );
}

function badCase(id: string): Fault {
  return {
    message: {
      de: `„${id}“ taugt nicht als Name eines Falls.`,
      en: `“${id}” cannot be the name of a case.`,
    },
    advice: {
      de: "Nehmen Sie Buchstaben, Ziffern und Bindestriche.",
      en: "Use letters, digits and hyphens.",
    },
  };
}

function noDocument(id: string, known: readonly string[]): Fault {
  const list = known.slice(0, 12).join(", ") || "–";
  return {
    message: { de: `Das Transkript „${id}“ gibt es nicht.`, en: `There is no transcript “${id}”.` },
    advice: { de: `Es gibt: ${list}.`, en: `There are: ${list}.` },
  };
}
