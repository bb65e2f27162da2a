import {
  type AccessibilityFeedback,
  accessibilityFeedbackSchema,
  feedbackLimits,
  type Language,
} from "@mehrwert/study";
import { type FeedbackField, type FeedbackForm, feedbackFields } from "./feedback-page.ts";
import { feedbackWords } from "./feedback-words.ts";

/**
 * What a sent form says, and the feedback it holds; without feedback, `errors` say why.
 *
 * @param body as browsers send it, `application/x-www-form-urlencoded`
 * @param day today, `YYYY-MM-DD`
 */
export function readFeedbackForm(
  body: string,
  { day, language }: { day: string; language: Language },
): FeedbackForm & { feedback: AccessibilityFeedback | undefined } {
  const sent = new URLSearchParams(body);
  const of = (field: FeedbackField) => (sent.get(field) ?? "").replaceAll("\0", "");
  const typed = { barrier: of("barrier"), place: of("place"), replyTo: of("replyTo") };
  const given = Object.entries(typed).filter(([, text]) => text.trim() !== "");
  const parsed = accessibilityFeedbackSchema.safeParse({ ...Object.fromEntries(given), day });
  const errors: FeedbackForm["errors"] = {};
  for (const field of feedbackFields) {
    const issue = parsed.error?.issues.find(({ path }) => path[0] === field);
    if (issue === undefined) continue;
    const shorten = feedbackWords.tooLong[language].replace("{0}", String(feedbackLimits[field]));
    errors[field] = issue.code === "too_big" ? shorten : feedbackWords.required[language];
  }
  return { typed, errors, feedback: parsed.data };
}
