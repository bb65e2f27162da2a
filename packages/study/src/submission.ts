import { z } from "zod";
import { surveyResponseSchema } from "./survey-response.ts";
import { visitSchema } from "./visit.ts";

/** What lets somebody take part, sent with everything that is to be stored; never part of what is stored. */
export const admissionSchema = z.strictObject({
  /** The blindly signed credential for this response, base64url; where the study has a credential key. */
  credential: z
    .string()
    .regex(/^[A-Za-z0-9_-]{100,1024}$/)
    .optional(),
  /** The code of a personal invitation, as it was made; in confidential studies. */
  participationCode: z
    .string()
    .regex(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/)
    .optional(),
});
export type Admission = z.infer<typeof admissionSchema>;

/**
 * A survey response on its way: with what lets it in, and with the hash of the participant's receipt code, by which it
 * can be found again to be deleted. Without one it cannot be withdrawn. The hash is never part of what is read, exported
 * or shown. `visit` is counted and not kept; without one nothing is counted.
 */
export const submissionSchema = surveyResponseSchema.extend({
  ...admissionSchema.shape,
  receiptHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  visit: visitSchema.optional(),
});
export type Submission = z.infer<typeof submissionSchema>;
