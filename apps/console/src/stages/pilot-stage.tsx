import type { Study } from "@mehrwert/study";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage } from "../frame/language.ts";
import { Refused } from "../library/refused.tsx";
import { usePilot, usePlan } from "../life/life-client.ts";
import { CommentsSection } from "../life/pilot/comments-section.tsx";
import { SimulationSection } from "../life/pilot/simulation-section.tsx";
import { TestersSection } from "../life/pilot/testers-section.tsx";
import { planners } from "./may-in-study.ts";
import { StagePage } from "./stage-page.tsx";

const words = {
  preview: { de: "Vorschau öffnen", en: "Open the preview" },
  checks: { de: "Fragebogen prüfen", en: "Check the instrument" },
} as const;

/** Trying the study out before anybody is asked. */
export function PilotStage(): ReactNode {
  const { study } = useParams({ from: "/studies/$study/pilot" });
  return (
    <StagePage stage="pilot" slug={study} roles={planners}>
      {(planned) => <Pilot study={planned} />}
    </StagePage>
  );
}

function Pilot({ study }: { study: Study }) {
  const language = useLanguage();
  const pilot = usePilot(study.slug, language);
  const plan = usePlan(study.slug, language);
  const place = { slug: study.instrumentSlug, version: study.instrumentVersion };
  return (
    <>
      <ul className="links">
        <li>
          <Link to="/library/$slug/$version/preview" params={place}>
            {words.preview[language]}
          </Link>
        </li>
        <li>
          <Link to="/library/$slug/$version" params={place}>
            {words.checks[language]}
          </Link>
        </li>
      </ul>
      {pilot.isError ? <Refused error={pilot.error} language={language} /> : null}
      {pilot.data === undefined ? null : (
        <>
          <TestersSection {...{ language, pilot: pilot.data, study: study.slug }} />
          <CommentsSection {...{ language, place, pilot: pilot.data, study: study.slug }} />
        </>
      )}
      {plan.data === undefined ? null : (
        <SimulationSection
          {...{ language, study: study.slug }}
          expected={Math.min(2000, Math.max(5, plan.data.plan.expectedRespondents ?? 200))}
        />
      )}
    </>
  );
}
