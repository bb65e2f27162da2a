import { z } from "zod";
import { responseLanguageSchema } from "./localized-text.ts";

/**
 * The value for one question, as given: the code of a single choice, the codes of a multiple choice,
 * the placed options of a ranking (first = most valued), the text of an open question,
 * or, for a question with rows, the code of each answered row. Where a row is answered more than once
 * (two ratings, best and worst, a weight), the key is `<row>.<part>`; see the question types.
 */
export type Answer = string | number | (string | number)[] | { [row: string]: string | number };

/** Answers by question name. An unanswered question has no key. */
export type Answers = { [question: string]: Answer };

const identifier = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

/**
 * What the participant saw, beside the answers, by name of question, page or block: the random order in which
 * options, rows, questions or pages were shown; for rankings how often an option was placed, moved, swapped or taken
 * back; the variant of a vignette; the design version and the sets of a MaxDiff question.
 */
export const presentationSchema = z.record(
  identifier,
  z.strictObject({
    shown: z.array(identifier).min(1).max(64).optional(),
    moves: z.number().int().min(0).max(100_000).optional(),
    variant: identifier.optional(),
    version: z.number().int().min(0).max(1000).optional(),
    sets: z.array(z.array(identifier).min(2).max(8)).min(1).max(40).optional(),
  }),
);
export type Presentation = z.infer<typeof presentationSchema>;

/**
 * One participant's answers to one instrument version in one wave, as sent and as kept.
 * `id` is a random UUID (version 4) chosen by the client, so that sending twice stores once.
 * `answers` are checked by `answersSchema(instrument)`, not here.
 */
export const surveyResponseSchema = z.strictObject({
  id: z.uuidv4(),
  wave: z.number().int().min(1).max(999),
  instrumentSlug: identifier,
  instrumentVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** SHA-256 of the instrument definition the participant saw, in hexadecimal. */
  definitionHash: z.string().regex(/^[0-9a-f]{64}$/),
  language: responseLanguageSchema,
  answers: z.custom<Answers>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  ),
  presentation: presentationSchema,
  /** The last page seen by a participant who ended early; later questions were not reached. Absent: went to the end. */
  lastPage: identifier.optional(),
  /** Hash of the information sheet and consent question the participant agreed to; see `consentHash`. */
  consentHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type SurveyResponse = z.infer<typeof surveyResponseSchema>;
