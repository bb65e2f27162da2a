import { z } from "zod";
import { codeIdSchema } from "./codebook/schema.ts";
import { excerptSchema } from "./excerpt.ts";

/** How a model did on interviews it had not learned from: counts of sentences, for one code. */
export const suggestionQualitySchema = z.strictObject({
  /** Suggested, and coded by a person. */
  right: z.number().int().min(0),
  /** Suggested, and not coded. */
  wrong: z.number().int().min(0),
  /** Coded, and not suggested. */
  missed: z.number().int().min(0),
  /** Interviews that were left out, one after the other. */
  interviews: z.number().int().min(1),
});
export type SuggestionQuality = z.infer<typeof suggestionQualitySchema>;

/**
 * A passage that a rule or a model takes for one of a code. It is no coding: nothing counts it until a person codes the
 * passage, and then only the coding counts.
 */
export const codeSuggestionSchema = z.strictObject({
  /** Follows from who asked, method, code and passage, so that the same suggestion is the same one again. */
  id: z.uuid(),
  excerpt: excerptSchema,
  code: codeIdSchema,
  by: z.enum(["rule", "model"]),
  /** Which rule or model, with its version. */
  name: z.string().min(1).max(200),
  /** 0 to 1. Rule: share of the keywords found in the passage that hint at this code. Model: its estimate. */
  score: z.number().min(0).max(1),
  /** Where the words of the rule stand. */
  hits: z
    .array(z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(1) }))
    .optional(),
  /** A negation stands near: plus or minus is for the person to say. */
  checkPolarity: z.boolean().optional(),
  quality: suggestionQualitySchema.optional(),
});
export type CodeSuggestion = z.infer<typeof codeSuggestionSchema>;
