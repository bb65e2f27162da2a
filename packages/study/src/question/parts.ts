import { z } from "zod";
import { localizedTextSchema } from "../localized-text.ts";

/** Name of a question, item, page, construct or option: lower-case words joined by hyphens. It becomes the variable name. */
export const identifierSchema = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

/** A stored code: a number for scale points, a word otherwise. */
export const codeSchema = z.union([z.number().int(), identifierSchema]);

/** One choice of a question, column of a matrix or card of a ranking: what is stored and what is read. */
export const responseOptionSchema = z.strictObject({
  value: codeSchema,
  text: localizedTextSchema,
});

/** A named text: a row of a matrix, a statement, a unit of a roster. */
export const rowSchema = z.strictObject({ value: identifierSchema, text: localizedTextSchema });

/** A SurveyJS expression, for example `{network-experience} <> 'never'`. */
export const conditionSchema = z.string().min(1).max(2000);

/** What every question has. */
export const questionBase = {
  name: identifierSchema,
  title: localizedTextSchema,
  description: localizedTextSchema.optional(),
  visibleIf: conditionSchema.optional(),
  isRequired: z.boolean().optional(),
};

/** A response scale offered for each row of a question: its name, what it asks, and its ordered points. */
export const ratingSchema = z.strictObject({
  value: identifierSchema,
  text: localizedTextSchema,
  columns: z.array(responseOptionSchema).min(2),
});

/** An option of a ranking or of MaxDiff: a card with a short label and one line that explains it. */
export const cardSchema = z.strictObject({
  value: identifierSchema,
  text: localizedTextSchema,
  mehrwertExplanation: localizedTextSchema.optional(),
});
