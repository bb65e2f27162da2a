import { type Code, childCodes, codeSubtree, type Language, leafCodes } from "@mehrwert/study";
import type { Report, ReportTable } from "../report/report.ts";
import { breakdownCells, breakdownColumns, breakdownNotes } from "./breakdown-columns.ts";
import type { CaseBreakdown } from "./case-breakdown.ts";
import { countedNote, nothingByGroup, quantifierMethod, toldBreakdown } from "./category-report.ts";
import type { CategoryRow, CategoryTable } from "./category-table.ts";
import type { CodingMaterial } from "./material.ts";
import { type CodingReportSettings, codingReport } from "./report-frame.ts";
import { quantifierWords } from "./verbal-quantifier.ts";

/**
 * A category as a tree in two columns, areas on the left, leaves with their counts on the right; by groups of cases with
 * the shares that may be told and nothing else.
 */
export function treeReport(
  material: CodingMaterial,
  { table, breakdown }: { table: CategoryTable; breakdown?: CaseBreakdown | undefined },
  root: string,
  settings: CodingReportSettings,
): Report {
  const { language } = settings;
  const told = toldBreakdown(breakdown);
  const text = (de: string, en: string) => ({ de, en })[language];
  const { codebook } = material.project;
  const code = codebook.codes.find(({ id }) => id === root);
  if (code === undefined) throw new RangeError(`treeReport: there is no code ${root}`);
  const leaves = leafCodes(codebook, root);
  const named = table.rows.filter(
    (row) => leaves.some(({ id }) => id === row.code.id) && row.units.length > 0,
  );
  return codingReport(material, settings, {
    title: `${root} ${code.label[language]}`,
    sections: [
      {
        heading: text("Baum", "Tree"),
        sentences: [
          ...nothingByGroup(breakdown, language),
          ...(code.question === undefined ? [] : [code.question[language]]),
          ...(told
            ? []
            : [
                text(
                  `${leaves.length} Codes ohne Untercodes, davon kamen ${named.length} zur Sprache.`,
                  `${leaves.length} codes without codes below, ${named.length} of them came up.`,
                ),
              ]),
        ],
        tables: [treeTable(material, { table, told }, code, language)],
        figures: [],
      },
    ],
    notes: told ? breakdownNotes(told, language) : [countedNote(table, language)],
    method: told ? [] : [quantifierMethod(language)],
  });
}

function treeTable(
  material: CodingMaterial,
  { table, told }: { table: CategoryTable; told: CaseBreakdown | undefined },
  root: Code,
  language: Language,
): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { codebook } = material.project;
  const groups = childCodes(codebook, root.id);
  return {
    caption: `${root.id} ${root.label[language]}`,
    columns: [
      { label: text("Bereich", "Area"), align: "left" },
      { label: text("Code", "Code"), align: "left" },
      ...(told
        ? breakdownColumns(told, language)
        : ([
            { label: text("Wer", "Who"), align: "left" },
            { label: text("Anzahl", "Count"), align: "right" },
            { label: text("Transkripte", "Transcripts"), align: "left", isDetail: true },
          ] as const)),
    ],
    lines: groups.flatMap((group) => {
      const inside = new Set(codeSubtree(codebook, group.id).map(({ id }) => id));
      const rows = table.rows.filter(
        ({ code }) => inside.has(code.id) && (code.id !== group.id || inside.size === 1),
      );
      return rows.map((row, at) => [
        at === 0 ? `${group.id} ${group.label[language]}` : "",
        `${row.code.id} ${row.code.label[language]}`,
        ...(told
          ? breakdownCells(told, row.code.id, language)
          : leafCells(row, table.units.length, language)),
      ]);
    }),
  };
}

function leafCells({ quantifier, units }: CategoryRow, of: number, language: Language): string[] {
  return [
    quantifier === undefined ? "–" : quantifierWords[quantifier][language],
    { de: `${units.length}\u00a0von\u00a0${of}`, en: `${units.length}\u00a0of\u00a0${of}` }[
      language
    ],
    units.join(", ") || "–",
  ];
}
