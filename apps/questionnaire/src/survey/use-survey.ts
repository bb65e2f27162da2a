import type { Instrument, Language, Study } from "@mehrwert/study";
import { useEffect, useState } from "react";
import type { Send } from "../study-client.ts";
import { isInFlight, isStoredEarlier } from "../submission.ts";
import type { Participation } from "../use-participation.ts";
import { useSubmission } from "../use-submission.ts";
import { errorLines, refusedIssues } from "./error-lines.ts";
import { responseOf } from "./response.ts";
import { usePageTurning } from "./use-page-turning.ts";
import { useQuestionnaire } from "./use-questionnaire.ts";

/** What the questionnaire's pages need. */
export type SurveyProps = {
  study: Study;
  instrument: Instrument;
  language: Language;
  participation: Participation;
  /** Absent: to the server. */
  send?: Send;
};

/** Everything the questionnaire's pages do: going on and back, checking, sending. */
export function useSurvey({ study, instrument, language, participation, send }: SurveyProps) {
  const { draft, finish } = participation;
  const questionnaire = useQuestionnaire(instrument, draft);
  const { pages, at, issues, issuesSoFar, pageOf } = questionnaire;
  const name = pages[at]?.name ?? "";
  const { show, back } = usePageTurning(
    pages.map((page) => page.name),
    name,
    participation,
  );
  const following = pages[at + 1];
  const isLast = following === undefined;
  const [endsAt, setEndsAt] = useState<string>();
  const isEnding = endsAt === name && !isLast;
  const lastPage = isEnding ? questionnaire.lastPage : undefined;
  const { submission, submit, edited, left } = useSubmission(
    study.slug,
    () => responseOf(study, instrument, draft, language, lastPage),
    send,
  );
  const { state } = submission;
  useEffect(() => {
    if (state === "stored") finish();
  }, [state, finish]);

  const [tried, setTried] = useState({ page: "", attempt: 0, toEnd: false });
  const isElsewhere = !isLast && !isEnding;
  useEffect(() => {
    if (isElsewhere && state !== "idle") left();
  }, [isElsewhere, state, left]);
  const wrongHere = [...issues.values()].filter(
    ({ question }) => isLast || pageOf(question) === name,
  );
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
    if (wrongSoFar.length > 0) return;
    setEndsAt(name);
    submit();
  };
  const wrong = tried.toEnd ? wrongSoFar : wrongHere;
  const shown = tried.page === name ? wrong : [];
  return {
    ...questionnaire,
    isLast,
    /** Whether the server has an earlier version, so that there is nothing left to do here. */
    isOver: !isElsewhere && isStoredEarlier(submission),
    submission,
    submit,
    next,
    /** Sends what there is, as from somebody who saw nothing of the pages still to come. */
    endEarly,
    back,
    lines: errorLines([...refusedIssues(submission), ...shown], questionnaire, name, show),
    attempt: tried.attempt,
    answer: (...change: Parameters<Participation["answer"]>) => {
      if (isInFlight(submission)) return;
      edited();
      setEndsAt(undefined);
      participation.answer(...change);
    },
  };
}
