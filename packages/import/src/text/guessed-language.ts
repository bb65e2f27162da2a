import type { Language } from "@mehrwert/study";

const german =
  /\b(der|die|das|und|ist|sie|ihre?[nmrs]?|wie|welche[nmrs]?|nicht|mit|für|ein|eine|haben|sind|oder)\b|[äöüß]/gi;
const english = /\b(the|and|is|you|your|how|which|what|not|with|for|an?|have|are|or|do|of)\b/gi;

/** The language of words whose file names none: German or English, by their small words. */
export function guessedLanguage(all: string): Language {
  const words = all.slice(0, 20_000);
  return (words.match(german)?.length ?? 0) >= (words.match(english)?.length ?? 0) ? "de" : "en";
}
