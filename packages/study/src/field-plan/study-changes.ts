import { z } from "zod";
import { fieldPlanSchema, type PlannedStudy } from "../field-plan.ts";
import { localizedTextSchema } from "../localized-text.ts";
import { studyModeSchema, studySchema } from "../study.ts";
import { plannedInformationSchema } from "./planned-text.ts";

/** An instrument of the library at a version. */
export const instrumentPlaceSchema = z.strictObject({
  slug: studySchema.shape.instrumentSlug.regex(/^[a-z][a-z0-9-]{0,63}$/),
  version: studySchema.shape.instrumentVersion.regex(/^\d+\.\d+\.\d+$/),
});

/** What a study is begun with; everything else is filled in while it is planned. */
export const studyWishSchema = z.strictObject({
  slug: studySchema.shape.slug,
  title: localizedTextSchema,
  instrument: instrumentPlaceSchema,
  mode: studyModeSchema,
});
export type StudyWish = z.infer<typeof studyWishSchema>;

/** What is to be changed of a study's plan; what has no key stays, `null` takes a value away. */
export const studyChangesSchema = z
  .strictObject({
    title: localizedTextSchema,
    instrument: instrumentPlaceSchema,
    mode: studyModeSchema,
    /** Pseudonymous studies only: whether each participant needs a code of their own. */
    admitsByCode: z.boolean(),
    languages: studySchema.shape.languages.unwrap().nullable(),
    assigned: studySchema.shape.assigned.unwrap().nullable(),
    minimumGroupSize: studySchema.shape.minimumGroupSize,
    retentionDate: studySchema.shape.retentionDate.unwrap().nullable(),
    finishingDays: studySchema.shape.finishingDays.unwrap().nullable(),
    groupedBy: studySchema.shape.groupedBy.unwrap().nullable(),
    informationSheet: plannedInformationSchema,
    waves: fieldPlanSchema.shape.waves,
    expectedRespondents: fieldPlanSchema.shape.expectedRespondents.unwrap().nullable(),
  })
  .partial();
export type StudyChanges = z.infer<typeof studyChangesSchema>;

/** What cannot be taken over as it is: it needs the library, or fresh keys. */
type Resolved = "instrument" | "mode" | "admitsByCode";

const ofPlan = ["waves", "expectedRespondents"] as const;

/** A plan with these changes, but for those that need an instrument or keys. */
export function changedPlan(
  { study, plan }: PlannedStudy,
  changes: Omit<StudyChanges, Resolved>,
): PlannedStudy {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const isOfPlan = (key: string) => ofPlan.some((name) => name === key);
  return {
    study: studySchema.extend({ informationSheet: plannedInformationSchema }).parse(
      applied(
        study,
        given.filter(([key]) => !isOfPlan(key)),
      ),
    ),
    plan: fieldPlanSchema.parse(
      applied(
        plan,
        given.filter(([key]) => isOfPlan(key)),
      ),
    ),
  };
}

function applied(before: object, changes: [string, unknown][]): object {
  const after = Object.entries({ ...before, ...Object.fromEntries(changes) });
  return Object.fromEntries(after.filter(([, value]) => value !== null));
}
