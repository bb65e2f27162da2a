import { Button, Notice } from "@mehrwert/ui";
import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Waiting } from "../patterns/waiting.tsx";
import { useLanguage } from "./language.ts";

const words = {
  loading: { de: "Die Seite wird geladen …", en: "The page is loading …" },
  unknown: { de: "Diese Seite gibt es nicht", en: "There is no such page" },
  back: { de: "Zu den Studien", en: "To the studies" },
  failed: { de: "Diese Seite ließ sich nicht zeigen", en: "This page could not be shown" },
  failedLead: {
    de: "Vielleicht antwortet der Server gerade nicht, oder er wurde inzwischen erneuert. Was gespeichert war, ist gespeichert.",
    en: "Maybe the server does not answer just now, or it was updated meanwhile. What was saved is saved.",
  },
  again: { de: "Noch einmal versuchen", en: "Try again" },
} as const;

/** While the files of a page are under way. */
export function LoadingPage(): ReactNode {
  const language = useLanguage();
  return <Waiting label={words.loading[language]} language={language} />;
}

/** An address that names nothing. */
export function UnknownPage(): ReactNode {
  const language = useLanguage();
  return (
    <>
      <title>{`${words.unknown[language]} – Mehrwert`}</title>
      <h1>{words.unknown[language]}</h1>
      <Notice>
        <p>
          <Link to="/">{words.back[language]}</Link>
        </p>
      </Notice>
    </>
  );
}

/** A page whose files did not come, or that failed while it was drawn. */
export function FailedPage({ reset }: ErrorComponentProps): ReactNode {
  const language = useLanguage();
  const router = useRouter();
  return (
    <>
      <title>{`${words.failed[language]} – Mehrwert`}</title>
      <h1>{words.failed[language]}</h1>
      <Notice kind="error">
        <p>{words.failedLead[language]}</p>
        <Button
          onClick={() => {
            reset();
            void router.invalidate();
          }}
        >
          {words.again[language]}
        </Button>
      </Notice>
    </>
  );
}
