import type { LocalizedText } from "@mehrwert/study";

/** A start that cannot go on: one sentence for the person at the terminal that says how to mend it. */
export class StartFailure extends Error {
  override name = "StartFailure";
  readonly text: LocalizedText;
  constructor(text: LocalizedText, cause?: unknown) {
    super(text.en, { cause });
    this.text = text;
  }
}
