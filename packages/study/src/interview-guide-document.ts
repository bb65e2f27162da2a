import { guideHtml } from "./interview-guide/guide-html.ts";
import { guideMarkdown } from "./interview-guide/guide-markdown.ts";
import type { InterviewGuide } from "./interview-guide/schema.ts";
import type { Language } from "./localized-text.ts";

/** Formats of a guide as a document: to read, to print, for programs. */
export const guideFormats = ["md", "html", "json"] as const;
export type GuideFormat = (typeof guideFormats)[number];

/**
 * An interview guide as a document in one language, with room for notes and a checklist of codes for each block.
 * JSON holds the guide as it is, in both languages.
 */
export function interviewGuideDocument(
  guide: InterviewGuide,
  language: Language,
  format: GuideFormat,
): string {
  switch (format) {
    case "md":
      return guideMarkdown(guide, language);
    case "html":
      return guideHtml(guide, language);
    case "json":
      return `${JSON.stringify(guide, null, 2)}\n`;
  }
}
