import { type AnswerPart, answerParts } from "./answer-parts.ts";
import type { Question } from "./instrument.ts";
import type { Language } from "./language.ts";
import type { Answer } from "./survey-response.ts";

/** One value of an answer for a person to read: what was asked, what is stored, and what that means. */
export type AnswerLine = { key?: string; label: string; code: string; text: string };

/**
 * An answer for a person to read: one line per value, in the order of the questionnaire; a list is one line.
 * What the question does not offer is shown as it is stored.
 */
export function answerInWords(
  question: Question,
  answer: Answer | undefined,
  language: Language,
): AnswerLine[] {
  if (answer === undefined) return [];
  const parts = answerParts(question);
  if (typeof answer !== "object" || Array.isArray(answer)) {
    const codes = Array.isArray(answer) ? answer : [answer];
    const texts = codes.map((code) => optionInWords(parts[0], code, language));
    const code = codes.join(", ");
    return [{ label: question.title[language], code, text: texts.join(", ") }];
  }
  const known = parts.filter(({ key }) => key !== undefined && Object.hasOwn(answer, key));
  const unknown = Object.keys(answer)
    .filter((key) => !known.some((part) => part.key === key))
    .map((key): AnswerPart => ({ key, label: { de: key, en: key }, options: [] }));
  return [...known, ...unknown].flatMap((part) => {
    const code = answer[part.key ?? ""];
    if (part.key === undefined || code === undefined) return [];
    const text = optionInWords(part, code, language);
    return [{ key: part.key, label: part.label[language], code: String(code), text }];
  });
}

/** The words of a stored code, or the code itself where the place has no such option. */
export function optionInWords(
  part: Pick<AnswerPart, "options"> | undefined,
  code: string | number,
  language: Language,
): string {
  const option = part?.options.find(({ value }) => String(value) === String(code));
  return option?.text[language] ?? String(code);
}
