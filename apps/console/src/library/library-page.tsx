import type { Language } from "@mehrwert/study";
import type { ReactNode } from "react";
import { useId } from "react";
import { useAddressPart } from "../address-part.ts";
import { useLanguage } from "../frame/language.ts";
import { GuidesSection } from "./guides-section.tsx";
import { ImportPanel } from "./import/import-panel.tsx";
import { useLibrary } from "./library-client.ts";
import { LibraryEntryView } from "./library-entry-view.tsx";
import { Refused } from "./refused.tsx";
import { searchLibrary } from "./search-library.ts";
import { WayBack } from "./way-back.tsx";

const words = {
  title: { de: "Bibliothek", en: "Library" },
  lead: {
    de: "Fragebögen, die Sie ansehen, erproben, kopieren und ändern können. Veröffentlichte Fassungen ändern sich nie mehr.",
    en: "Instruments to read, try out, copy and change. Published versions never change again.",
  },
  ways: { de: "Wege", en: "Ways" },
  loading: { de: "Die Bibliothek wird geladen …", en: "The library is loading …" },
  search: { de: "In der Bibliothek suchen", en: "Search the library" },
  readOnly: {
    de: "Mit Ihrem Zugang lässt sich die Bibliothek lesen, aber nicht ändern.",
    en: "With your access the library can be read, but not changed.",
  },
  toGuides: { de: "Gesprächsleitfäden", en: "Interview guides" },
  toImport: { de: "Einen Fragebogen einlesen", en: "Import an instrument" },
  none: {
    de: "In der Bibliothek ist noch nichts. Lesen Sie unten einen Fragebogen ein.",
    en: "The library is still empty. Import an instrument below.",
  },
} as const;

function found(language: Language, count: number, all: number): string {
  if (count === all) {
    if (language === "de") return `${all} ${all === 1 ? "Fragebogen" : "Fragebögen"}`;
    return `${all} ${all === 1 ? "instrument" : "instruments"}`;
  }
  if (language === "de")
    return count === 0
      ? "Nichts gefunden. Nehmen Sie weniger oder andere Wörter."
      : `${count} von ${all} Fragebögen`;
  return count === 0
    ? "Nothing found. Take fewer or other words."
    : `${count} of ${all} instruments`;
}

/** Every instrument on this server, to search, read, copy and edit; and the way to bring one's own. */
export function LibraryPage(): ReactNode {
  const language = useLanguage();
  const library = useLibrary(language);
  const [search, setSearch] = useAddressPart("search", (text) => text ?? "");
  const field = useId();
  const all = library.data?.instruments ?? [];
  const guides = library.data?.interviewGuides ?? [];
  const isWritable = library.data?.isReadOnly === false;
  const shown = searchLibrary(all, search);
  return (
    <>
      <title>{`${words.title[language]} – Mehrwert`}</title>
      <WayBack
        label={words.ways[language]}
        links={[
          ...(guides.length > 0 ? [{ href: "#guides", text: words.toGuides[language] }] : []),
          ...(isWritable ? [{ href: "#import", text: words.toImport[language] }] : []),
        ]}
      />
      <h1>{words.title[language]}</h1>
      <p>{words.lead[language]}</p>
      {library.data?.isReadOnly ? <p className="note">{words.readOnly[language]}</p> : null}
      {all.length > 0 ? (
        <search className="search">
          <label htmlFor={field}>{words.search[language]}</label>
          <input
            id={field}
            type="search"
            className="field"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </search>
      ) : null}
      <div role="status">
        {library.isPending ? <p>{words.loading[language]}</p> : null}
        {library.isError ? <Refused error={library.error} language={language} /> : null}
        {library.isSuccess ? (
          <p className="note">
            {all.length === 0 ? words.none[language] : found(language, shown.length, all.length)}
          </p>
        ) : null}
      </div>
      <ul className="studies">
        {shown.map((entry) => (
          <LibraryEntryView key={entry.slug} entry={entry} language={language} />
        ))}
      </ul>
      <div id="guides">
        {guides.length > 0 ? <GuidesSection guides={guides} language={language} /> : null}
      </div>
      <div id="import">{isWritable ? <ImportPanel language={language} /> : null}</div>
    </>
  );
}
