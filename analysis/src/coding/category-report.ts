import { type Code, codeSubtree, csvText, type Language, textCell } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { Report, ReportSection, ReportTable } from "../report/report.ts";
import { breakdownCells, breakdownColumns, breakdownNotes } from "./breakdown-columns.ts";
import { type CaseBreakdown, isToldByGroup } from "./case-breakdown.ts";
import type { CategoryRow, CategoryTable } from "./category-table.ts";
import type { CodingMaterial } from "./material.ts";
import { type CodingReportSettings, codingReport } from "./report-frame.ts";
import { type QuantifierName, quantifierWords } from "./verbal-quantifier.ts";

/**
 * Category tables: a section for each category at the top, with words and counts; by groups with the shares that may be
 * told and nothing else.
 */
export function categoryReport(
  material: CodingMaterial,
  table: CategoryTable,
  settings: CodingReportSettings,
  breakdown?: CaseBreakdown,
): Report {
  const { language } = settings;
  const told = toldBreakdown(breakdown);
  const text = (de: string, en: string) => ({ de, en })[language];
  const top = table.rows.filter(({ depth }) => depth === 0);
  return codingReport(material, settings, {
    title: text(`Kategorien: ${material.title}`, `Categories: ${material.title}`),
    sections: top.map((row, at) => {
      const section = categorySection(material, { table, told }, row, language);
      const before = at === 0 ? nothingByGroup(breakdown, language) : [];
      return { ...section, sentences: [...before, ...section.sentences] };
    }),
    notes: told ? breakdownNotes(told, language) : [countedNote(table, language)],
    method: told ? [] : [quantifierMethod(language)],
    assumptions: [
      text(
        "Häufig genannt ist nicht dasselbe wie wichtig: Was selten zur Sprache kam, wurde vielleicht nicht gefragt.",
        "Named often is not the same as important: what came up seldom may not have been asked.",
      ),
    ],
  });
}

/** A breakdown that tells anything by group. */
export function toldBreakdown(breakdown: CaseBreakdown | undefined): CaseBreakdown | undefined {
  return breakdown !== undefined && isToldByGroup(breakdown) ? breakdown : undefined;
}

/** Why there are no groups in a table that was asked for by groups. */
export function nothingByGroup(breakdown: CaseBreakdown | undefined, language: Language): string[] {
  if (breakdown === undefined || isToldByGroup(breakdown)) return [];
  return breakdown.shown.notes.map((note) => note[language]);
}

/** Who is counted, in one sentence. */
export function countedNote({ unit, units, codings }: CategoryTable, language: Language): string {
  const [de, en] = unit === "document" ? ["Transkripte", "transcripts"] : ["Fälle", "cases"];
  const count = formatNumber(units.length, language);
  const coded = formatNumber(codings, language);
  return {
    de: `Gezählt sind ${count} ${de} und ${coded} Kodierungen; ein Code zählt mit allen darunter, wer auch immer kodiert hat, soweit nicht ausgewählt.`,
    en: `Counted are ${count} ${en} and ${coded} codings; a code counts with all below it, whoever coded unless chosen.`,
  }[language];
}

/** What the words mean, in one sentence. */
export function quantifierMethod(language: Language): string {
  return {
    de: "Worte für Anteile: alle = 100 %, nahezu alle ab 85 %, mehrere ab 35 %, einzelne darunter. Die Anzahl steht immer daneben.",
    en: "Words for shares: all = 100%, nearly all from 85%, several from 35%, a few below. The count always stands beside them.",
  }[language];
}

function categorySection(
  material: CodingMaterial,
  { table, told }: { table: CategoryTable; told: CaseBreakdown | undefined },
  top: CategoryRow,
  language: Language,
): ReportSection {
  const inside = new Set(codeSubtree(material.project.codebook, top.code.id).map(({ id }) => id));
  const rows = table.rows.filter(({ code }) => inside.has(code.id));
  const { question } = top.code;
  return {
    heading: `${top.code.id} ${top.code.label[language]}`,
    sentences: [
      ...(question === undefined ? [] : [question[language]]),
      ...(told
        ? []
        : quantifierSentences(
            rows.filter(({ code }) => code.id !== top.code.id && code.isHeading !== true),
            table.units.length,
            language,
          )),
    ],
    tables: [
      told ? breakdownTableOf(told, rows, language) : categoryTableOf(table, rows, language),
    ],
    figures: [],
  };
}

