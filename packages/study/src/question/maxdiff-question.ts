import { z } from "zod";
import { localizedTextSchema } from "../localized-text.ts";
import { cardSchema, questionBase } from "./parts.ts";

/**
 * Best–worst scaling (MaxDiff): in each of several sets of options, the best and the worst.
 *
 * Answer: `{ "<set>.best": option, "<set>.worst": option }`, sets numbered from 1 in the order shown.
 * Presentation: `version` of the design (from 0) and `sets`, the options of each set in the order shown.
 */
export const maxdiffSchema = z.strictObject({
  ...questionBase,
  type: z.literal("maxdiff"),
  choices: z.array(cardSchema).min(4).max(32),
  /** The words above the two columns. */
  best: localizedTextSchema,
  worst: localizedTextSchema,
  /**
   * `couples-of-8`: the 28 balanced versions of eight sets of four, for exactly eight options.
   * Otherwise the versions themselves: `design[version][set]` = places of options in `choices`, from 0.
   */
  design: z.union([
    z.literal("couples-of-8"),
    z
      .array(
        z
          .array(z.array(z.number().int().min(0)).min(2).max(8))
          .min(1)
          .max(40),
      )
      .min(1)
      .max(500),
  ]),
});
