import { useState } from "react";
import { isInFlight, isStoredEarlier } from "../submission.ts";
import type { Participation } from "../use-participation.ts";
import { words } from "../words.ts";
import { errorLines, refusedIssues } from "./error-lines.ts";
import type { SurveyProps } from "./survey-props.ts";
import { usePageTurning } from "./use-page-turning.ts";
import { useQuestionnaire } from "./use-questionnaire.ts";
import { useSending } from "./use-sending.ts";

/**
 * Everything the questionnaire's pages do: going on and back, checking, sending.
 * `unfinished` are questions of this page whose answer is begun and not complete.
 */
export function useSurvey(props: SurveyProps, unfinished: readonly string[]) {
  const { instrument, participation } = props;
  const questionnaire = useQuestionnaire(instrument, participation.draft);
  const { pages, at, issues, issuesSoFar, lastPage, pageOf } = questionnaire;
  const name = pages[at]?.name ?? "";
  const { show, back } = usePageTurning(
    pages.map((page) => page.name),
    name,
    participation,
  );
  const following = pages[at + 1];
  const isLast = following === undefined;
  const sending = useSending(props, { page: name, isLast, lastPage });
  const { submission, submit, isSendingPage } = sending;

  const [tried, setTried] = useState({ page: "", attempt: 0, toEnd: false });
  const wrongHere = [
    ...[...issues.values()].filter(({ question }) => isLast || pageOf(question) === name),
    ...unfinished.map((question) => ({ question, text: words.unfinished })),
  ];
  const wrongSoFar = [...issuesSoFar.values()];
  const trying = (toEnd: boolean) =>
    setTried(({ attempt }) => ({ page: name, attempt: attempt + 1, toEnd }));
  const next = () => {
    trying(false);
    if (wrongHere.length > 0) return;
    if (following) show(following.name);
    else submit();
  };
  const endEarly = () => {
    trying(true);
    if (wrongSoFar.length === 0) sending.endHere();
  };
  const wrong = tried.toEnd ? wrongSoFar : wrongHere;
  const shown = tried.page === name ? wrong : [];
  return {
    ...questionnaire,
    isLast,
    /** Whether the server has an earlier version, so that there is nothing left to do here. */
    isOver: isSendingPage && isStoredEarlier(submission),
    submission,
    submit,
    finish: sending.finish,
    next,
    endEarly,
    back,
    lines: errorLines([...refusedIssues(submission), ...shown], questionnaire, name, show),
    attempt: tried.attempt,
    answer: (...change: Parameters<Participation["answer"]>) => {
      if (isInFlight(submission)) return;
      sending.edited();
      participation.answer(...change);
    },
  };
}
