import type { PlanReply } from "@mehrwert/api";
import type { FieldPlan, InformationSheet, Language, Study, StudyMode } from "@mehrwert/study";

/** What the form of a plan shows and changes. */
export type PlanDraft = {
  title: { de: string; en: string };
  instrument: { slug: string; version: string };
  mode: StudyMode;
  admitsByCode: boolean;
  languages: readonly Language[] | null;
  assigned: NonNullable<Study["assigned"]> | null;
  minimumGroupSize: number | string;
  groupedBy: readonly string[] | null;
  retentionDate: string | null;
  finishingDays: number | string | null;
  informationSheet: InformationSheet;
  waves: FieldPlan["waves"];
  expectedRespondents: number | string | null;
};

/** The plan as the form begins with it. */
export function draftOf({ study, plan }: Pick<PlanReply, "study" | "plan">): PlanDraft {
  return {
    title: study.title,
    instrument: { slug: study.instrumentSlug, version: study.instrumentVersion },
    mode: study.mode,
    admitsByCode: study.credentialKey !== undefined,
    languages: study.languages ?? null,
    assigned: study.assigned ?? null,
    minimumGroupSize: study.minimumGroupSize,
    groupedBy: study.groupedBy ?? null,
    retentionDate: study.retentionDate ?? null,
    finishingDays: study.finishingDays ?? null,
    informationSheet: study.informationSheet,
    waves: plan.waves,
    expectedRespondents: plan.expectedRespondents ?? null,
  };
}

/** What differs from the plan that was read: only that is sent, so that the rest stays as others left it. */
export function changesOf(before: PlanDraft, draft: PlanDraft): Partial<PlanDraft> {
  const changed = Object.entries(draft).filter(
    ([name, value]) =>
      JSON.stringify(value) !==
      JSON.stringify(Object.entries(before).find(([key]) => key === name)?.[1]),
  );
  return Object.fromEntries(changed);
}
