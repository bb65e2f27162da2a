import type { Excerpt, StandingAssignment } from "@mehrwert/study";
import type { Sentence } from "./sentences.ts";

type Place = Pick<Excerpt, "document" | "version" | "start" | "end">;

/** What is known of one code: which sentences have it, and on how much that rests. */
export type CodedSentences = {
  code: string;
  /** One for each sentence. */
  isCoded: boolean[];
  /** Coded passages; those that overlap, of one coder or several, are one. */
  passages: number;
  /** Interviews with at least one of them. */
  interviews: string[];
};

/**
 * Which sentences a code was given to: those of which a coding of it covers at least half. Codings of codes below it do
 * not count, nor does who coded.
 */
export function codedSentences(
  code: string,
  sentences: readonly Sentence[],
  assignments: readonly StandingAssignment[],
): CodedSentences {
  const own = assignments.filter((each) => each.code === code).map(({ excerpt }) => excerpt);
  return {
    code,
    isCoded: sentences.map((sentence) =>
      own.some((excerpt) => shared(sentence, excerpt) * 2 >= sentence.end - sentence.start),
    ),
    passages: distinctPassages(own),
    interviews: [...new Set(own.map(({ document }) => document))],
  };
}

/** Characters that two passages share. */
export function shared(a: Place, b: Place): number {
  if (a.document !== b.document || a.version !== b.version) return 0;
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function distinctPassages(excerpts: readonly Excerpt[]): number {
  const sorted = [...excerpts].sort((a, b) =>
    a.document === b.document ? a.start - b.start : a.document < b.document ? -1 : 1,
  );
  let [count, document, end] = [0, "", 0];
  for (const each of sorted) {
    if (each.document === document && each.start < end) {
      end = Math.max(end, each.end);
      continue;
    }
    count += 1;
    [document, end] = [each.document, each.end];
  }
  return count;
}
