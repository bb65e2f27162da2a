import type { LocalizedText } from "@mehrwert/study";

/** Why Mehrwert's own PostgreSQL cannot run. */
export type EmbeddedPostgresProblem =
  | "in-use"
  | "unsupported-platform"
  | "unreachable-folder"
  | "unwritable-folder"
  | "foreign-folder"
  | "wrong-version"
  | "disk-full"
  | "start-failed";

/** Mehrwert's own PostgreSQL cannot run; `text` says why and how to mend it, in one or two sentences. */
export class EmbeddedPostgresError extends Error {
  override name = "EmbeddedPostgresError";
  readonly problem: EmbeddedPostgresProblem;
  readonly text: LocalizedText;
  constructor(problem: EmbeddedPostgresProblem, text: LocalizedText) {
    super(text.en);
    this.problem = problem;
    this.text = text;
  }
}
