import { z } from "zod";

/** Name of a transcript in a project: `E1`, `interview-03`. It is the name of its folder and the first column of tables. */
export const documentIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9À-ÖØ-öø-ÿ][A-Za-z0-9À-ÖØ-öø-ÿ._-]{0,63}$/)
  .refine((id) => !id.endsWith("."), { message: "no dot at the end" });

/**
 * A passage of one version of a transcript. `start` and `end` are Unicode code points from 0, `end` exclusive; never
 * UTF-16 units and never bytes.
 */
export const excerptSchema = z
  .strictObject({
    document: documentIdSchema,
    /** Version of the transcript, from 1. */
    version: z.number().int().min(1),
    start: z.number().int().min(0),
    end: z.number().int().min(1),
  })
  .refine(({ start, end }) => start < end, { message: "end lies before start", path: ["end"] });
export type Excerpt = z.infer<typeof excerptSchema>;

/** Whether two passages share at least one character of the same version. */
export function excerptsOverlap(a: Excerpt, b: Excerpt): boolean {
  return a.document === b.document && a.version === b.version && a.start < b.end && b.start < a.end;
}

/** Characters between two passages of one version: 0 if they touch or overlap; undefined in different texts. */
export function excerptDistance(a: Excerpt, b: Excerpt): number | undefined {
  if (a.document !== b.document || a.version !== b.version) return undefined;
  return Math.max(0, a.start - b.end, b.start - a.end);
}
