import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage } from "../frame/language.ts";
import { Refused } from "../library/refused.tsx";
import { usePlan } from "../life/life-client.ts";
import { PlanForm } from "../life/plan/plan-form.tsx";
import { planWords } from "../life/plan/plan-words.ts";
import { Waiting } from "../patterns/waiting.tsx";
import { planners, useIsOneOf } from "./may-in-study.ts";
import { StagePage } from "./stage-page.tsx";

/** What is planned, what is still missing, and the step into the field. */
export function PlanStage(): ReactNode {
  const { study } = useParams({ from: "/studies/$study/plan" });
  const language = useLanguage();
  const isPlanner = useIsOneOf(study, planners) !== false;
  const plan = usePlan(study, language, isPlanner);
  return (
    <StagePage stage="plan" slug={study} roles={planners}>
      {() =>
        plan.data === undefined ? (
          plan.isError ? (
            <Refused error={plan.error} language={language} />
          ) : (
            <Waiting label={planWords.loading[language]} language={language} />
          )
        ) : (
          <PlanForm kept={plan.data} language={language} />
        )
      }
    </StagePage>
  );
}
