import { z } from "zod";
import { codeIdSchema } from "../codebook/schema.ts";
import { languageSchema, localizedTextSchema } from "../localized-text.ts";
import { identifierSchema } from "../question/parts.ts";

/** Something to say before or after the questions. */
const pointSchema = z.strictObject({ id: identifierSchema, text: localizedTextSchema });

const mainQuestionSchema = z.strictObject({
  id: identifierSchema,
  /** Asked as it stands. */
  text: localizedTextSchema,
  /** Asked only if the answer leaves it open. */
  followUps: z.array(localizedTextSchema),
});

const blockSchema = z.strictObject({
  id: identifierSchema,
  title: localizedTextSchema,
  minutes: z.number().int().min(1).max(120),
  questions: z.array(mainQuestionSchema).min(1),
  /** Deductive codes that the block should bring up; a category stands for all codes below it. */
  codes: z.array(codeIdSchema),
});

/**
 * A guide for semi-structured interviews: what is said first, blocks of questions with the codes they should bring up,
 * what is said last, and how the talk becomes a transcript.
 */
export const interviewGuideSchema = z.strictObject({
  $schema: z.string().optional(),
  slug: identifierSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  languages: z.array(languageSchema).min(1),
  title: localizedTextSchema,
  summary: localizedTextSchema,
  targetGroup: localizedTextSchema,
  durationMinutes: z.strictObject({
    from: z.number().int().min(1),
    to: z.number().int().min(1),
  }),
  licence: z.string().min(1),
  sources: z.array(z.strictObject({ id: identifierSchema, citation: z.string().min(1) })).min(1),
  codebook: identifierSchema,
  /** Codes and categories of the codebook that blocks name. */
  codes: z.array(z.strictObject({ id: codeIdSchema, label: localizedTextSchema })).min(1),
  opening: z.array(pointSchema).min(1),
  blocks: z.array(blockSchema).min(1),
  closing: z.array(pointSchema).min(1),
  transcriptRules: z.array(localizedTextSchema).min(1),
});

/** An interview guide that passed `parseInterviewGuide`. */
export type InterviewGuide = z.infer<typeof interviewGuideSchema>;
