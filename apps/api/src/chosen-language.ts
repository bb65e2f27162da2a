import { type Language, languageSchema } from "@mehrwert/study";

function knownLanguage(tag: string): Language | undefined {
  return languageSchema.safeParse(tag.trim().toLowerCase().split("-")[0]).data;
}

/** The acceptable languages of a header, best first: `de-AT, en;q=0.5` gives `["de", "en"]`. */
function acceptedLanguages(header: string): Language[] {
  const wishes = header.split(",").map((part) => {
    const [tag = "", ...parameters] = part.split(";");
    const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
    return { language: knownLanguage(tag), quality: Number(quality ?? "1") };
  });
  return wishes
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .flatMap(({ language }) => (language === undefined ? [] : [language]));
}

/**
 * The language of a reply: `?lang=`, else the reader's `Accept-Language`, else the language of what was sent
 * (`Content-Language`), else the fallback. It is used for this one reply and neither kept nor logged.
 *
 * @example chosenLanguage({ acceptLanguage: "fr, de;q=0.8" }, "en") // "de"
 */
export function chosenLanguage(
  wishes: {
    query?: string | undefined;
    acceptLanguage?: string | undefined;
    contentLanguage?: string | undefined;
  },
  fallback: Language,
): Language {
  return (
    knownLanguage(wishes.query ?? "") ??
    acceptedLanguages(wishes.acceptLanguage ?? "")[0] ??
    knownLanguage(wishes.contentLanguage ?? "") ??
    fallback
  );
}
