import { z } from "zod";
import { languageSchema, localizedTextSchema } from "./localized-text.ts";

/** Name of a question, item, page, construct or option: lower-case words joined by hyphens. It becomes the variable name. */
export const identifierSchema = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

/** A stored code: a number for scale points, a word otherwise. */
export const codeSchema = z.union([z.number().int(), identifierSchema]);

/** One choice of a question, column of a matrix or card of a ranking: what is stored and what is read. */
export const responseOptionSchema = z.strictObject({
  value: codeSchema,
  text: localizedTextSchema,
});

/** A SurveyJS expression, for example `{network-experience} <> 'never'`. */
export const conditionSchema = z.string().min(1).max(2000);

const questionBase = {
  name: identifierSchema,
  title: localizedTextSchema,
  description: localizedTextSchema.optional(),
  visibleIf: conditionSchema.optional(),
  isRequired: z.boolean().optional(),
};

const radiogroupSchema = z.strictObject({
  ...questionBase,
  type: z.literal("radiogroup"),
  choices: z.array(responseOptionSchema).min(2),
});
const checkboxSchema = z.strictObject({
  ...questionBase,
  type: z.literal("checkbox"),
  choices: z.array(responseOptionSchema).min(2),
  choicesOrder: z.enum(["none", "random"]).optional(),
  minSelectedChoices: z.number().int().min(0).optional(),
  maxSelectedChoices: z.number().int().min(1).optional(),
});
const matrixSchema = z.strictObject({
  ...questionBase,
  type: z.literal("matrix"),
  columns: z.array(responseOptionSchema).min(2),
  rows: z.array(z.strictObject({ value: identifierSchema, text: localizedTextSchema })).min(1),
  rowOrder: z.enum(["initial", "random"]).optional(),
  isAllRowRequired: z.boolean().optional(),
  /** `stacked` (default): one row under the other, all anchors shown. `grid`: a table on wide screens. */
  mehrwertLayout: z.enum(["stacked", "grid"]).optional(),
});
const rankingSchema = z.strictObject({
  ...questionBase,
  type: z.literal("ranking"),
  selectToRankEnabled: z.literal(true),
  choices: z
    .array(
      z.strictObject({
        value: identifierSchema,
        text: localizedTextSchema,
        /** One line below the label that explains the option. */
        mehrwertExplanation: localizedTextSchema.optional(),
      }),
    )
    .min(2)
    .max(32),
  choicesOrder: z.enum(["none", "random"]).optional(),
  /** Fewest options to place when the question is answered at all; fewer are refused. */
  minSelectedChoices: z.number().int().min(1).optional(),
  /** Most options to place; below the number of options the question is a top-k ranking. */
  maxSelectedChoices: z.number().int().min(1).optional(),
});
const textSchema = z.strictObject({
  ...questionBase,
  type: z.literal("text"),
  maxLength: z.number().int().min(1).max(10_000),
});
const commentSchema = z.strictObject({
  ...questionBase,
  type: z.literal("comment"),
  maxLength: z.number().int().min(1).max(10_000),
  rows: z.number().int().min(1).max(20).optional(),
});

/** One question of an instrument: the SurveyJS question types whose answers Mehrwert can check, store and analyse. */
export const questionSchema = z.discriminatedUnion("type", [
  radiogroupSchema,
  checkboxSchema,
  matrixSchema,
  rankingSchema,
  textSchema,
  commentSchema,
]);

export const pageSchema = z.strictObject({
  name: identifierSchema,
  title: localizedTextSchema,
  description: localizedTextSchema.optional(),
  visibleIf: conditionSchema.optional(),
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
});

/** One thing asked: a matrix row, or a question that is not a matrix. Its id is the variable name. */
export const itemSchema = z.strictObject({
  id: identifierSchema,
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
});

/** An instrument file: a SurveyJS definition (the subset Mehrwert can check) plus the `mehrwert` block. */
export const instrumentSchema = z.strictObject({
  $schema: z.string().optional(),
  title: localizedTextSchema,
  description: localizedTextSchema.optional(),
  pages: z.array(pageSchema).min(1),
  mehrwert: mehrwertBlockSchema,
});

export type ResponseOption = z.infer<typeof responseOptionSchema>;
export type Question = z.infer<typeof questionSchema>;
export type Page = z.infer<typeof pageSchema>;
export type ResponseScale = z.infer<typeof responseScaleSchema>;
export type Construct = z.infer<typeof constructSchema>;
export type Item = z.infer<typeof itemSchema>;
export type RankingVariable = z.infer<typeof rankingVariableSchema>;
export type WordingVariant = z.infer<typeof wordingVariantSchema>;

/** Questionnaire at a version, as read from its file; built by `parseInstrument`. */
export type Instrument = z.infer<typeof instrumentSchema>;
