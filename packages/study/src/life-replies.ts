import { z } from "zod";
import { localizedTextSchema } from "./localized-text.ts";
import { studySchema } from "./study.ts";

/** What programs read of a study's stage: more may stand in a reply. */
export const studyStageSchema = z.object({
  slug: studySchema.shape.slug,
  title: localizedTextSchema,
  status: studySchema.shape.status,
  wave: studySchema.shape.wave,
});
export type StudyStage = z.infer<typeof studyStageSchema>;

/** The stages of several studies. */
export const studyStagesSchema = z.array(studyStageSchema);

/** What a step of a study's life replies, as far as programs read it. */
export const stageReplySchema = z.object({
  study: studyStageSchema,
  revision: z.number().int(),
});

/** Which wave can be opened, as far as programs read the checklist. */
export const waveReplySchema = z.object({ waveToOpen: studySchema.shape.wave });

/** The frozen datasets of a study. */
export const frozenListSchema = z.array(
  z.object({
    wave: studySchema.shape.wave,
    day: z.iso.date(),
    responses: z.number().int(),
    sha256: z.string(),
    isKept: z.boolean(),
  }),
);
