import { z } from "zod";

/** A text as people send it: neither empty nor with characters that no database keeps. */
const sentText = (longest: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, "\n").replaceAll("\0", "").trim())
    .pipe(z.string().min(1).max(longest));

/** The longest texts somebody can send, in UTF-16 units, as browsers count them. */
export const feedbackLimits = { barrier: 4000, place: 300, replyTo: 300 } as const;

/**
 * What somebody wrote about a barrier. It belongs to no response and to no study, and is known by its day only.
 */
export const accessibilityFeedbackSchema = z.strictObject({
  /** What stood in the way. */
  barrier: sentText(feedbackLimits.barrier),
  /** Which page, in the writer's words. */
  place: sentText(feedbackLimits.place).optional(),
  /** How to answer, if the writer wants an answer: personal data. */
  replyTo: sentText(feedbackLimits.replyTo).optional(),
  /** Day of arrival. */
  day: z.iso.date(),
});
export type AccessibilityFeedback = z.infer<typeof accessibilityFeedbackSchema>;

/** Everything that is kept, newest day first. */
export const accessibilityFeedbackListSchema = z.strictObject({
  feedback: z.array(accessibilityFeedbackSchema),
});
