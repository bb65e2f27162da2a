import { codebookBlocks } from "./codebook/codebook-blocks.ts";
import type { Codebook } from "./codebook/schema.ts";
import { blocksHtml } from "./document/blocks-html.ts";
import { blocksMarkdown } from "./document/blocks-markdown.ts";

export { codebookChangeWords } from "./codebook/codebook-words.ts";

import type { Language } from "./localized-text.ts";

/** Formats of a codebook as a document: to read, to print, for programs. */
export const codebookFormats = ["md", "html", "json"] as const;
export type CodebookFormat = (typeof codebookFormats)[number];

/**
 * A codebook as a document in one language: what a coder lays beside the transcript, and what a paper prints in its
 * appendix. JSON holds the codebook as it is, in both languages.
 */
export function codebookDocument(
  codebook: Codebook,
  language: Language,
  format: CodebookFormat,
): string {
  switch (format) {
    case "md":
      return blocksMarkdown(codebookBlocks(codebook, language));
    case "html":
      return blocksHtml(codebookBlocks(codebook, language), language);
    case "json":
      return `${JSON.stringify(codebook, null, 2)}\n`;
  }
}
