import type { LocalizedText } from "@mehrwert/study";
import { timesInWords } from "./code-words.ts";
import type { CodedUnits } from "./coded-units.ts";

/** Words that people and programs write where nothing was coded. */
const missingWords = /^(n\/?a|nan|null|none|\.|-|–|\?|missing|fehlt|k\. ?a\.)$/i;

/** What may have gone wrong before the file was written: read as it stands, and said. */
export function doubtfulCodes({ cells, isSetValued, level }: CodedUnits): LocalizedText[] {
  if (level !== "nominal") return [];
  const counts = new Map<string, number>();
  for (const row of cells)
    for (const codes of row)
      for (const code of codes ?? []) counts.set(code, (counts.get(code) ?? 0) + 1);
  const codes = [...counts.keys()].sort();
  return [
    ...codes.filter((code) => missingWords.test(code)).map((code) => missingWord(code, counts)),
    ...lookAlikes(codes),
    ...(isSetValued ? [] : separated(codes.filter((code) => !missingWords.test(code)))),
  ];
}

function missingWord(code: string, counts: ReadonlyMap<string, number>): LocalizedText {
  const times = timesInWords(counts.get(code) ?? 0);
  return {
    de: `„${code}“ ist hier ein Code wie jeder andere (${times.de}). Wenn es „nicht kodiert“ heißt, leeren Sie diese Felder.`,
    en: `“${code}” is a code like any other here (${times.en}). If it means “not coded”, empty these fields.`,
  };
}

/** Codes that are the same but for capitals and spaces. */
function lookAlikes(codes: readonly string[]): LocalizedText[] {
  const groups = new Map<string, string[]>();
  for (const code of codes) {
    const key = code.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
    groups.set(key, [...(groups.get(key) ?? []), code]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      de: `Diese Codes unterscheiden sich nur in der Schreibweise und zählen als verschieden: ${group.map((code) => `„${code}“`).join(", ")}.`,
      en: `These codes differ in spelling only and count as different: ${group.map((code) => `“${code}”`).join(", ")}.`,
    }));
}

/** Several codes in one cell, read as one. */
function separated(codes: readonly string[]): LocalizedText[] {
  const separator = ["|", ";", "/", "+"].find(
    (sign) => codes.filter((code) => code.includes(sign)).length > 0 && isListed(codes, sign),
  );
  if (separator === undefined) return [];
  const example = codes.find((code) => code.includes(separator)) ?? "";
  return [
    {
      de: `„${example}“ ist hier ein einziger Code. Wenn es mehrere sind, nennen Sie --set-separator "${separator}".`,
      en: `“${example}” is a single code here. If these are several, name --set-separator "${separator}".`,
    },
  ];
}

/** Whether a part of a joined code is also a code by itself. */
function isListed(codes: readonly string[], separator: string): boolean {
  return codes.some((code) =>
    code.includes(separator)
      ? code.split(separator).some((part) => codes.includes(part.trim()))
      : false,
  );
}
