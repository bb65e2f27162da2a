import type { Language } from "@mehrwert/study";

/**
 * The first of the browser's languages (`navigator.languages`) that texts exist in; English for everybody else.
 *
 * @example preferredLanguage(["fr", "de-AT", "en"]) // "de"
 */
export function preferredLanguage(accepted: readonly string[]): Language {
  for (const tag of accepted) {
    const primary = tag.toLowerCase().split("-")[0];
    if (primary === "de" || primary === "en") return primary;
  }
  return "en";
}
