import { type Code, codeSubtree, csvText, type Language, textCell } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { Report } from "../report/report.ts";
import { caseTable, variableNames } from "./case-table.ts";
import { type CodingFilter, filteredAssignments } from "./coding-lines.ts";
import { type CodingMaterial, caseOf } from "./material.ts";
import { type CodingReportSettings, codingReport } from "./report-frame.ts";
import type { SurveyJoin } from "./survey-join.ts";

/** Codings of every code in every case. */
export type CaseMatrix = {
  cases: string[];
  codes: Code[];
  /** counts[code][case], codings of the code itself, without those below. */
  counts: number[][];
  /** All codings that were counted: the sum of all counts. */
  total: number;
};

/** Codes × cases: each coding is counted once, under its own code and its own case, so that sums reconcile with the list. */
export function caseMatrix(material: CodingMaterial, filter: CodingFilter = {}): CaseMatrix {
  const { project } = material;
  const assignments = filteredAssignments(material, filter);
  const cases = caseTable(material).map((row) => row.case);
  const places = new Map(cases.map((id, at) => [id, at]));
  const codes = codeSubtree(project.codebook);
  const rows = new Map(codes.map(({ id }) => [id, cases.map(() => 0)]));
  for (const { code, excerpt } of assignments) {
    const row = rows.get(code);
    const at = places.get(caseOf(material, excerpt.document));
    if (row !== undefined && at !== undefined) row[at] = (row[at] ?? 0) + 1;
  }
  return {
    cases,
    codes,
    counts: codes.map(({ id }) => rows.get(id) ?? []),
    total: assignments.length,
  };
}

/** The matrix for people; codes that nobody used are left out, their number is told. */
export function caseMatrixReport(
  material: CodingMaterial,
  { cases, codes, counts, total }: CaseMatrix,
  settings: CodingReportSettings,
  joined?: SurveyJoin,
): Report {
  const { language } = settings;
  const text = (de: string, en: string) => ({ de, en })[language];
  const sum = (row: readonly number[]) => row.reduce((all, count) => all + count, 0);
  const write = (count: number) => (count === 0 ? "·" : formatNumber(count, language));
  const used = codes.flatMap((code, at) =>
    sum(counts[at] ?? []) > 0 ? [{ code, row: counts[at] ?? [] }] : [],
  );
  const right = (label: string) => ({ label, align: "right" }) as const;
  const totals = cases.map((_, at) => sum(counts.map((row) => row[at] ?? 0)));
  return codingReport(material, settings, {
    title: text(`Codes × Fälle: ${material.title}`, `Codes × cases: ${material.title}`),
    sections: [
      {
        heading: text("Kodierungen je Code und Fall", "Codings by code and case"),
        sentences: [
          text(
            `Jede Kodierung ist einmal gezählt; alle Felder ergeben ${total}, so viele, wie „code list“ zeigt. Nicht verwendet: ${codes.length - used.length} von ${codes.length} Codes.`,
            `Every coding is counted once; all cells add up to ${total}, as many as “code list” shows. Not used: ${codes.length - used.length} of ${codes.length} codes.`,
          ),
          ...joinSentences(joined, language),
        ],
        tables: [
          {
            caption: text("Kodierungen", "Codings"),
            columns: [
              { label: text("Code", "Code"), align: "left" },
              ...cases.map(right),
              right(text("Summe", "Sum")),
            ],
            lines: [
              ...used.map(({ code, row }) => [
                `${code.id} ${code.label[language]}`,
                ...row.map(write),
                write(sum(row)),
              ]),
              [text("Summe", "Sum"), ...totals.map(write), write(sum(totals))],
            ],
          },
        ],
        figures: [],
      },
    ],
  });
}

function joinSentences(joined: SurveyJoin | undefined, language: Language): string[] {
  if (joined === undefined) return [];
  const found = joined.rows.filter(({ answers }) => answers !== undefined).length;
  const several = joined.ambiguous.join(", ");
  return [
    {
      de: `Mit Antworten der Befragung: ${found} von ${joined.rows.length} Fällen (in CSV und JSON). Wer Gespräch und Antworten zusammen sieht, kann Einzelne erkennen; geben Sie diese Tabelle nicht weiter.`,
      en: `With answers of the survey: ${found} of ${joined.rows.length} cases (in CSV and JSON). Whoever sees interview and answers together can recognise individuals; do not pass this table on.`,
    }[language],
    ...(several === ""
      ? []
      : [
          {
            de: `Mehrere Befragte haben dasselbe Pseudonym, sie sind nicht verbunden: ${several}.`,
            en: `Several respondents have the same pseudonym and are not joined: ${several}.`,
          }[language],
        ]),
  ];
}

/**
 * One line per case for statistics programs: pseudonym, variables, and for every code its codings (`n_V1`) and whether there
 * is any (`has_V1`), with everything below it; then the survey's answers, if it was joined (`survey_d-lead`).
 */
export function caseMatrixCsv(
  material: CodingMaterial,
  { cases, codes, counts }: CaseMatrix,
  joined?: SurveyJoin,
): string {
  const { codebook } = material.project;
  const table = caseTable(material);
  const names = variableNames(table);
  const at = new Map(codes.map(({ id }, place) => [id, place]));
  const withBelow = (id: string, place: number) =>
    codeSubtree(codebook, id).reduce(
      (sum, code) => sum + (counts[at.get(code.id) ?? -1]?.[place] ?? 0),
      0,
    );
  const extra = joined?.columns ?? [];
  return csvText([
    [
      "case",
      "pseudonym",
      ...names,
      ...codes.flatMap(({ id }) => [`n_${id}`, `has_${id}`]),
      ...extra.map((name) => `survey_${name}`),
    ],
    ...cases.map((id, place) => {
      const row = table.find((each) => each.case === id);
      return [
        ...[id, textCell(row?.pseudonym ?? "")],
        ...names.map((name) => textCell(row?.variables[name] ?? "")),
        ...codes.flatMap((code) => {
          const count = withBelow(code.id, place);
          return [String(count), count > 0 ? "1" : "0"];
        }),
        ...extra.map((name) => joined?.rows[place]?.answers?.[name] ?? ""),
      ];
    }),
  ]);
}
