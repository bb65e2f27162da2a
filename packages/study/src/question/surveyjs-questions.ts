import { z } from "zod";
import {
  cardSchema,
  identifierSchema,
  questionBase,
  responseOptionSchema,
  rowSchema,
} from "./parts.ts";

/** One of several options. */
export const radiogroupSchema = z.strictObject({
  ...questionBase,
  type: z.literal("radiogroup"),
  choices: z.array(responseOptionSchema).min(2),
  choicesOrder: z.enum(["none", "random"]).optional(),
});

/** Some of several options. */
export const checkboxSchema = z.strictObject({
  ...questionBase,
  type: z.literal("checkbox"),
  choices: z.array(responseOptionSchema).min(2),
  choicesOrder: z.enum(["none", "random"]).optional(),
  minSelectedChoices: z.number().int().min(0).optional(),
  maxSelectedChoices: z.number().int().min(1).optional(),
});

/** Items on one response scale. */
export const matrixSchema = z.strictObject({
  ...questionBase,
  type: z.literal("matrix"),
  columns: z.array(responseOptionSchema).min(2),
  rows: z.array(rowSchema).min(1),
  rowOrder: z.enum(["initial", "random"]).optional(),
  isAllRowRequired: z.boolean().optional(),
  /** `stacked` (default): one row under the other, all anchors shown. `grid`: a table on wide screens. */
  mehrwertLayout: z.enum(["stacked", "grid"]).optional(),
});

/** Options to put into an order, the most valued first. */
export const rankingSchema = z.strictObject({
  ...questionBase,
  type: z.literal("ranking"),
  selectToRankEnabled: z.literal(true),
  choices: z.array(cardSchema).min(2).max(32),
  choicesOrder: z.enum(["none", "random"]).optional(),
  /** Fewest options to place when the question is answered at all; fewer are refused. */
  minSelectedChoices: z.number().int().min(1).optional(),
  /** Most options to place; below the number of options the question is a top-k ranking. */
  maxSelectedChoices: z.number().int().min(1).optional(),
  /** The `maxdiff` question that asks the same of others, drawn at random; both have the same options. */
  mehrwertAlternative: identifierSchema.optional(),
});

/** A short open answer. */
export const textSchema = z.strictObject({
  ...questionBase,
  type: z.literal("text"),
  maxLength: z.number().int().min(1).max(10_000),
});

/** A long open answer. */
export const commentSchema = z.strictObject({
  ...questionBase,
  type: z.literal("comment"),
  maxLength: z.number().int().min(1).max(10_000),
  rows: z.number().int().min(1).max(20).optional(),
});
