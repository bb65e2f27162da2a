import { z } from "zod";
import { assignedSchema } from "./question/assigned-question.ts";
import { codeQuestionSchema } from "./question/code-question.ts";
import { decisionSchema } from "./question/decision-question.ts";
import { maxdiffSchema } from "./question/maxdiff-question.ts";
import type { responseOptionSchema } from "./question/parts.ts";
import {
  doubleRatingSchema,
  npsSchema,
  numberBandSchema,
  rosterSchema,
  vignetteSchema,
} from "./question/rating-questions.ts";
import { statementRoundSchema } from "./question/statement-round-question.ts";
import {
  checkboxSchema,
  commentSchema,
  matrixSchema,
  radiogroupSchema,
  rankingSchema,
  textSchema,
} from "./question/surveyjs-questions.ts";

/**
 * One question of an instrument. The first six types are SurveyJS's own, in the part whose answers Mehrwert
 * can check, store and analyse; the others are Mehrwert's.
 */
export const questionSchema = z.discriminatedUnion("type", [
  radiogroupSchema,
  checkboxSchema,
  matrixSchema,
  rankingSchema,
  textSchema,
  commentSchema,
  npsSchema,
  numberBandSchema,
  doubleRatingSchema,
  vignetteSchema,
  rosterSchema,
  maxdiffSchema,
  codeQuestionSchema,
  statementRoundSchema,
  decisionSchema,
  assignedSchema,
]);

export type ResponseOption = z.infer<typeof responseOptionSchema>;
export type Question = z.infer<typeof questionSchema>;

/** The question of one type. */
export type QuestionOf<Type extends Question["type"]> = Extract<Question, { type: Type }>;
