import { csvText, textCell } from "@mehrwert/study";
import type { Report } from "../report/report.ts";
import { counted } from "./counted.ts";
import type { CodingMaterial } from "./material.ts";
import { type CodingReportSettings, codingReport } from "./report-frame.ts";

/** One line of the case table; a document that no case names is a case of its own. */
export type CaseRow = {
  case: string;
  documents: string[];
  pseudonym: string | undefined;
  /** Of the case, and of its documents where the case says nothing else. */
  variables: Record<string, string>;
};

/** All cases in the order of their first documents. */
export function caseTable({ project }: CodingMaterial): CaseRow[] {
  const { documents, cases } = project;
  const named = new Set(cases.flatMap((each) => each.documents));
  const order = new Map(documents.map(({ id }, at) => [id, at]));
  const own = documents
    .filter(({ id }) => !named.has(id))
    .map(
      ({ id, variables }): CaseRow => ({
        case: id,
        documents: [id],
        pseudonym: undefined,
        variables,
      }),
    );
  const rows = cases.map(({ id, documents: inside, pseudonym, variables }): CaseRow => {
    const theirs = documents.filter((each) => inside.includes(each.id));
    const inherited = Object.assign({}, ...theirs.map((each) => each.variables));
    return { case: id, documents: inside, pseudonym, variables: { ...inherited, ...variables } };
  });
  const place = ({ documents: [first = ""] }: CaseRow) => order.get(first) ?? order.size;
  return [...rows, ...own].sort((a, b) => place(a) - place(b));
}

/** Names of all variables of cases and documents, in alphabetical order. */
export function variableNames(rows: readonly CaseRow[]): string[] {
  return [...new Set(rows.flatMap(({ variables }) => Object.keys(variables)))].sort();
}

/** The case table as `code cases --from` reads it. */
export function casesCsv(material: CodingMaterial): string {
  const rows = caseTable(material);
  const names = variableNames(rows);
  return csvText([
    ["case", "documents", "pseudonym", ...names],
    ...rows.map((row) => [
      ...[row.case, row.documents.join("|"), textCell(row.pseudonym ?? "")],
      ...names.map((name) => textCell(row.variables[name] ?? "")),
    ]),
  ]);
}

/** The case table for people. */
export function casesReport(material: CodingMaterial, settings: CodingReportSettings): Report {
  const text = (de: string, en: string) => ({ de, en })[settings.language];
  const rows = caseTable(material);
  const names = variableNames(rows);
  const left = (label: string) => ({ label, align: "left" }) as const;
  return codingReport(material, settings, {
    title: text(`Fälle: ${material.title}`, `Cases: ${material.title}`),
    sections: [
      {
        heading: text("Wer befragt wurde", "Who was interviewed"),
        sentences: [`${counted(rows.length, "case", settings.language)}.`],
        tables: [
          {
            caption: text("Fälle", "Cases"),
            columns: [
              left(text("Fall", "Case")),
              left(text("Transkripte", "Transcripts")),
              left(text("Pseudonym der Befragung", "Pseudonym in the survey")),
              ...names.map(left),
            ],
            lines: rows.map((row) => [
              ...[row.case, row.documents.join(", "), row.pseudonym ?? "–"],
              ...names.map((name) => row.variables[name] ?? "–"),
            ]),
          },
        ],
        figures: [],
      },
    ],
  });
}
