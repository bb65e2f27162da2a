import type { Answer } from "@mehrwert/study";
import type { Draft } from "./draft.ts";

/** The draft with another answer to a question, or none; `moves` is how often its ranking was changed so far. */
export function withAnswer(
  draft: Draft,
  question: string,
  value: Answer | undefined,
  moves?: number,
): Draft {
  const { [question]: _before, ...others } = draft.answers;
  const drawn = draft.presentation[question];
  const answers = value === undefined ? others : { ...others, [question]: value };
  if (moves === undefined) return { ...draft, answers };
  return {
    ...draft,
    answers,
    presentation: { ...draft.presentation, [question]: { ...drawn, moves } },
  };
}

/** The draft of somebody who is shown a page. */
export function withPage(draft: Draft, page: string): Draft {
  const seen = draft.seen.includes(page) ? draft.seen : [...draft.seen, page];
  return { ...draft, page, seen };
}
