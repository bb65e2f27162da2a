import type { SuggestionQuality } from "@mehrwert/study";
import type { CodedSentences } from "./coded-sentences.ts";
import type { Sentence } from "./sentences.ts";

/** How suggestions for one code do against what people coded, and on how much that rests. */
export type CodeQuality = {
  code: string;
  passages: number;
  interviews: number;
  quality: SuggestionQuality;
};

/** Sentences suggested for a code, held against the codings of it; only in interviews that people coded. */
export function codeQuality(
  { code, isCoded, passages, interviews }: CodedSentences,
  sentences: readonly Sentence[],
  isSuggested: (at: number) => boolean,
  codedInterviews: ReadonlySet<string>,
): CodeQuality {
  const quality = { right: 0, wrong: 0, missed: 0, interviews: codedInterviews.size };
  for (const [at, { document }] of sentences.entries()) {
    if (!codedInterviews.has(document)) continue;
    if (isSuggested(at) && isCoded[at] === true) quality.right += 1;
    else if (isSuggested(at)) quality.wrong += 1;
    else if (isCoded[at] === true) quality.missed += 1;
  }
  return { code, passages, interviews: interviews.length, quality };
}
