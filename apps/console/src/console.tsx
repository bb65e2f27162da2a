import type { Language } from "@mehrwert/study";
import { Notice, PageFrame, preferredLanguage } from "@mehrwert/ui";
import { lazy, Suspense, useEffect, useState } from "react";
import { addressOf, languageOf, placeOf } from "./place.ts";
import { StudiesPage } from "./studies/studies-page.tsx";

/** Figures and their library come only with the page that shows them. */
const ResultsPage = lazy(() =>
  import("./results/results-page.tsx").then((module) => ({ default: module.ResultsPage })),
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
    window.history.replaceState(null, "", `${path}?language=${next}`);
  };
  return (
    <PageFrame
      language={language}
      onLanguage={onLanguage}
      name="Mehrwert"
      footer={<p>{words.footer[language]}</p>}
      isWide
    >
      <Suspense fallback={<p role="status">{words.loading[language]}</p>}>
        {place.page === "studies" ? <StudiesPage language={language} /> : null}
        {place.page === "results" ? <ResultsPage study={place.study} language={language} /> : null}
        {place.page === "unknown" ? <UnknownPage language={language} /> : null}
      </Suspense>
    </PageFrame>
  );
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
