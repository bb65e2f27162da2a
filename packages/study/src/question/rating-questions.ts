import { z } from "zod";
import { localizedTextSchema } from "../localized-text.ts";
import {
  codeSchema,
  questionBase,
  ratingSchema,
  responseOptionSchema,
  rowSchema,
} from "./parts.ts";

/** How likely a recommendation is, 0 to 10. Answer: the number. */
export const npsSchema = z.strictObject({
  ...questionBase,
  type: z.literal("nps"),
  /** Words at 0 and at 10. */
  lowest: localizedTextSchema,
  highest: localizedTextSchema,
});

/**
 * A number asked in bands. Answer: the value of a band. A band from `from` to `to` includes both;
 * without `from` or `to` it is open on that side; the missing options (`refused`, `dk`, `na`) have neither.
 */
export const numberBandSchema = z.strictObject({
  ...questionBase,
  type: z.literal("number-band"),
  unit: localizedTextSchema,
  bands: z
    .array(
      z.strictObject({
        value: codeSchema,
        text: localizedTextSchema,
        from: z.number().optional(),
        to: z.number().optional(),
      }),
    )
    .min(2),
});

/**
 * Items on two response scales, for example how important and how well mastered.
 * Answer: `{ "<row>.<rating>": code }`; the keys are the variable names.
 */
export const doubleRatingSchema = z.strictObject({
  ...questionBase,
  type: z.literal("double-rating"),
  ratings: z.tuple([ratingSchema, ratingSchema]),
  rows: z.array(rowSchema).min(1),
  rowOrder: z.enum(["initial", "random"]).optional(),
});

/**
 * A situation to imagine, told in one of several variants drawn at random, and what the participant would do.
 * Answer: `{ "<row>": code }`. Presentation: `variant`.
 */
export const vignetteSchema = z.strictObject({
  ...questionBase,
  type: z.literal("vignette"),
  variants: z.array(rowSchema).min(2),
  rows: z.array(ratingSchema).min(1),
});

/**
 * Units or organisations with which there is a tie, and what the tie is like; never persons.
 * Answer: `{ "<entry>": 1, "<entry>.<column>": code }` for the entries chosen.
 */
export const rosterSchema = z.strictObject({
  ...questionBase,
  type: z.literal("roster"),
  entries: z.array(rowSchema).min(2).max(60),
  columns: z.array(
    z.strictObject({ ...rowSchema.shape, choices: z.array(responseOptionSchema).min(2) }),
  ),
});
