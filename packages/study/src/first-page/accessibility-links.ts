import type { Language } from "../localized-text.ts";
import { frameWords } from "./frame-words.ts";

/** Where the statement on accessibility and the form to report a barrier are, on every server. */
export const accessibilityPaths = {
  statement: "/accessibility",
  feedback: "/accessibility/feedback",
  thanks: "/accessibility/feedback/thanks",
} as const;

/**
 * The links that every page carries: to the statement on accessibility and to the form to report a barrier.
 *
 * @param place path of the page they stand on, which the form then names; the server drops paths it does not know
 */
export function accessibilityLinks(
  language: Language,
  place?: string,
): { href: string; text: string }[] {
  const from = place === undefined ? "" : `&page=${encodeURIComponent(place)}`;
  const { statement, feedback } = accessibilityPaths;
  return [
    { href: `${statement}?lang=${language}${from}`, text: frameWords.accessibility[language] },
    { href: `${feedback}?lang=${language}${from}`, text: frameWords.reportBarrier[language] },
  ];
}
