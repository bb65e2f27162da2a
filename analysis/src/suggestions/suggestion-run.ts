import type { CodeSuggestion } from "@mehrwert/study";
import type { CodeRefusal } from "./classifier.ts";
import type { CodeQuality } from "./suggestion-quality.ts";

/** By keywords of the codebook, or by a model of what is coded. */
export type SuggestionMethod = "dictionary" | "classifier";

/** For whom, how and where to look. */
export type SuggestSettings = {
  /** Whoever asks; what this person coded already is not suggested. */
  person: string;
  method: SuggestionMethod;
  /** Codes with everything below them; absent: all. */
  codes?: readonly string[];
  /** Speakers that are looked at; absent: all but the interviewer. */
  speakers?: readonly string[];
  /** Whose codings the model learns from and quality is held against; absent: everybody's. */
  coders?: readonly string[];
};

/** What a run suggests, and what must be known beside it. */
export type SuggestionRun = {
  method: SuggestionMethod;
  /** Those that are new, in the order of documents and passages. */
  suggestions: CodeSuggestion[];
  /** Found, but made before: open, accepted or rejected. */
  known: number;
  /** Found, but this person coded an overlapping passage with the code. */
  alreadyCoded: number;
  /** Sentences that were looked at. */
  sentences: number;
  /**
   * How suggestions do, code by code, against what was coded. Model: each interview judged by a model of the others.
   * Dictionary: of every code that was coded or hinted at.
   */
  quality: CodeQuality[];
  /** Model only: codes for which it was not made. */
  refusals: CodeRefusal[];
  /** Whose codings of which interviews this rests on. */
  basis: { coders: string[]; interviews: string[] };
};
