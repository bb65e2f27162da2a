import { type Language, languages as offered } from "@mehrwert/study";
import { Notice, PageFrame, preferredLanguage } from "@mehrwert/ui";
import { lazy, Suspense, useEffect, useState } from "react";
import { writeAddressPart } from "./address-part.ts";
import { LibraryPage } from "./library/library-page.tsx";
import { addressOf, languageOf, type Place, placeOf } from "./place.ts";
import { StudiesPage } from "./studies/studies-page.tsx";

/** Figures and their library come only with the page that shows them. */
const ResultsPage = lazy(() =>
  import("./results/results-page.tsx").then((module) => ({ default: module.ResultsPage })),
);

const InstrumentPage = lazy(() =>
  import("./library/instrument/instrument-page.tsx").then((module) => ({
    default: module.InstrumentPage,
  })),
);
const PreviewPage = lazy(() =>
  import("./library/preview-page.tsx").then((module) => ({ default: module.PreviewPage })),
);
/** The code editor is larger than everything else together. */
const EditPage = lazy(() =>
  import("./library/edit/edit-page.tsx").then((module) => ({ default: module.EditPage })),
);

const words = {
  footer: {
    de: "Diese Konsole hat noch keine Konten. Der Server antwortet deshalb nur auf dem Rechner, auf dem er läuft.",
    en: "This console has no accounts yet. So the server answers only on the machine it runs on.",
  },
  loading: { de: "Die Seite wird geladen …", en: "The page is loading …" },
  unknown: { de: "Diese Seite gibt es nicht", en: "There is no such page" },
  back: { de: "Zu den Studien", en: "To the studies" },
} as const;

/** The researcher's app: the page that the address names, in the reader's language. */
export function Console({
  path,
  search,
  languages,
}: {
  path: string;
  search: string;
  languages: readonly string[];
}) {
  const [language, setLanguage] = useState<Language>(
    () => languageOf(search) ?? preferredLanguage(languages),
  );
  const place = placeOf(path);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const onLanguage = (next: Language) => {
    setLanguage(next);
    writeAddressPart("language", next);
  };
  return (
    <PageFrame
      language={language}
      offered={offered}
      onLanguage={onLanguage}
      name="Mehrwert"
      footer={<p>{words.footer[language]}</p>}
      isWide
    >
      <Suspense fallback={<p role="status">{words.loading[language]}</p>}>
        <Page place={place} language={language} />
      </Suspense>
    </PageFrame>
  );
}

function Page({ place, language }: { place: Place; language: Language }) {
  switch (place.page) {
    case "studies":
      return <StudiesPage language={language} />;
    case "results":
      return <ResultsPage study={place.study} language={language} />;
    case "library":
      return <LibraryPage language={language} />;
    case "instrument":
      return <InstrumentPage slug={place.slug} version={place.version} language={language} />;
    case "preview":
      return <PreviewPage slug={place.slug} version={place.version} language={language} />;
    case "edit":
      return <EditPage slug={place.slug} language={language} />;
    case "unknown":
      return <UnknownPage language={language} />;
  }
}

function UnknownPage({ language }: { language: Language }) {
  return (
    <>
      <title>{`${words.unknown[language]} – Mehrwert`}</title>
      <h1>{words.unknown[language]}</h1>
      <Notice>
        <p>
          <a href={addressOf.studies(language)}>{words.back[language]}</a>
        </p>
      </Notice>
    </>
  );
}
