import type { Language } from "../language.ts";
import type { LocalizedText } from "../localized-text.ts";
import type { Mailing, MailText } from "./mailing-schema.ts";

/** What the placeholders of one mail stand for. */
export type MailFacts = { study: LocalizedText; link: string; code: string; name?: string };

const greetings = {
  de: (name?: string) => (name === undefined ? "Guten Tag," : `Guten Tag ${name},`),
  en: (name?: string) => (name === undefined ? "Hello," : `Hello ${name},`),
};

/**
 * Subject and body of one mail. Placeholders are replaced once and by nothing but what they stand for: what a name or
 * title contains is never read as a placeholder again.
 *
 * @example filledMail({ subject, body: { de: "{greeting} {link}", … } }, "de", facts).body // "Guten Tag Ada, https://…"
 */
export function filledMail(
  { subject, body }: MailText,
  language: Mailing["language"],
  facts: MailFacts,
): { subject: string; body: string } {
  const filled = (text: LocalizedText, one: Language) =>
    text[one].replace(/\{([A-Za-z]+)\}/g, (whole, placeholder: string) => {
      const values: Record<string, string> = {
        study: facts.study[one],
        link: facts.link,
        code: facts.code,
        greeting: greetings[one](facts.name),
      };
      return values[placeholder] ?? whole;
    });
  if (language !== "both")
    return { subject: filled(subject, language), body: filled(body, language) };
  return {
    subject: `${filled(subject, "de")} / ${filled(subject, "en")}`,
    body: `[English below]\n\n${filled(body, "de")}\n\n--------\n\n${filled(body, "en")}`,
  };
}
