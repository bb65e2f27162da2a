import { answersSchema, type Instrument, type Question } from "@mehrwert/study";
import { useMemo } from "react";
import type { Draft } from "../keeping/draft.ts";
import { wordedQuestion } from "../questions/wordings.ts";
import { holds } from "./conditions.ts";
import { questionIssues } from "./page-issues.ts";
import { answersUntil, lastPageSeen, presentationOf, visibleAnswers } from "./response.ts";
import { pagesInShownOrder, visiblePages } from "./routing.ts";

/** The page a participant is on, in their words, and what is still wrong with all their answers. */
export function useQuestionnaire(instrument: Instrument, draft: Draft) {
  const compiled = useMemo(
    () => ({
      schema: answersSchema(instrument),
      questions: new Map(
        instrument.pages.flatMap(({ elements }) => elements).map((each) => [each.name, each]),
      ),
    }),
    [instrument],
  );
  return useMemo(() => {
    const answers = visibleAnswers(instrument, draft.answers);
    const pages = visiblePages(instrument, answers, draft.presentation);
    const wanted = pages.findIndex(({ name }) => name === draft.page);
    const at = Math.max(0, wanted === -1 ? nearestBefore(instrument, pages, draft) : wanted);
    const questions = (pages[at]?.questions ?? [])
      .map((name) => compiled.questions.get(name))
      .filter((question): question is Question => question !== undefined)
      .map((question) => wordedQuestion(question, instrument, answers, holds));
    const lastPage = lastPageSeen(instrument, draft);
    const issuesUntil = (until?: string) =>
      questionIssues(
        compiled.schema.check(
          answersUntil(instrument, draft, until),
          presentationOf(instrument, draft, until),
          { lastPage: until },
        ),
      );
    return {
      pages,
      at,
      page: instrument.pages.find(({ name }) => name === pages[at]?.name),
      questions,
      issues: issuesUntil(),
      /** Where somebody who ends here has got to, and what would be wrong with that. */
      lastPage,
      issuesSoFar: issuesUntil(lastPage),
      pageOf: (question: string) =>
        pages.find(({ questions: names }) => names.includes(question))?.name,
      titleOf: (question: string) => compiled.questions.get(question)?.title,
    };
  }, [instrument, draft, compiled]);
}

/** The last visible page before one that answers have hidden meanwhile. */
function nearestBefore(
  instrument: Instrument,
  pages: readonly { name: string }[],
  { page, presentation }: Draft,
): number {
  const names = pagesInShownOrder(instrument, presentation).map(({ name }) => name);
  const until = page === undefined ? 0 : names.indexOf(page);
  return pages.filter(({ name }) => names.indexOf(name) < until).length - 1;
}

/** What `useQuestionnaire` gives. */
export type Questionnaire = ReturnType<typeof useQuestionnaire>;
