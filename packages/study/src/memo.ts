import { z } from "zod";
import { codeIdSchema } from "./codebook/schema.ts";
import { documentIdSchema, excerptSchema } from "./excerpt.ts";

/** Name of a case: a person or organisation that one or more documents belong to. */
export const caseIdSchema = documentIdSchema;

/** What a memo is about. */
export const memoSubjectSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("project") }),
  z.strictObject({ kind: z.literal("document"), document: documentIdSchema }),
  z.strictObject({ kind: z.literal("code"), code: codeIdSchema }),
  z.strictObject({ kind: z.literal("coding"), coding: z.uuid() }),
  z.strictObject({ kind: z.literal("case"), case: caseIdSchema }),
  z.strictObject({ kind: z.literal("excerpt"), excerpt: excerptSchema }),
]);
export type MemoSubject = z.infer<typeof memoSubjectSchema>;

/** A note of an analyst on anything; the one who wrote it last, and when. */
export type Memo = {
  id: string;
  about: MemoSubject;
  text: string;
  person: string;
  /** ISO 8601. */
  at: string;
};
