import { z } from "zod";
import { codeIdSchema, polaritySchema } from "./codebook/schema.ts";
import { excerptSchema } from "./excerpt.ts";

/** Who codes: a short name in small letters that also names the coder's file. A pseudonym will do. */
export const coderSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** How a coding came about. A suggestion is none until a person accepts it, and then says what suggested it. */
export const codingOriginSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("by-hand") }),
  /** Taken in from a table or another program's project. */
  z.strictObject({ kind: z.literal("imported"), source: z.string().min(1).max(200) }),
  z.strictObject({
    kind: z.literal("accepted-suggestion"),
    by: z.enum(["rule", "model"]),
    /** Which rule or model, with its version. */
    name: z.string().min(1).max(200),
    /** 0 to 1. */
    score: z.number().min(0).max(1),
    /** The suggestion that was accepted. */
    suggestion: z.uuid().optional(),
  }),
]);
export type CodingOrigin = z.infer<typeof codingOriginSchema>;

/** One coding: a coder gave a code to a passage. What is noted about it is a memo. */
export const codeAssignmentSchema = z.strictObject({
  id: z.uuid(),
  excerpt: excerptSchema,
  code: codeIdSchema,
  coder: coderSchema,
  origin: codingOriginSchema,
  polarity: polaritySchema.optional(),
  /** Chosen to be quoted in reports. */
  isQuotation: z.boolean().optional(),
});
export type CodeAssignment = z.infer<typeof codeAssignmentSchema>;
