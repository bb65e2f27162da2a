import { z } from "zod";
import { localizedTextSchema } from "../localized-text.ts";
import { identifierSchema, questionBase } from "./parts.ts";

/**
 * A self-generated code that links the waves of a study. The elements are typed on the participant's device,
 * normalised and hashed there with the study's salt; they themselves are never sent or kept.
 *
 * Answer: `{ "code": hash, "without-<element>": hash, … }`: the hash of all elements, and for tolerant matching
 * the hashes with one element left out; each 32 hexadecimal digits.
 */
export const codeQuestionSchema = z.strictObject({
  ...questionBase,
  type: z.literal("code"),
  elements: z
    .array(
      z.strictObject({
        value: identifierSchema,
        text: localizedTextSchema,
        /** `letter`: one letter; `day`: 01 to 31; `digit`: 0 to 9. */
        kind: z.enum(["letter", "day", "digit"]),
      }),
    )
    .min(3)
    .max(8),
});
