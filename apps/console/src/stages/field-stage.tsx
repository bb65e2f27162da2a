import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage } from "../frame/language.ts";
import { addressOf } from "../place.ts";
import { statusWords } from "../studies/study-marks.tsx";
import { StagePage } from "./stage-page.tsx";

const words = {
  status: { de: "Stand", en: "State" },
  questionnaire: { de: "Zum Fragebogen", en: "To the questionnaire" },
} as const;

/** The study while people answer. */
export function FieldStage(): ReactNode {
  const { study: slug } = useParams({ from: "/studies/$study/field" });
  const language = useLanguage();
  return (
    <StagePage stage="field" slug={slug}>
      {(study) => (
        <>
          <dl className="facts">
            <div>
              <dt>{words.status[language]}</dt>
              <dd>{statusWords[study.status][language]}</dd>
            </div>
          </dl>
          <p>
            <a href={addressOf.questionnaire(slug)}>{words.questionnaire[language]}</a>
          </p>
        </>
      )}
    </StagePage>
  );
}
