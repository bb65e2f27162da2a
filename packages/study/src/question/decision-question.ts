import { z } from "zod";
import { localizedTextSchema } from "../localized-text.ts";
import { identifierSchema, questionBase, responseOptionSchema, rowSchema } from "./parts.ts";

const outcomeSchema = z.strictObject({ ...rowSchema.shape, advice: localizedTextSchema });

/**
 * A decision aid: criteria, each rated and weighted, and the recommendation that follows while answering.
 *
 * Score s = Σ w·d·(x − midpoint) / Σ w·(half range) over the criteria with a direction, from −1 to 1.
 * Answer: `{ "<criterion>": code, "<criterion>.weight": weight }`; without a weight `defaultWeight` holds.
 */
export const decisionSchema = z.strictObject({
  ...questionBase,
  type: z.literal("decision"),
  columns: z.array(responseOptionSchema).min(2),
  weights: z
    .array(z.strictObject({ value: z.number().int().min(1), text: localizedTextSchema }))
    .min(2),
  defaultWeight: z.number().int().min(1),
  criteria: z
    .array(
      z.strictObject({
        ...rowSchema.shape,
        /** 1: agreement speaks for `high`; -1: for `low`; 0: changes only the advice. */
        direction: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
        /** Why the criterion speaks for it, shown with the recommendation: on agreement and on disagreement. */
        reasons: z.strictObject({ agree: localizedTextSchema, disagree: localizedTextSchema }),
      }),
    )
    .min(2),
  /** Recommendations: s ≤ −cut gives `low`, s ≥ cut gives `high`, between them `between`. */
  cut: z.number().gt(0).lt(1),
  outcomes: z.strictObject({ low: outcomeSchema, between: outcomeSchema, high: outcomeSchema }),
  /** If all these criteria are rated `from` or higher, the outcome is `between` whatever s is. */
  conflict: z.strictObject({
    criteria: z.array(identifierSchema).min(2),
    from: z.number(),
    advice: localizedTextSchema,
  }),
  /** Above this standard deviation of several people's ratings of a criterion: discuss first. */
  spreadLimit: z.number().gt(0),
  /** Always shown with the recommendation. */
  note: localizedTextSchema,
});
