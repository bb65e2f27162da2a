import { z } from "zod";
import { identifierSchema } from "./question/parts.ts";
import { admissionSchema } from "./submission.ts";
import { surveyResponseSchema } from "./survey-response.ts";

/** How many days unfinished answers are kept on the server after the last change. */
export const draftDays = 14;

/** Unfinished answers as the server keeps them: sealed in the browser, readable for nobody else. */
export const responseDraftSchema = z.strictObject({
  /** The id of the response this may become. */
  id: surveyResponseSchema.shape.id,
  /** Counts the saves; id and revision name one save for good. */
  revision: z.number().int().min(1).max(1_000_000),
  /** Which window wrote it: random, drawn anew by whoever goes on elsewhere. */
  writer: z.uuidv4(),
  /** See `sealDraft` of the privacy package. */
  sealed: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(180_000),
  /** The page somebody was on, so that a researcher learns where people stop; nothing else is readable. */
  page: identifierSchema.optional(),
});
export type ResponseDraft = z.infer<typeof responseDraftSchema>;

/** One save of a draft, on its way. */
export const draftSaveSchema = responseDraftSchema.extend({
  ...admissionSchema.shape,
  /** The revision this one goes on from, as far as this window knows the server's; 0: none. */
  basedOn: z.number().int().min(0).max(1_000_000),
});
export type DraftSave = z.infer<typeof draftSaveSchema>;

/**
 * What became of a save. `saved`: on disk. `already-saved`: the same save came before. `superseded`: the same window has
 * saved a newer one. The rest change nothing. `conflict`: this revision is stored with other content.
 * `continued-elsewhere`: another window has saved since. `gone`: what it goes on from was deleted. `sent`: the response
 * is stored already. `withdrawn`: it was stored and its participant has deleted it. `closed`: the study takes no more.
 */
export type DraftSaved =
  | "saved"
  | "already-saved"
  | "superseded"
  | "conflict"
  | "continued-elsewhere"
  | "gone"
  | "sent"
  | "withdrawn"
  | "closed";
