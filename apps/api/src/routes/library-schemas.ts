import { z } from "@hono/zod-openapi";
import { identifierSchema, languageSchema, localizedTextSchema } from "@mehrwert/study";

const text = localizedTextSchema;

/** The part of an address that names an instrument. */
export const slugParameter = z.object({
  slug: identifierSchema.meta({ description: "Slug of the instrument", example: "value-drivers" }),
});

export const versionSchema = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/)
  .meta({ example: "1.0.0" });

export const issueSchema = z
  .strictObject({
    path: z.string(),
    severity: z.enum(["error", "warning"]),
    message: text,
    advice: text,
  })
  .meta({ id: "Issue" });

/** As `instrumentSummary`. */
export const instrumentSummarySchema = z
  .strictObject({
    slug: z.string(),
    version: z.string(),
    title: text,
    summary: text,
    targetGroup: text,
    languages: z.array(languageSchema),
    durationMinutes: z.strictObject({ from: z.number(), to: z.number() }),
    pages: z.number().int(),
    questions: z.number().int(),
    items: z.number().int(),
    constructs: z.array(text),
    licence: z.string(),
    sources: z.array(z.string()),
  })
  .meta({ id: "InstrumentSummary" });

export const librarySchema = z
  .strictObject({
    /** Whether this server refuses every change. */
    isReadOnly: z.boolean(),
    instruments: z.array(
      z.strictObject({
        slug: z.string(),
        origin: z.enum(["built-in", "own"]),
        /** Published versions, the earliest first; none for an instrument that is only a draft. */
        versions: z.array(z.string()),
        /** The newest published version, else the draft if it can be read. */
        about: instrumentSummarySchema.optional(),
        draft: z.strictObject({ revision: z.number().int(), isUsable: z.boolean() }).optional(),
      }),
    ),
    interviewGuides: z.array(
      z.strictObject({
        slug: z.string(),
        version: z.string(),
        title: text,
        summary: text,
        targetGroup: text,
        durationMinutes: z.strictObject({ from: z.number(), to: z.number() }),
        languages: z.array(languageSchema),
        licence: z.string(),
      }),
    ),
  })
  .meta({ id: "Library" });
export type LibraryReply = z.infer<typeof librarySchema>;

export const draftSchema = z
  .strictObject({
    slug: z.string(),
    /** The text as its author left it. */
    json: z.string(),
    revision: z.number().int(),
    /** Everything that is wrong or doubtful; a draft with an error cannot be published. */
    issues: z.array(issueSchema),
  })
  .meta({ id: "InstrumentDraft" });
export type DraftReply = z.infer<typeof draftSchema>;

const effect = z.enum(["text", "minor", "major"]);
const named = z.strictObject({ slug: z.string(), version: z.string() });

/** As `instrumentDifference`. */
export const differenceSchema = z
  .strictObject({
    from: named,
    to: named,
    changes: z.array(
      z.strictObject({
        kind: z.string(),
        effect,
        question: z.string().optional(),
        place: text,
        what: text,
        consequence: text,
        before: text.optional(),
        after: text.optional(),
      }),
    ),
    effect: effect.optional(),
    smallestVersion: z.string(),
    isVersionEnough: z.boolean(),
  })
  .meta({ id: "InstrumentDifference" });

export const publishedSchema = z
  .strictObject({
    slug: z.string(),
    version: z.string(),
    definitionHash: z.string(),
  })
  .meta({ id: "PublishedVersion" });
