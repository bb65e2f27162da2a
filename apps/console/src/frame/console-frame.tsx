import type { Me } from "@mehrwert/api";
import { languages } from "@mehrwert/study";
import { PageFrame } from "@mehrwert/ui";
import { Link, Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useEffect } from "react";
import { useMe } from "../accounts/account-client.ts";
import { OnlySignedIn } from "../accounts/only-signed-in.tsx";
import { UndoProvider } from "../patterns/undo.tsx";
import { useLanguage, useLanguageChoice } from "./language.ts";
import { useHeadingFocus } from "./use-heading-focus.ts";

const words = {
  signedInAs: { de: "Angemeldet als", en: "Signed in as" },
  navigation: { de: "Hauptbereiche", en: "Main areas" },
  studies: { de: "Studien", en: "Studies" },
  library: { de: "Bibliothek", en: "Library" },
  people: { de: "Konten", en: "Accounts" },
  audit: { de: "Protokoll", en: "Audit log" },
  account: { de: "Mein Konto", en: "My account" },
} as const;

/** What surrounds every page of the console: main areas, language, footer, and the place for undoing. */
export function ConsoleFrame(): ReactNode {
  const language = useLanguage();
  const chooseLanguage = useLanguageChoice();
  const me = useMe();
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
      navigation={me.isSuccess ? <MainAreas me={me.data} /> : null}
      footer={
        me.isSuccess ? (
          <p>
            {words.signedInAs[language]} {me.data.name}
          </p>
        ) : null
      }
      isWide
    >
      <UndoProvider>
        <OnlySignedIn>
          <Outlet />
        </OnlySignedIn>
      </UndoProvider>
    </PageFrame>
  );
}

function MainAreas({ me }: { me: Me }) {
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
        {me.rights.includes("installation:manage") ? (
          <li>
            <Link to="/people" activeOptions={{ includeSearch: false }}>
              {words.people[language]}
            </Link>
          </li>
        ) : null}
        {me.rights.includes("audit:read") ? (
          <li>
            <Link to="/audit" activeOptions={{ includeSearch: false }}>
              {words.audit[language]}
            </Link>
          </li>
        ) : null}
        <li>
          <Link to="/account" activeOptions={{ includeSearch: false }}>
            {words.account[language]}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
