import type { Language } from "@mehrwert/study";
import { ConsoleLink } from "../../frame/console-link.tsx";
import { addressOf } from "../../place.ts";
import { factWords } from "../instrument-words.ts";
import type { LibraryEntry } from "../library-client.ts";

const words = {
  preview: { de: "Vorschau öffnen", en: "Open the preview" },
  copy: { de: "Als eigenen Fragebogen kopieren", en: "Copy to an instrument of your own" },
  edit: { de: "Entwurf bearbeiten", en: "Edit the draft" },
  next: { de: "Nächste Fassung beginnen", en: "Begin the next version" },
  dictionary: { de: "Datenwörterbuch", en: "Data dictionary" },
  shown: { de: "diese Seite", en: "this page" },
} as const;

const formats = [
  ["html", "HTML"],
  ["md", "Markdown"],
  ["json", "JSON"],
  ["xml", "DDI Codebook 2.5 (XML)"],
] as const;

/** From here: preview, editing, other versions, and the data dictionary to take away. */
export function InstrumentWays({
  slug,
  version,
  entry,
  isReadOnly,
  language,
}: {
  slug: string;
  version: string;
  entry: LibraryEntry | undefined;
  isReadOnly: boolean;
  language: Language;
}) {
  const isOwn = entry?.origin === "own" && !isReadOnly;
  const versions = [...(entry?.versions ?? []), ...(entry?.draft ? ["draft"] : [])];
  const named = (each: string) => (each === "draft" ? factWords.draft[language] : each);
  return (
    <>
      <ul className="links no-print">
        <li>
          <ConsoleLink href={addressOf.preview(slug, version, language)}>
            {words.preview[language]}
          </ConsoleLink>
        </li>
        {versions.length > 0 && !isReadOnly && !(version === "draft" && versions.length === 1) ? (
          <li>
            <a href="#copy">{words.copy[language]}</a>
          </li>
        ) : null}
        {isOwn ? (
          <li>
            <ConsoleLink href={addressOf.edit(slug, language)}>
              {entry.draft ? words.edit[language] : words.next[language]}
            </ConsoleLink>
          </li>
        ) : null}
      </ul>
      <div className="labelled-links no-print">
        <h2>{factWords.versions[language]}</h2>
        <ul className="links">
          {versions.map((each) => (
            <li key={each}>
              {each === version ? (
                <span aria-current="page">
                  <strong>{named(each)}</strong> ({words.shown[language]})
                </span>
              ) : (
                <ConsoleLink href={addressOf.instrument(slug, each, language)}>
                  {named(each)}
                </ConsoleLink>
              )}
            </li>
          ))}
        </ul>
        <h2>{words.dictionary[language]}</h2>
        <ul className="links">
          {formats.map(([format, name]) => (
            <li key={format}>
              <a href={addressOf.dictionary(slug, version, format, language)} download>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
