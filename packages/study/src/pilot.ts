import { z } from "zod";
import { responseLanguageSchema } from "./localized-text.ts";
import { surveyResponseSchema } from "./survey-response.ts";

const { id, instrumentVersion, definitionHash, language, answers, presentation, lastPage } =
  surveyResponseSchema.shape;

/** Answers of a tester: never in any dataset, result or count of a study. */
export const pilotResponseSchema = z.strictObject({
  ...{ id, instrumentVersion, definitionHash, language, answers, presentation, lastPage },
});
export type PilotResponse = z.infer<typeof pilotResponseSchema>;

/** What a tester noted about a page of the questionnaire; without a page: about the whole. */
export const pilotCommentSchema = z.strictObject({
  id: z.uuid(),
  page: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,63}$/)
    .optional(),
  comment: z.string().trim().min(1).max(2000),
  language: responseLanguageSchema,
  instrumentVersion,
  isSettled: z.boolean(),
  /** `YYYY-MM-DD` */
  day: z.iso.date(),
});
export type PilotComment = z.infer<typeof pilotCommentSchema>;
