import type { LocalizedText } from "../localized-text.ts";
import type { ChangeEffect } from "../version-number.ts";

/** What happened to a part of an instrument. */
export type ChangeKind =
  | "added"
  | "removed"
  | "reworded"
  | "corrected"
  | "recoded"
  | "re-ordered"
  | "moved"
  | "condition"
  | "scale"
  | "required"
  | "scoring"
  | "setting"
  | "description";

/** One difference between two versions, in words. */
export type InstrumentChange = {
  kind: ChangeKind;
  effect: ChangeEffect;
  /** The question it belongs to, if it belongs to one. */
  question: string | undefined;
  /** Which part: “Question “results”, item “ro-1””. */
  place: LocalizedText;
  /** What happened to it. */
  what: LocalizedText;
  /** What it does to stored answers and to comparing versions. */
  consequence: LocalizedText;
  /** The wording before and after, where there is one. */
  before?: LocalizedText;
  after?: LocalizedText;
};
