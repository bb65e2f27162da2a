import { z } from "zod";
import { languageSchema, localizedTextSchema } from "../localized-text.ts";
import { identifierSchema } from "../question/parts.ts";

/** Name of a code or category: `V`, `V1.1`, `C-R1`, `F3.2.1`, or a word of the analyst's own. */
export const codeIdSchema = z.string().regex(/^[A-Za-z0-9À-ÖØ-öø-ÿ][A-Za-z0-9À-ÖØ-öø-ÿ._-]{0,63}$/);

/** `+` present or helpful, `-` missing or harmful, `?` a wish. */
export const polaritySchema = z.enum(["+", "-", "?"]);
export type Polarity = z.infer<typeof polaritySchema>;

/** Words that hint at a code, per language, each a rule of `parseKeywordRule`. A hit is a suggestion, never a coding. */
const keywordsSchema = z.strictObject({
  de: z.array(z.string().trim().min(1).max(80)),
  en: z.array(z.string().trim().min(1).max(80)),
});

/** A code or category with what a coder must know to use it. */
export const codebookCodeSchema = z.strictObject({
  id: codeIdSchema,
  /** The category it belongs to; absent at the top. */
  parent: codeIdSchema.optional(),
  label: localizedTextSchema,
  definition: localizedTextSchema.optional(),
  /** A passage that is typical for the code. */
  anchorExample: localizedTextSchema.optional(),
  /** What a passage must hold to get this code. */
  codingRule: localizedTextSchema.optional(),
  /** What belongs elsewhere, and where. */
  delimitation: localizedTextSchema.optional(),
  keywords: keywordsSchema.optional(),
  /** From theory or guide, or found in the material. */
  origin: z.enum(["deductive", "inductive"]),
  /** Where nothing is coded: a heading for the codes below. Absent: it is coded. */
  isHeading: z.boolean().optional(),
  /** A category that tables and agreement report on. */
  isMainCategory: z.boolean().optional(),
  /** Codes of one group exclude each other on a passage; absent: the group of the code above, else its main category. */
  exclusiveGroup: codeIdSchema.optional(),
  /** What every coding of this code and those below says; absent: the coder decides. */
  polarity: polaritySchema.optional(),
  /** The option of a ranking that the code stands for, so that both can be shown side by side. */
  valueDriver: identifierSchema.optional(),
  /** The question of research whose results the category holds. */
  question: localizedTextSchema.optional(),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
});

/** One code of a codebook (qualitative; the stored code of an answer is a `ResponseOption`'s). */
export type Code = z.infer<typeof codebookCodeSchema>;

/** What became of codes between versions of a codebook. */
export const codebookChangeSchema = z.strictObject({
  /** The version that has it. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  kind: z.enum(["added", "changed", "moved", "merged", "split", "removed"]),
  codes: z.array(codeIdSchema).min(1),
  /** The code they went into (merged), the parts (split) or the new category (moved). */
  into: z.array(codeIdSchema).optional(),
  note: localizedTextSchema.optional(),
});
export type CodebookChange = z.infer<typeof codebookChangeSchema>;

/** A codebook at one version: what may be coded, and by which rules. Codes stand in their order, parents anywhere. */
export const codebookSchema = z.strictObject({
  $schema: z.string().optional(),
  slug: identifierSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  languages: z.array(languageSchema).min(1),
  title: localizedTextSchema,
  summary: localizedTextSchema.optional(),
  licence: z.string().min(1).optional(),
  sources: z
    .array(z.strictObject({ id: identifierSchema, citation: z.string().min(1) }))
    .optional(),
  /** Rules for all codes: unit of coding, context unit, several codes on a passage. */
  rules: z.array(localizedTextSchema).optional(),
  /** So many words before or after a keyword in which one of these turns its meaning. */
  negation: z
    .strictObject({ window: z.number().int().min(0).max(20), words: keywordsSchema })
    .optional(),
  codes: z.array(codebookCodeSchema),
  history: z.array(codebookChangeSchema).optional(),
});

/** A codebook that passed `parseCodebook`. */
export type Codebook = z.infer<typeof codebookSchema>;
