import type { LocalizedText } from "@mehrwert/study";

/** The database cannot be used; `text` says why and how to mend it, in one sentence, without passwords. */
export class StoreUnavailable extends Error {
  override name = "StoreUnavailable";
  readonly text: LocalizedText;
  constructor(text: LocalizedText) {
    super(text.en);
    this.text = text;
  }
}