const spoken: readonly QuantifierName[] = ["all", "nearly-all", "several", "individual"];

/** One sentence for each word: `Nahezu alle: Zeit und Anrechnung (7 von 8).` */
function quantifierSentences(
  rows: readonly CategoryRow[],
  of: number,
  language: Language,
): string[] {
  return spoken.flatMap((name) => {
    const named = rows.filter(({ quantifier }) => quantifier === name);
    if (named.length === 0) return [];
    const word = quantifierWords[name][language];
    const list = named
      .toSorted((a, b) => b.units.length - a.units.length)
      .map(({ code, units }) => `${code.label[language]} (${ofAll(units.length, of, language)})`);
    return [`${word[0]?.toUpperCase()}${word.slice(1)}: ${list.join(", ")}.`];
  });
}

function ofAll(count: number, of: number, language: Language): string {
  return { de: `${count}\u00a0von\u00a0${of}`, en: `${count}\u00a0of\u00a0${of}` }[language];
}

function categoryTableOf(
  table: CategoryTable,
  rows: readonly CategoryRow[],
  language: Language,
): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const right = (label: string, isDetail = false) => ({ label, align: "right", isDetail }) as const;
  const of = table.units.length;
  return {
    caption: text(
      `${rows[0]?.code.id ?? ""}: wie viele ${table.unit === "document" ? "Transkripte" : "Fälle"}`,
      `${rows[0]?.code.id ?? ""}: how many ${table.unit === "document" ? "transcripts" : "cases"}`,
    ),
    columns: [
      { label: text("Code", "Code"), align: "left" },
      { label: text("Wer", "Who"), align: "left" },
      right(text("Anzahl", "Count")),
      right(text("Kodierungen", "Codings")),
      ...["+", "−", "?"].map((sign) => right(sign, true)),
    ],
    lines: rows.map(({ code, depth, units, quantifier, codings, polarity }) => [
      indented(code, depth, language),
      quantifier === undefined ? "–" : quantifierWords[quantifier][language],
      ofAll(units.length, of, language),
      formatNumber(codings, language),
      ...(["+", "-", "?"] as const).map((sign) => formatNumber(polarity[sign], language)),
    ]),
  };
}

function breakdownTableOf(
  told: CaseBreakdown,
  rows: readonly CategoryRow[],
  language: Language,
): ReportTable {
  const top = rows[0]?.code.id ?? "";
  return {
    caption: {
      de: `${top}: welcher Anteil der Fälle`,
      en: `${top}: what share of the cases`,
    }[language],
    columns: [{ label: "Code", align: "left" }, ...breakdownColumns(told, language)],
    lines: rows.map(({ code, depth }) => [
      indented(code, depth, language),
      ...breakdownCells(told, code.id, language),
    ]),
  };
}

function indented({ id, label }: Code, depth: number, language: Language): string {
  return `${"\u00a0\u00a0".repeat(depth)}${id} ${label[language]}`;
}

/** The counts as one flat table. */
export function categoryCsv({ units, rows }: CategoryTable): string {
  return csvText([
    [
      ...[
        "code",
        "label_de",
        "label_en",
        "depth",
        "units",
        "of",
        "share",
        "quantifier",
        "codings",
        "own_codings",
      ],
      ...["positive", "negative", "wish", "without_polarity"],
      "names",
    ],
    ...rows.map((row) => [
      ...[row.code.id, textCell(row.code.label.de), textCell(row.code.label.en), String(row.depth)],
      ...[String(row.units.length), String(units.length)],
      units.length === 0 ? "" : String(row.units.length / units.length),
      ...[row.quantifier ?? "", String(row.codings), String(row.ownCodings)],
      ...(["+", "-", "?", "none"] as const).map((sign) => String(row.polarity[sign])),
      textCell(row.units.join("|")),
    ]),
  ]);
}

/** The counts for programs. */
export function categoryJson({ unit, units, rows, codings }: CategoryTable): object {
  return {
    ...{ unit, units, codings },
    categories: rows.map(({ code, quantifier = null, ...row }) => ({
      ...{ code: code.id, label: code.label, origin: code.origin, quantifier },
      ...row,
    })),
  };
}
