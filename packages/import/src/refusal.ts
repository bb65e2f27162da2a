import type { Issue, LocalizedText } from "@mehrwert/study";

/** One sentence in German and in English. */
export function say(de: string, en: string): LocalizedText {
  return { de, en };
}

/** Stops an import: the file cannot be used, and why. Whoever imports catches it and returns its issues. */
export class FileRefused extends Error {
  override name = "FileRefused";
  readonly issues: Issue[];
  constructor(issues: Issue[]) {
    super(issues.map(({ message }) => message.en).join(" "));
    this.issues = issues;
  }
}

/** A file refused for one reason; `path` says where in the file, empty for the whole of it. */
export function refused(path: string, message: LocalizedText, advice: LocalizedText): FileRefused {
  return new FileRefused([{ path, severity: "error", message, advice }]);
}
