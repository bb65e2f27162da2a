import type { InterviewGuide } from "../interview-guide/schema.ts";
import type { LocalizedText } from "../localized-text.ts";
import type { Codebook } from "./schema.ts";

/**
 * Deductive main categories from an interview guide: one per block, defined by its questions; inductive codes are added
 * below them while coding. The anchor examples are for the analyst to fill in.
 *
 * @example codebookFromGuide(guide).codes.map(({ id }) => id) // ["entry", "value", …]
 */
export function codebookFromGuide(guide: InterviewGuide): Codebook {
  const defined = (questions: InterviewGuide["blocks"][number]["questions"]): LocalizedText => ({
    de: `Was Befragte hierauf antworten: ${questions.map(({ text }) => text.de).join(" ")}`,
    en: `What respondents answer to this: ${questions.map(({ text }) => text.en).join(" ")}`,
  });
  return {
    slug: guide.slug,
    version: "1.0.0",
    languages: ["de", "en"],
    title: {
      de: `Hauptkategorien aus: ${guide.title.de}`,
      en: `Main categories from: ${guide.title.en}`,
    },
    licence: guide.licence,
    sources: guide.sources,
    rules: [
      {
        de: "Kodiert wird eine Stelle mit einem Sinn, mindestens ein Teilsatz, höchstens ein Redebeitrag.",
        en: "A passage with one meaning is coded, at least a clause, at most one turn.",
      },
    ],
    codes: guide.blocks.map(({ id, title, questions }) => ({
      id,
      label: title,
      definition: defined(questions),
      codingRule: {
        de: "Auch an anderer Stelle des Gesprächs, wenn es die Frage beantwortet.",
        en: "Elsewhere in the interview, too, where it answers the question.",
      },
      origin: "deductive",
      isMainCategory: true,
    })),
  };
}
