import { z } from "zod";
import { derivedIndexSchema } from "./derived-index.ts";
import { languageSchema, localizedTextSchema } from "./localized-text.ts";
import { decisionSchema } from "./question/decision-question.ts";

export { type Missing, missingReasons } from "./missing-reasons.ts";

/** What one column of a dataset means. */
export const variableSchema = z.strictObject({
  /** Column name: item id, ranking option id, `<row>.<rating>`, or `<question>.<what it tells>`, such as `.shown`. */
  name: z.string(),
  /**
   * `rating`: scale point; `single`: option code; `selected`: 1 or 0 for one option of a multiple choice;
   * `rank`: 1 = most valued; `text`; `order`: what was shown, joined by `|`; `count`;
   * `pick`: the best or worst of a MaxDiff set; `key`: what only identifies (a hash, a version of a design).
   */
  type: z.enum([
    "id",
    "language",
    "rating",
    "single",
    "selected",
    "rank",
    "text",
    "order",
    "count",
    "pick",
    "key",
  ]),
  /** The name of the question as in the instrument; absent for `id` and `language`. */
  question: z.string().optional(),
  questionText: localizedTextSchema.optional(),
  /** The item's own text: row, option or question. */
  label: localizedTextSchema,
  /** What may stand in the column; of bands also from where to where they go, both included. */
  options: z
    .array(
      z.strictObject({
        code: z.string(),
        label: localizedTextSchema,
        from: z.number().optional(),
        to: z.number().optional(),
      }),
    )
    .optional(),
  /** Missing codes a participant could choose, as worded in the questionnaire. */
  missingOptions: z
    .array(z.strictObject({ code: z.string(), label: localizedTextSchema }))
    .optional(),
  /** Of bands: what is counted. */
  unit: localizedTextSchema.optional(),
  /** A recommendation from 0 to 10. */
  isRecommendation: z.boolean().optional(),
  construct: z.string().optional(),
  reverseKeyed: z.boolean().optional(),
  scored: z.boolean().optional(),
  mirrors: z.string().optional(),
  /** The conditions of page and question, if not everybody is asked; all must hold. */
  shownIf: z.array(z.string()).optional(),
  /** Other texts for those to whom a condition applies. */
  otherWordings: z
    .array(
      z.strictObject({
        condition: z.string(),
        questionText: localizedTextSchema.optional(),
        label: localizedTextSchema.optional(),
      }),
    )
    .optional(),
  /** Versions of the instrument that ask it, oldest first; only in a dataset over several versions. */
  versions: z.array(z.string()).optional(),
  /** What the texts were in earlier versions, where they differed. */
  earlierWordings: z
    .array(
      z.strictObject({
        versions: z.array(z.string()),
        questionText: localizedTextSchema.optional(),
        label: localizedTextSchema,
        options: z
          .array(z.strictObject({ code: z.string(), label: localizedTextSchema }))
          .optional(),
      }),
    )
    .optional(),
});
export type Variable = z.infer<typeof variableSchema>;

/** What every column of a dataset means, in both languages. */
export const dataDictionarySchema = z.strictObject({
  /** What was asked with; as the current version says. Older datasets do not say. */
  instrument: z
    .strictObject({
      slug: z.string(),
      title: localizedTextSchema,
      summary: localizedTextSchema,
      targetGroup: localizedTextSchema,
      licence: z.string(),
      /** Oldest first. */
      versions: z.array(z.string()),
      sources: z.array(z.strictObject({ id: z.string(), citation: z.string() })),
    })
    .optional(),
  languages: z.array(languageSchema),
  missingCodes: z.array(
    z.strictObject({ code: z.string(), reason: z.string(), label: localizedTextSchema }),
  ),
  constructs: z.array(
    z.strictObject({
      id: z.string(),
      label: localizedTextSchema,
      definition: localizedTextSchema,
      /** `scale`: mean of its items; `items`: reported item by item; `ranking`. Older datasets do not say. */
      measure: z.enum(["scale", "items", "ranking"]).optional(),
      /** Fewest answered items for a score; absent: two thirds of the scored items, rounded up. */
      minimumAnswered: z.number().int().optional(),
      /** Ids of the sources it rests on. */
      sources: z.array(z.string()).optional(),
    }),
  ),
  /** Scores of scores of the current version, to be computed by analysis. */
  indices: z.array(derivedIndexSchema).optional(),
  /** Decision aids of the current version, with the rules their recommendation follows from. */
  decisions: z.array(decisionSchema).optional(),
  /** MaxDiff questions; the columns of their sets are `<question>.<set>.shown`, `.best` and `.worst`. */
  maxdiffs: z
    .array(
      z.strictObject({
        question: z.string(),
        questionText: localizedTextSchema,
        options: z.array(z.string()),
        sets: z.number().int(),
        /** The ranking question that asks the same of others. */
        alternativeTo: z.string().optional(),
      }),
    )
    .optional(),
  rankings: z.array(
    z.strictObject({
      question: z.string(),
      questionText: localizedTextSchema,
      construct: z.string(),
      /** Column names of the options, in the order of the instrument. */
      options: z.array(z.string()),
      /** The stable English name behind each option. */
      names: z.record(z.string(), z.string()),
      unranked: z.literal("below"),
      topK: z.number().int(),
    }),
  ),
  variables: z.array(variableSchema),
});
export type DataDictionary = z.infer<typeof dataDictionarySchema>;

/** Where a dataset comes from, and the hashes that show that nobody changed it. */
export const datasetManifestSchema = z.strictObject({
  format: z.literal("mehrwert-dataset"),
  formatVersion: z.literal(1),
  software: z.strictObject({ name: z.literal("mehrwert"), version: z.string() }),
  study: z.strictObject({
    slug: z.string(),
    title: localizedTextSchema,
    wave: z.number().int(),
    isSimulated: z.boolean(),
    minimumGroupSize: z.number().int(),
  }),
  instrument: z.strictObject({ slug: z.string(), version: z.string(), definitionHash: z.string() }),
  /** Versions fielded before, oldest first; their responses stay in the dataset. */
  earlierVersions: z
    .array(z.strictObject({ version: z.string(), definitionHash: z.string() }))
    .optional(),
  responses: z.number().int().min(0),
  /** Day of the export, `YYYY-MM-DD`. */
  createdOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.number().int(), sha256: z.string() })),
});
export type DatasetManifest = z.infer<typeof datasetManifestSchema>;

/** Respondents × variables, frozen, with what each column means. */
export type Dataset = {
  manifest: DatasetManifest;
  dictionary: DataDictionary;
  /** Cells by variable name, one string per respondent in the same order in every column; see `missingReasons`. */
  columns: ReadonlyMap<string, readonly string[]>;
};
