import { codeSubtree, csvText, type Language, textCell } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { Report, ReportSection, ReportTable } from "../report/report.ts";
import type { CategoryRow, CategoryTable } from "./category-table.ts";
import type { CodingMaterial } from "./material.ts";
import { type CodingReportSettings, codingReport } from "./report-frame.ts";
import { type QuantifierName, quantifierWords } from "./verbal-quantifier.ts";

/** Category tables: a section for each category at the top, with words and counts. */
export function categoryReport(
  material: CodingMaterial,
  table: CategoryTable,
  settings: CodingReportSettings,
): Report {
  const { language } = settings;
  const text = (de: string, en: string) => ({ de, en })[language];
  const top = table.rows.filter(({ depth }) => depth === 0);
  return codingReport(material, settings, {
    title: text(`Kategorien: ${material.title}`, `Categories: ${material.title}`),
    sections: top.map((row) => categorySection(material, table, row, language)),
    notes: [countedNote(table, language)],
    method: [quantifierMethod(language)],
    assumptions: [
      text(
        "Häufig genannt ist nicht dasselbe wie wichtig: Was selten zur Sprache kam, wurde vielleicht nicht gefragt.",
        "Named often is not the same as important: what came up seldom may not have been asked.",
      ),
    ],
  });
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
  table: CategoryTable,
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
      ...quantifierSentences(
        rows.filter(({ code }) => code.id !== top.code.id && code.isHeading !== true),
        table.units.length,
        language,
      ),
    ],
    tables: [categoryTableOf(table, rows, language)],
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
      ...table.groups.map(({ value, units }) => right(`${value || "–"} (${units.length})`)),
      right(text("Kodierungen", "Codings")),
      ...["+", "−", "?"].map((sign) => right(sign, true)),
    ],
    lines: rows.map(({ code, depth, units, quantifier, groups, codings, polarity }) => [
      `${"\u00a0\u00a0".repeat(depth)}${code.id} ${code.label[language]}`,
      quantifier === undefined ? "–" : quantifierWords[quantifier][language],
      ofAll(units.length, of, language),
      ...groups.map((count) => formatNumber(count, language)),
      formatNumber(codings, language),
      ...(["+", "-", "?"] as const).map((sign) => formatNumber(polarity[sign], language)),
    ]),
  };
}

/** The counts as one flat table. */
export function categoryCsv({ units, groups, rows }: CategoryTable): string {
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
      ...groups.map(({ value }) => textCell(`units_${value || "none"}`)),
      "names",
    ],
    ...rows.map((row) => [
      ...[row.code.id, textCell(row.code.label.de), textCell(row.code.label.en), String(row.depth)],
      ...[String(row.units.length), String(units.length)],
      units.length === 0 ? "" : String(row.units.length / units.length),
      ...[row.quantifier ?? "", String(row.codings), String(row.ownCodings)],
      ...(["+", "-", "?", "none"] as const).map((sign) => String(row.polarity[sign])),
      ...row.groups.map(String),
      textCell(row.units.join("|")),
    ]),
  ]);
}

/** The counts for programs. */
export function categoryJson({ unit, units, groups, rows, codings }: CategoryTable): object {
  return {
    ...{ unit, units, groups, codings },
    categories: rows.map(({ code, quantifier = null, ...row }) => ({
      ...{ code: code.id, label: code.label, origin: code.origin, quantifier },
      ...row,
    })),
  };
}
