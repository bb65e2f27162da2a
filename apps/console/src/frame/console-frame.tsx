import { languages } from "@mehrwert/study";
import { PageFrame } from "@mehrwert/ui";
import { Link, Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useEffect } from "react";
import { UndoProvider } from "../patterns/undo.tsx";
import { useLanguage, useLanguageChoice } from "./language.ts";
import { useHeadingFocus } from "./use-heading-focus.ts";

const words = {
  footer: {
    de: "Diese Konsole hat noch keine Konten. Der Server antwortet deshalb nur auf dem Rechner, auf dem er läuft.",
    en: "This console has no accounts yet. So the server answers only on the machine it runs on.",
  },
  navigation: { de: "Hauptbereiche", en: "Main areas" },
  studies: { de: "Studien", en: "Studies" },
  library: { de: "Bibliothek", en: "Library" },
} as const;

/** What surrounds every page of the console: main areas, language, footer, and the place for undoing. */
export function ConsoleFrame(): ReactNode {
  const language = useLanguage();
  const chooseLanguage = useLanguageChoice();
  useHeadingFocus();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <PageFrame
      language={language}
      offered={languages}
      onLanguage={chooseLanguage}
      name="Mehrwert"
      navigation={<MainAreas />}
      footer={<p>{words.footer[language]}</p>}
      isWide
    >
      <UndoProvider>
        <Outlet />
      </UndoProvider>
    </PageFrame>
  );
}

function MainAreas() {
  const language = useLanguage();
  return (
    <nav aria-label={words.navigation[language]} className="main-areas no-print">
      <ul>
        <li>
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
            {words.studies[language]}
          </Link>
        </li>
        <li>
          <Link to="/library" activeOptions={{ includeSearch: false }}>
            {words.library[language]}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
