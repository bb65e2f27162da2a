import type { AlphaLevel, SetDistance } from "@mehrwert/statistics";
import type { Language, LocalizedText } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { CodedUnits } from "./coded-units.ts";

/** Levels of measurement as readers name them. */
export const levelNames: Record<AlphaLevel, LocalizedText> = {
  nominal: { de: "nominal", en: "nominal" },
  ordinal: { de: "ordinal", en: "ordinal" },
  interval: { de: "Intervallskala", en: "interval" },
  ratio: { de: "Verhältnisskala", en: "ratio" },
};

/** Distances between sets of codes, with their sources. */
export const setDistanceNames: Record<SetDistance, LocalizedText> = {
  nominal: { de: "nominal: gleich oder nicht", en: "nominal: the same or not" },
  jaccard: { de: "Jaccard", en: "Jaccard" },
  masi: { de: "MASI (Passonneau 2006)", en: "MASI (Passonneau 2006)" },
};

const shortDistances: Record<SetDistance, string> = {
  nominal: "nominal",
  jaccard: "Jaccard",
  masi: "MASI",
};

/** α with the level or distance it uses. */
export function alphaName(
  { isSetValued, level }: CodedUnits,
  distance: SetDistance,
  language: Language,
): string {
  const kind = isSetValued ? shortDistances[distance] : levelNames[level][language];
  return { de: `Krippendorffs α (${kind})`, en: `Krippendorff’s α (${kind})` }[language];
}

/** What coders gave: a code, a set of codes, a value; as the object of a sentence. */
export function sameThing({ isSetValued, level }: CodedUnits): LocalizedText {
  if (isSetValued) return { de: "genau dieselben Codes", en: "exactly the same codes" };
  if (level === "nominal") return { de: "denselben Code", en: "the same code" };
  return { de: "denselben Wert", en: "the same value" };
}

/**
 * A code, or a set of codes, as it stands in a table.
 *
 * @example codesInWords([], "en") // "no code"
 */
export function codesInWords(codes: readonly string[], language: Language): string {
  if (codes.length === 0) return { de: "kein Code", en: "no code" }[language];
  return codes.join(" + ");
}

/** The same in the quotation marks of the language, as it stands in a sentence. */
export function quotedCodes(codes: readonly string[], language: Language): string {
  const words = codesInWords(codes, language);
  if (codes.length === 0) return words;
  return { de: `„${words}“`, en: `“${words}”` }[language];
}

/** How many units, in words. */
export function unitsInWords(count: number): LocalizedText {
  return {
    de: count === 1 ? "1 Einheit" : `${formatNumber(count, "de")} Einheiten`,
    en: count === 1 ? "1 unit" : `${formatNumber(count, "en")} units`,
  };
}

/**
 * How often something happened, in words.
 *
 * @example timesInWords(2).en // "2 times"
 */
export function timesInWords(count: number): LocalizedText {
  return {
    de: count === 1 ? "einmal" : `${formatNumber(count, "de")}-mal`,
    en: count === 1 ? "once" : `${formatNumber(count, "en")} times`,
  };
}
