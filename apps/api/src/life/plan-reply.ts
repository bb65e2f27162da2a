import { z } from "@hono/zod-openapi";
import type { KeptPlan } from "@mehrwert/store";
import {
  changeableParts,
  fieldPlanSchema,
  localizedTextSchema,
  studySchema,
} from "@mehrwert/study";

const changeable = z.enum(["yes", "no", "only-up", "only-more", "only-earlier"]);

/** A study as its planners see it. */
export const planReplySchema = z
  .strictObject({
    study: studySchema.meta({ id: "Study" }),
    plan: fieldPlanSchema.meta({ id: "FieldPlan" }),
    revision: z.number().int(),
    facts: z.strictObject({ isInvited: z.boolean(), hasResponses: z.boolean() }),
    changeable: z.strictObject({
      ...{ mode: changeable, instrument: changeable, assigned: changeable, title: changeable },
      ...{ languages: changeable, minimumGroupSize: changeable, retentionDate: changeable },
      ...{ finishingDays: changeable, informationSheet: changeable, waves: changeable },
      ...{ expectedRespondents: changeable, groupedBy: changeable },
    }),
  })
  .meta({ id: "StudyPlan" });
export type PlanReply = z.infer<typeof planReplySchema>;

/** A kept plan with what of it can still change. */
export function planReply({ study, plan, revision, facts }: KeptPlan): PlanReply {
  return { study, plan, revision, facts, changeable: changeableParts({ study }, facts) };
}

/** As `ChecklistItem`. */
export const checklistSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        state: z.enum(["done", "missing", "look"]),
        title: localizedTextSchema,
        message: localizedTextSchema,
        advice: localizedTextSchema.optional(),
        path: z.string().optional(),
      }),
    ),
    /** Whether a wave can be opened now, and which one. */
    mayOpen: z.boolean(),
    waveToOpen: z.number().int(),
  })
  .meta({ id: "StudyChecklist" });
export type ChecklistReply = z.infer<typeof checklistSchema>;
