import { codeSubtree, type Language } from "@mehrwert/study";
import type { RankingRow, RankingTable } from "../ranking/ranking-table.ts";
import { type CodingFilter, type CodingLine, codingLines } from "./coding-lines.ts";
import { type CodingMaterial, variableOf } from "./material.ts";
import { type QuantifierName, verbalQuantifier } from "./verbal-quantifier.ts";

/** One value driver: what the survey says of it, and what interviews say. */
export type JointRow = {
  driver: RankingRow;
  /** The code that stands for it; undefined if the codebook has none. */
  code: string | undefined;
  documents: string[];
  quantifier: QuantifierName | undefined;
  /** Different passages with the code or one below, however many people coded them. */
  excerpts: number;
  quotation: CodingLine | undefined;
};

/** A ranking beside the interviews, in the order of the ranking. */
export type JointDisplay = {
  table: RankingTable;
  documents: string[];
  /** Transcripts whose people agreed to be quoted; undefined if nothing says so. */
  quotable: string[] | undefined;
  rows: JointRow[];
  /** Codes of the codebook that name a driver which the ranking does not have. */
  unmatched: string[];
};

/** Which quotations may be shown, and whose codings count. */
export type JointSettings = {
  language: Language;
  filter?: CodingFilter;
  /** Variable of cases or documents, and its value, that allows quotations. */
  cleared: { variable: string; value: string };
};

/**
 * Joint display: each option of a ranking beside the interviews coded with the code that names it (`valueDriver`).
 *
 * A quotation comes only from an interview that was cleared for it: one that was chosen as a quotation, else the shortest of
 * at least eight words.
 */
export function jointDisplay(
  material: CodingMaterial,
  table: RankingTable,
  { language, filter = {}, cleared }: JointSettings,
): JointDisplay {
  const { documents, codebook } = material.project;
  const units = documents
    .map(({ id }) => id)
    .filter((id) => filter.documents?.includes(id) ?? true);
  const values = new Map(
    documents.map((each) => [each.id, variableOf(material, each, cleared.variable)]),
  );
  const isTold = [...values.values()].some((value) => value !== undefined);
  const quotable = units.filter((id) => values.get(id) === cleared.value);
  const lines = codingLines(material, language, filter);
  const rows = table.rows.map((driver): JointRow => {
    const code = codebook.codes.find(({ valueDriver }) => valueDriver === driver.name)?.id;
    const below = new Set(
      code === undefined ? [] : codeSubtree(codebook, code).map(({ id }) => id),
    );
    const own = lines.filter((line) => below.has(line.code));
    const present = units.filter((id) => own.some(({ document }) => document === id));
    return {
      ...{ driver, code, documents: present, excerpts: passagesIn(own) },
      quantifier: code === undefined ? undefined : verbalQuantifier(present.length, units.length),
      quotation: quotationOf(
        own.filter(({ document }) => quotable.includes(document)),
        code,
      ),
    };
  });
  const names = new Set(table.rows.map(({ name }) => name));
  return {
    ...{ table, documents: units, rows },
    quotable: isTold ? quotable : undefined,
    unmatched: codebook.codes.flatMap(({ id, valueDriver }) =>
      valueDriver === undefined || names.has(valueDriver) ? [] : [id],
    ),
  };
}

function passagesIn(lines: readonly CodingLine[]): number {
  return new Set(lines.map(({ document, start, end }) => `${document} ${start} ${end}`)).size;
}

const leastWords = 8;

/** The code itself goes before codes below it. */
function quotationOf(
  lines: readonly CodingLine[],
  code: string | undefined,
): CodingLine | undefined {
  const chosen = lines.find(({ isQuotation }) => isQuotation);
  if (chosen !== undefined) return chosen;
  const long = lines.filter(({ text }) => text.trim().split(/\s+/u).length >= leastWords);
  return long.toSorted(
    (a, b) => Number(b.code === code) - Number(a.code === code) || a.text.length - b.text.length,
  )[0];
}
