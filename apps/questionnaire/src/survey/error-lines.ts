import type { Submission } from "../submission.ts";
import { type ErrorLine, focusQuestion } from "./error-summary.tsx";
import { type QuestionIssue, questionIssues } from "./page-issues.ts";
import type { Questionnaire } from "./use-questionnaire.ts";

/** What the server found wrong, which our own check let pass; it answers in one language. */
export function refusedIssues(submission: Submission): QuestionIssue[] {
  const problem = submission.state === "refused" ? submission.problem : undefined;
  const errors = (problem?.errors ?? []).map(({ pointer, detail, advice }) => ({
    path: pointer,
    message: { de: detail, en: detail },
    advice: { de: advice, en: advice },
  }));
  return [...questionIssues(errors).values()];
}

/** Issues as lines of the summary, one per question, each with the way to its question on this page or another. */
export function errorLines(
  issues: readonly QuestionIssue[],
  { titleOf, pageOf }: Pick<Questionnaire, "titleOf" | "pageOf">,
  here: string,
  show: (page: string) => void,
): ErrorLine[] {
  const byQuestion = new Map(issues.map((issue) => [issue.question, issue]));
  return [...byQuestion.values()].flatMap(({ question, text }) => {
    const title = titleOf(question);
    const page = pageOf(question);
    if (!title || page === undefined) return [];
    const onGo = () => {
      if (page !== here) show(page);
      setTimeout(() => focusQuestion(question));
    };
    return [{ question, title, text, onGo }];
  });
}
