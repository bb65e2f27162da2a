import type { Instrument, Language, Problem, Study } from "@mehrwert/study";
import { useEffect, useState } from "react";
import type { Send } from "../study-client.ts";
import { isInFlight } from "../submission.ts";
import type { Participation } from "../use-participation.ts";
import { useSubmission } from "../use-submission.ts";
import { type ErrorLine, focusQuestion } from "./error-summary.tsx";
import { type QuestionIssue, questionIssues } from "./page-issues.ts";
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

/** What the server found wrong, which our own check let pass; it answers in one language. */
function problemIssues(problem: Problem | undefined): QuestionIssue[] {
  const errors = (problem?.errors ?? []).map(({ pointer, detail, advice }) => ({
    path: pointer,
    message: { de: detail, en: detail },
    advice: { de: advice, en: advice },
  }));
  return [...questionIssues(errors).values()];
}

/** Everything the questionnaire's pages do: going on and back, checking, sending. */
export function useSurvey({ study, instrument, language, participation, send }: SurveyProps) {
  const { draft, finish } = participation;
  const questionnaire = useQuestionnaire(instrument, draft);
  const { pages, at, issues, pageOf, titleOf } = questionnaire;
  const name = pages[at]?.name ?? "";
  const { show, back } = usePageTurning(
    pages.map((page) => page.name),
    name,
    participation,
  );
  const { submission, submit, edited, left } = useSubmission(
    study.slug,
    () => responseOf(study, instrument, draft, language),
    send,
  );
  const isStored = submission.state === "stored";
  useEffect(() => {
    if (isStored) finish();
  }, [isStored, finish]);

  const [tried, setTried] = useState({ page: "", attempt: 0 });
  const following = pages[at + 1];
  const isLast = following === undefined;
  const { state } = submission;
  useEffect(() => {
    if (!isLast && state !== "idle") left();
  }, [isLast, state, left]);
  const wrong = [...issues.values()].filter(({ question }) => isLast || pageOf(question) === name);
  const next = () => {
    setTried(({ attempt }) => ({ page: name, attempt: attempt + 1 }));
    if (wrong.length > 0) return;
    if (following) show(following.name);
    else submit();
  };
  const line = ({ question, text }: QuestionIssue): ErrorLine[] => {
    const title = titleOf(question);
    const page = pageOf(question);
    if (!title || page === undefined) return [];
    const onGo = () => {
      if (page !== name) show(page);
      setTimeout(() => focusQuestion(question));
    };
    return [{ question, title, text, onGo }];
  };
  const refused = submission.state === "refused" ? problemIssues(submission.problem) : [];
  const shown = new Map(
    [...refused, ...(tried.page === name ? wrong : [])].map((issue) => [issue.question, issue]),
  );
  return {
    ...questionnaire,
    isLast,
    submission,
    submit,
    next,
    back,
    lines: [...shown.values()].flatMap(line),
    attempt: tried.attempt,
    answer: (...change: Parameters<Participation["answer"]>) => {
      if (isInFlight(submission)) return;
      edited();
      participation.answer(...change);
    },
  };
}
