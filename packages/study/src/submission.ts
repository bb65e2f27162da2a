import { z } from "zod";
import { surveyResponseSchema } from "./survey-response.ts";

/**
 * A survey response on its way: with the hash of the participant's receipt code, by which it can be found again to be
 * deleted. Without one it cannot be withdrawn. The hash is never part of what is read, exported or shown.
 */
export const submissionSchema = surveyResponseSchema.extend({
  receiptHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type Submission = z.infer<typeof submissionSchema>;
