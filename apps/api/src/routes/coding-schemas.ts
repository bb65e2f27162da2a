import { z } from "@hono/zod-openapi";
import type { StoredCodingProject } from "@mehrwert/store";
import {
  type Codebook,
  codebookSchema,
  codingEventSchema,
  codingPhases,
  documentIdSchema,
  identifierSchema,
  localizedTextSchema,
} from "@mehrwert/study";
import { studyParameter } from "./study.ts";

/** The part of an address that names a coding project of a study. */
export const codingParameter = studyParameter.extend({
  project: identifierSchema.meta({ description: "Name of the coding project", example: "s2" }),
});

/** One version of a transcript in an address. */
export const transcriptParameter = codingParameter.extend({
  document: documentIdSchema,
  version: z.coerce.number().int().min(1),
});

const head = {
  project: identifierSchema,
  title: z.string(),
  isSynthetic: z.boolean(),
  phase: z.enum(codingPhases),
};

/** A project in a list. */
export const codingEntrySchema = z.strictObject(head).meta({ id: "CodingEntry" });

/** A project without its events. */
export const codingHeadSchema = z
  .strictObject({
    ...head,
    /** What the asker is called as a coder. */
    coder: z.string(),
    /** Whether the asker may add transcripts and end the blind phase. */
    mayPlan: z.boolean(),
    codebook: codebookSchema,
    /** The last event of the blind phase, once that is over. */
    releasedSequence: z.number().int().min(0).optional(),
  })
  .meta({ id: "CodingHead" });

/** What the asker may see of the events, after the first `since` of them. */
export const seenEventsSchema = z
  .strictObject({ phase: z.enum(codingPhases), events: z.array(codingEventSchema) })
  .meta({ id: "CodingEvents" });

/** A codebook of the library in a list. */
export const codebookEntrySchema = z
  .strictObject({
    slug: identifierSchema,
    version: z.string(),
    title: localizedTextSchema,
    codes: z.number().int(),
  })
  .meta({ id: "CodebookEntry" });

/** See `codingEntrySchema`. */
export function codingEntry({ project, title, isSynthetic, phase }: StoredCodingProject) {
  return { project, title, isSynthetic, phase };
}

/** See `codebookEntrySchema`. */
export function codebookEntry({ slug, version, title, codes }: Codebook) {
  return { slug, version, title, codes: codes.length };
}
