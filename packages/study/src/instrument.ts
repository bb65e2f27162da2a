import { z } from "zod";
import { derivedIndexSchema } from "./derived-index.ts";
import { languageSchema, localizedTextSchema } from "./localized-text.ts";
import { conditionSchema, identifierSchema } from "./question/parts.ts";
import { questionSchema } from "./question.ts";

export const pageSchema = z.strictObject({
  name: identifierSchema,
  title: localizedTextSchema,
  description: localizedTextSchema.optional(),
  visibleIf: conditionSchema.optional(),
  /** Order of the page's questions; a random one is drawn per participant and stored under the page's name. */
  questionOrder: z.enum(["initial", "random"]).optional(),
  elements: z.array(questionSchema).min(1),
});

/** A response scale: ordered options, low to high, and the missing options offered beside it. */
export const responseScaleSchema = z.strictObject({
  id: identifierSchema,
  options: z.array(z.strictObject({ code: z.number().int(), label: localizedTextSchema })).min(2),
});

/** What items measure. A construct being ranked has no items but is named by a ranking option. */
export const constructSchema = z.strictObject({
  id: identifierSchema,
  label: localizedTextSchema,
  definition: localizedTextSchema,
  level: z.enum(["person", "cop", "organisation", "programme"]),
  /** `scale`: mean of its items; `items`: reported item by item; `ranking`: options of a ranking. */
  measure: z.enum(["scale", "items", "ranking"]),
  /** Fewest answered items for a score; absent: two thirds of the scored items, rounded up. */
  minimumAnswered: z.number().int().min(1).optional(),
  /** Ids of the sources the construct rests on. */
  sources: z.array(identifierSchema).optional(),
});

/**
 * One thing asked: a row of a matrix or vignette, a row on one rating (`km-1.required`), or a question that has no rows.
 * Its id is the variable name.
 */
export const itemSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,63}(\.[a-z][a-z0-9-]{0,63})?$/),
  question: identifierSchema,
  construct: identifierSchema,
  scale: identifierSchema.optional(),
  reverseKeyed: z.boolean().optional(),
  /** False keeps the item out of its construct's score. */
  scored: z.boolean().optional(),
  /** The item that asks the same of the other side (leaders about themselves, staff about leaders). */
  mirrors: identifierSchema.optional(),
});

/** A ranking question whose options are value drivers, barriers or the like. */
export const rankingVariableSchema = z.strictObject({
  question: identifierSchema,
  construct: identifierSchema,
  /** What an option that was shown but not placed means: ranked below every placed one. */
  unranked: z.literal("below"),
  /** A ranking with at least this many placed options counts as a top-k ranking with k = this number. */
  topK: z.number().int().min(1),
  /** The stable English name behind each option, e.g. `vd-1` is `knowledge-transfer`. */
  names: z.record(identifierSchema, identifierSchema),
});

/** Another wording of a question for those to whom its condition applies; codes and variable stay the same. */
export const wordingVariantSchema = z.strictObject({
  question: identifierSchema,
  condition: conditionSchema,
  title: localizedTextSchema.optional(),
  description: localizedTextSchema.optional(),
  /** Texts of rows or options by their value. */
  texts: z.record(identifierSchema, localizedTextSchema).optional(),
});

/** The part of an instrument file that SurveyJS does not know. */
export const mehrwertBlockSchema = z.strictObject({
  slug: identifierSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  languages: z.array(languageSchema).min(1),
  summary: localizedTextSchema,
  targetGroup: localizedTextSchema,
  durationMinutes: z.strictObject({ from: z.number().int().min(1), to: z.number().int().min(1) }),
  licence: z.string().min(1),
  sources: z.array(z.strictObject({ id: identifierSchema, citation: z.string().min(1) })).min(1),
  /** The question that carries consent, and the value that gives it. */
  consent: z.strictObject({ question: identifierSchema, given: identifierSchema }),
  constructs: z.array(constructSchema).min(1),
  scales: z.array(responseScaleSchema),
  items: z.array(itemSchema).min(1),
  rankings: z.array(rankingVariableSchema),
  wordings: z.array(wordingVariantSchema),
  /** Pages that stand side by side and come in an order drawn per participant, stored under the block's name. */
  blocks: z
    .array(z.strictObject({ name: identifierSchema, pages: z.array(identifierSchema).min(2) }))
    .optional(),
  /** Scores of scores: typologies, gaps, quotients. */
  indices: z.array(derivedIndexSchema).optional(),
});

/** An instrument file: a SurveyJS definition (the subset Mehrwert can check) plus the `mehrwert` block. */
export const instrumentSchema = z.strictObject({
  $schema: z.string().optional(),
  title: localizedTextSchema,
  description: localizedTextSchema.optional(),
  pages: z.array(pageSchema).min(1),
  mehrwert: mehrwertBlockSchema,
});

export type { Question, QuestionOf, ResponseOption } from "./question.ts";
export type Page = z.infer<typeof pageSchema>;
export type ResponseScale = z.infer<typeof responseScaleSchema>;
export type Construct = z.infer<typeof constructSchema>;
export type Item = z.infer<typeof itemSchema>;
export type RankingVariable = z.infer<typeof rankingVariableSchema>;
export type WordingVariant = z.infer<typeof wordingVariantSchema>;

/** Questionnaire at a version, as read from its file; built by `parseInstrument`. */
export type Instrument = z.infer<typeof instrumentSchema>;
