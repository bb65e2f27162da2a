import type { LocalizedText } from "./localized-text.ts";

/** One thing wrong with an input from a person or a file: where it is, what it is and how to mend it. */
export type Issue = {
  /** Where: a JSON pointer below the input (`/pages/2/elements/0`), or `file:line` for tables. */
  path: string;
  /** An error refuses the input; a warning lets it pass and is shown. */
  severity: "error" | "warning";
  /** What is wrong, one sentence. */
  message: LocalizedText;
  /** How to mend it, one sentence. */
  advice: LocalizedText;
};

/** The outcome of parsing an input: a value, or everything that is wrong with it. Never both, never half. */
export type Result<T> = { ok: true; value: T; warnings: Issue[] } | { ok: false; issues: Issue[] };
