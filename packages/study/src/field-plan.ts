import { z } from "zod";
import type { Study } from "./study.ts";

/** When one wave is meant to begin and to end, `YYYY-MM-DD`; a wave whose last day is past begins to finish by itself. */
export const waveDatesSchema = z.strictObject({
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});
export type WaveDates = z.infer<typeof waveDatesSchema>;

/** What is planned for the field and concerns no answer: dates, and how many people are expected. */
export const fieldPlanSchema = z.strictObject({
  /** Wave by wave, the first one first. */
  waves: z.array(waveDatesSchema).min(1).max(50),
  expectedRespondents: z.number().int().min(1).max(10_000_000).optional(),
});
export type FieldPlan = z.infer<typeof fieldPlanSchema>;

/** A study with what is planned for its field. */
export type PlannedStudy = { study: Study; plan: FieldPlan };

/** The plan every study begins with: one wave without dates. */
export const emptyFieldPlan: FieldPlan = { waves: [{}] };
