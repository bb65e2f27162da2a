import type { Study } from "@mehrwert/study";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage } from "../frame/language.ts";
import { Refused } from "../library/refused.tsx";
import { EndingSection } from "../life/archive/ending-section.tsx";
import { FrozenSection } from "../life/archive/frozen-section.tsx";
import { HandOverSection } from "../life/archive/hand-over-section.tsx";
import { useFrozenDatasets } from "../life/life-client.ts";
import { statusWords } from "../studies/study-marks.tsx";
import { analysts, planners, useIsOneOf } from "./may-in-study.ts";
import { StagePage } from "./stage-page.tsx";

const words = { status: { de: "Stand", en: "State" } } as const;

/** How the study ends, and what stays of it. */
export function ArchiveStage(): ReactNode {
  const { study } = useParams({ from: "/studies/$study/archive" });
  return (
    <StagePage stage="archive" slug={study}>
      {(kept) => <Archive study={kept} />}
    </StagePage>
  );
}

function Archive({ study }: { study: Study }) {
  const language = useLanguage();
  const frozen = useFrozenDatasets(study.slug, language);
  const mayFetch = useIsOneOf(study.slug, analysts) === true;
  const isPlanner = useIsOneOf(study.slug, planners) === true;
  const isOwner = useIsOneOf(study.slug, ["owner"]) === true;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{words.status[language]}</dt>
          <dd>{statusWords[study.status][language]}</dd>
        </div>
      </dl>
      {frozen.isError ? <Refused error={frozen.error} language={language} /> : null}
      <FrozenSection {...{ study, language, mayFetch, frozen: frozen.data ?? [] }} />
      {isPlanner ? <EndingSection {...{ study, language, isOwner }} /> : null}
      {isOwner ? <HandOverSection {...{ study, language }} /> : null}
    </>
  );
}
