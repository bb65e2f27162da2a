import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage } from "../frame/language.ts";
import { addressOf } from "../place.ts";
import { StagePage } from "./stage-page.tsx";

const words = {
  lead: {
    de: "Der Datensatz enthält alle Antworten, wie sie gegeben wurden, mit Codebuch und Prüfsummen.",
    en: "The dataset holds all answers as they were given, with data dictionary and checksums.",
  },
  dataset: { de: "Datensatz herunterladen (ZIP)", en: "Download the dataset (ZIP)" },
} as const;

/** What stays of the study. */
export function ArchiveStage(): ReactNode {
  const { study: slug } = useParams({ from: "/studies/$study/archive" });
  const language = useLanguage();
  return (
    <StagePage stage="archive" slug={slug}>
      {() => (
        <>
          <p>{words.lead[language]}</p>
          <p>
            <a href={addressOf.dataset(slug)} download>
              {words.dataset[language]}
            </a>
          </p>
        </>
      )}
    </StagePage>
  );
}
