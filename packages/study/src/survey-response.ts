import { z } from "zod";
import { languageSchema } from "./localized-text.ts";

/**
 * The value for one question, as given: the code of a single choice, the codes of a multiple choice,
 * the placed options of a ranking (first = most valued), the text of an open question,
 * or, for a matrix, the code of each answered row.
 */
export type Answer = string | number | (string | number)[] | { [row: string]: string | number };

/** Answers by question name. An unanswered question has no key. */
export type Answers = { [question: string]: Answer };

const identifier = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

/**
 * What the participant saw, beside the answers, for each question whose options or rows come in random order:
 * the order shown, and for rankings how often an option was placed, moved, swapped or taken back.
 */
export const presentationSchema = z.record(
  identifier,
  z.strictObject({
    shown: z.array(identifier).min(1).max(64),
    moves: z.number().int().min(0).max(100_000).optional(),
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
  language: languageSchema,
  answers: z.custom<Answers>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  ),
  presentation: presentationSchema,
});
export type SurveyResponse = z.infer<typeof surveyResponseSchema>;
