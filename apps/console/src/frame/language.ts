import { type Language, languages } from "@mehrwert/study";
import { preferredLanguage } from "@mehrwert/ui";
import { useNavigate, useSearch } from "@tanstack/react-router";

/** Choices of single pages that their addresses keep; `useAddressPart` reads and writes them. */
export const addressParts = [
  "search",
  "shown",
  "width",
  "respondents",
  "by",
  "wave",
  "back",
  "failed",
] as const;
export type AddressPart = (typeof addressParts)[number];

/** What an address may ask for. The language lives there so that a link says what its sender saw. */
export type ConsoleSearch = { language?: Language | undefined } & {
  [part in AddressPart]?: string | undefined;
};

/** What is known of an address's parts. A language without texts is overwritten, not only left out. */
export function consoleSearch(given: Record<string, unknown>): ConsoleSearch {
  const search: ConsoleSearch = {
    language: languages.find((offered) => offered === given.language),
  };
  for (const part of addressParts) {
    const value = given[part];
    if (typeof value === "string") search[part] = value;
  }
  return search;
}

/** The language of the page: what its address asks for, or what the browser prefers. */
export function useLanguage(): Language {
  const { language } = useSearch({ strict: false });
  return language ?? preferredLanguage(navigator.languages);
}

/** Writes the language into the address, from where every link takes it along. */
export function useLanguageChoice(): (language: Language) => void {
  const navigate = useNavigate();
  return (language) =>
    void navigate({
      to: ".",
      search: (before) => ({ ...before, language }),
      replace: true,
      resetScroll: false,
    });
}
