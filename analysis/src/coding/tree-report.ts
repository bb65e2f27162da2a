import { type Code, childCodes, codeSubtree, type Language, leafCodes } from "@mehrwert/study";
import type { Report, ReportTable } from "../report/report.ts";
import { countedNote, quantifierMethod } from "./category-report.ts";
import type { CategoryRow, CategoryTable } from "./category-table.ts";
import type { CodingMaterial } from "./material.ts";
import { type CodingReportSettings, codingReport } from "./report-frame.ts";
import { quantifierWords } from "./verbal-quantifier.ts";

/** A category as a tree in two columns, groups on the left, leaves with their counts on the right. */
export function treeReport(
  material: CodingMaterial,
  table: CategoryTable,
  root: string,
  settings: CodingReportSettings,
): Report {
  const { language } = settings;
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
          ...(code.question === undefined ? [] : [code.question[language]]),
          text(
            `${leaves.length} Codes ohne Untercodes, davon kamen ${named.length} zur Sprache.`,
            `${leaves.length} codes without codes below, ${named.length} of them came up.`,
          ),
        ],
        tables: [treeTable(material, table, code, language)],
        figures: [],
      },
    ],
    notes: [countedNote(table, language)],
    method: [quantifierMethod(language)],
  });
}

function treeTable(
  material: CodingMaterial,
  table: CategoryTable,
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
      { label: text("Wer", "Who"), align: "left" },
      { label: text("Anzahl", "Count"), align: "right" },
      ...table.groups.map(({ value, units }) => ({
        label: `${value || "–"} (${units.length})`,
        align: "right" as const,
      })),
      { label: text("Transkripte", "Transcripts"), align: "left", isDetail: true },
    ],
    lines: groups.flatMap((group) => {
      const inside = new Set(codeSubtree(codebook, group.id).map(({ id }) => id));
      const rows = table.rows.filter(
        ({ code }) => inside.has(code.id) && (code.id !== group.id || inside.size === 1),
      );
      return rows.map((row, at) => [
        at === 0 ? `${group.id} ${group.label[language]}` : "",
        ...leafCells(row, table, language),
      ]);
    }),
  };
}

function leafCells(
  { code, quantifier, units, groups }: CategoryRow,
  table: CategoryTable,
  language: Language,
): string[] {
  const of = table.units.length;
  return [
    `${code.id} ${code.label[language]}`,
    quantifier === undefined ? "–" : quantifierWords[quantifier][language],
    { de: `${units.length}\u00a0von\u00a0${of}`, en: `${units.length}\u00a0of\u00a0${of}` }[
      language
    ],
    ...groups.map(String),
    units.join(", ") || "–",
  ];
}
