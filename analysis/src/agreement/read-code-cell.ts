import type { AlphaLevel } from "@mehrwert/statistics";
import type { LocalizedText } from "@mehrwert/study";
import { numberIn } from "./coded-units.ts";

/** The codes of a cell, null for an empty one; or what is wrong with it. */
type CodeCell =
  | { ok: true; codes: readonly string[] | null }
  | { ok: false; message: LocalizedText; advice: LocalizedText };

/**
 * Reads one cell as it was typed.
 *
 * @example readCodeCell("b|a", { level: "nominal", setSeparator: "|" }) // { ok: true, codes: ["b", "a"] }
 */
export function readCodeCell(
  cell: string,
  { level, setSeparator }: { level: AlphaLevel; setSeparator: string | undefined },
): CodeCell {
  if (cell === "") return { ok: true, codes: null };
  if (setSeparator !== undefined) return readSet(cell, setSeparator);
  if (level === "nominal") return { ok: true, codes: [cell] };
  const value = numberIn(cell);
  if (!Number.isFinite(value)) return { ok: false, ...noNumber(cell, level) };
  if (level === "ratio" && value < 0) return { ok: false, ...negative(cell) };
  return { ok: true, codes: [cell] };
}

function readSet(cell: string, separator: string): CodeCell {
  if (cell === separator) return { ok: true, codes: [] };
  const codes = cell.split(separator).map((code) => code.trim());
  if (codes.includes("")) return { ok: false, ...emptyName(cell, separator) };
  const again = codes.find((code, place) => codes.indexOf(code) !== place);
  if (again !== undefined) return { ok: false, ...repeated(cell, again) };
  return { ok: true, codes };
}

const noNumber = (cell: string, level: AlphaLevel) => ({
  message: {
    de: `${JSON.stringify(cell)} ist keine Zahl.`,
    en: `${JSON.stringify(cell)} is not a number.`,
  },
  advice: {
    de: `Mit --level ${level} ist jedes Feld eine Zahl oder leer. Für Wörter nehmen Sie --level nominal; Spalten wählen Sie mit --coders.`,
    en: `With --level ${level} every field is a number or empty. For words take --level nominal; --coders chooses columns.`,
  },
});

const negative = (cell: string) => ({
  message: {
    de: `${JSON.stringify(cell)} liegt unter 0.`,
    en: `${JSON.stringify(cell)} is below 0.`,
  },
  advice: {
    de: "Verhältniszahlen (--level ratio) beginnen bei 0. Nehmen Sie --level interval, wenn die Null nur eine Marke ist.",
    en: "A ratio scale (--level ratio) begins at 0. Take --level interval if zero is just a mark.",
  },
});

const emptyName = (cell: string, separator: string) => ({
  message: {
    de: `In ${JSON.stringify(cell)} fehlt zwischen zwei Trennzeichen ein Code.`,
    en: `${JSON.stringify(cell)} lacks a code between two separators.`,
  },
  advice: {
    de: `Schreiben Sie Codes wie a${separator}b. Ein Feld nur mit ${separator} heißt: gelesen, kein Code.`,
    en: `Write codes like a${separator}b. A field with ${separator} alone means: read, no code.`,
  },
});

const repeated = (cell: string, code: string) => ({
  message: {
    de: `In ${JSON.stringify(cell)} steht ${JSON.stringify(code)} zweimal.`,
    en: `${JSON.stringify(cell)} names ${JSON.stringify(code)} twice.`,
  },
  advice: {
    de: "Nennen Sie jeden Code einer Einheit einmal.",
    en: "Name each code of a unit once.",
  },
});
