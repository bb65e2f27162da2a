import type { Issue } from "../result.ts";

/** Something in a hand-over that does not match; `path` is the file in it, `file:line` in files of lines. */
export const handOverIssue = (path: string, de: string, en: string): Issue => ({
  path,
  severity: "error",
  message: { de, en },
  advice: {
    de: "Lassen Sie sich die Datei noch einmal geben, unverändert, wie die andere Installation sie geschrieben hat.",
    en: "Ask for the file again, unchanged, as the other installation wrote it.",
  },
});

/** At most so many are told; a file with more is no better for being told all. */
export const mostIssues = 50;
