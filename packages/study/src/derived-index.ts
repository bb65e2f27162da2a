import { z } from "zod";
import { localizedTextSchema } from "./localized-text.ts";
import { identifierSchema } from "./question/parts.ts";

/** The id of an index, of a construct with `measure: "scale"`, or a variable name such as `km-1.required`. */
const scoreNameSchema = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$/);

const base = { id: identifierSchema, label: localizedTextSchema, definition: localizedTextSchema };

/** Mean of items of a person, if at least `minimumAnswered` are answered. */
const meanIndexSchema = z.strictObject({
  ...base,
  kind: z.literal("mean"),
  items: z.array(scoreNameSchema).min(1),
  minimumAnswered: z.number().int().min(1),
});

/** Difference of two scores of a person, for example required minus mastery. */
const differenceIndexSchema = z.strictObject({
  ...base,
  kind: z.literal("difference"),
  minuend: scoreNameSchema,
  subtrahend: scoreNameSchema,
});

/**
 * The type a person belongs to: the first whose conditions all hold. `from` and `to` are included, `above` and `below` are not.
 * A type reached in more than one way stands in the list more than once, with the same id and label.
 */
const typologyIndexSchema = z.strictObject({
  ...base,
  kind: z.literal("typology"),
  types: z
    .array(
      z.strictObject({
        id: identifierSchema,
        label: localizedTextSchema,
        when: z
          .array(
            z.strictObject({
              score: scoreNameSchema,
              from: z.number().optional(),
              above: z.number().optional(),
              to: z.number().optional(),
              below: z.number().optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(2),
});

/** How one group sees itself less how the other sees it: mean of mirrored items (`Item.mirrors`) over two constructs. */
const groupGapIndexSchema = z.strictObject({
  ...base,
  kind: z.literal("group-gap"),
  /** Constructs answered by the first group (themselves) and by the second (about the first). */
  self: identifierSchema,
  other: identifierSchema,
  /** Fewest persons in each group. */
  minimumGroup: z.number().int().min(5),
});

/** Quotient of two numbers of a unit, from the midpoints of bands; absent if the denominator is below `minimumDenominator`. */
const ratioIndexSchema = z.strictObject({
  ...base,
  kind: z.literal("ratio"),
  numerator: scoreNameSchema,
  denominator: scoreNameSchema,
  minimumDenominator: z.number(),
});

/** A score declared in an instrument and computed by analysis, never in the questionnaire. */
export const derivedIndexSchema = z.discriminatedUnion("kind", [
  meanIndexSchema,
  differenceIndexSchema,
  typologyIndexSchema,
  groupGapIndexSchema,
  ratioIndexSchema,
]);
export type DerivedIndex = z.infer<typeof derivedIndexSchema>;
