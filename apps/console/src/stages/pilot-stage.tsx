import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage } from "../frame/language.ts";
import { StagePage } from "./stage-page.tsx";

const words = {
  lead: {
    de: "Sehen Sie den Fragebogen so, wie die Teilnehmenden ihn sehen. In der Vorschau wird nichts gespeichert.",
    en: "See the instrument as participants see it. The preview keeps nothing.",
  },
  preview: { de: "Vorschau öffnen", en: "Open the preview" },
  checks: { de: "Fragebogen prüfen", en: "Check the instrument" },
} as const;

/** Trying the study out before anybody is asked. */
export function PilotStage(): ReactNode {
  const { study } = useParams({ from: "/studies/$study/pilot" });
  const language = useLanguage();
  return (
    <StagePage stage="pilot" slug={study}>
      {({ instrumentSlug: slug, instrumentVersion: version }) => (
        <>
          <p>{words.lead[language]}</p>
          <ul className="links">
            <li>
              <Link to="/library/$slug/$version/preview" params={{ slug, version }}>
                {words.preview[language]}
              </Link>
            </li>
            <li>
              <Link to="/library/$slug/$version" params={{ slug, version }}>
                {words.checks[language]}
              </Link>
            </li>
          </ul>
        </>
      )}
    </StagePage>
  );
}
