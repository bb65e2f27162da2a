import type { Instrument } from "./instrument.ts";
import type { Language } from "./language.ts";
import type { Study } from "./study.ts";

/** Every way to read a questionnaire: the languages, and German easy language where a study provides it. */
export type ReadingLanguage = Language | "de-simple";

/** The language whose grammar, numbers and dates hold: easy language is German. */
export function baseLanguage(language: ReadingLanguage): Language {
  return language === "de-simple" ? "de" : language;
}

/** Whether a study can be read in German easy language: at least what everybody reads before deciding. */
export function offersSimpleGerman({ informationSheet }: Pick<Study, "informationSheet">): boolean {
  const { responsible, purpose, anonymity } = informationSheet;
  return [responsible, purpose, anonymity].every((text) => text["de-simple"] !== undefined);
}

/**
 * A study or an instrument as it is read in this language: in easy language, German texts give way to the easy ones
 * where there are any. Nothing else changes, so whatever depends on the words of both must be made of the original.
 */
export function asRead<Whole extends Study | Instrument>(
  whole: Whole,
  language: ReadingLanguage,
): Whole {
  // The copy has the shape of the original: only texts were exchanged.
  return language === "de-simple" ? (withSimpleGerman(whole) as Whole) : whole;
}

function withSimpleGerman(part: unknown): unknown {
  if (typeof part !== "object" || part === null) return part;
  if (Array.isArray(part)) return part.map(withSimpleGerman);
  const entries = Object.entries(part).map(([key, value]) => [key, withSimpleGerman(value)]);
  const copy = Object.fromEntries(entries);
  const simple = "de-simple" in part ? part["de-simple"] : undefined;
  return typeof simple === "string" ? { ...copy, de: simple } : copy;
}
