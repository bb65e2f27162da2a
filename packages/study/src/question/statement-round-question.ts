import { z } from "zod";
import { localizedTextSchema } from "../localized-text.ts";
import { questionBase, ratingSchema, rowSchema } from "./parts.ts";

/** What the panel said of a statement in the round before: about the first rating of the question. */
export const statementFeedbackSchema = z.strictObject({
  n: z.number().int().min(1),
  median: z.number(),
  /** First and third quartile. */
  quartiles: z.tuple([z.number(), z.number()]),
  /** Number of panelists per point of the first rating, lowest first. */
  counts: z.array(z.number().int().min(0)),
  /** Reasons given, without names. */
  reasons: z.array(localizedTextSchema),
});

/**
 * Delphi: statements that a panelist rates, with a reason. From the second round on with the panel's last answers.
 * Answer: `{ "<statement>.<rating>": code, "<statement>.reason": text }`.
 */
export const statementRoundSchema = z.strictObject({
  ...questionBase,
  type: z.literal("statement-round"),
  round: z.number().int().min(1).max(9),
  ratings: z.array(ratingSchema).min(1).max(4),
  reason: z.strictObject({
    text: localizedTextSchema,
    maxLength: z.number().int().min(1).max(10_000),
  }),
  statements: z
    .array(
      z.strictObject({
        ...rowSchema.shape,
        /** Counts the wordings of a statement. */
        version: z.number().int().min(1),
        feedback: statementFeedbackSchema.optional(),
      }),
    )
    .min(1)
    .max(60),
});
