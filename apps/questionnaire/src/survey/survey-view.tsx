import { needsCode } from "@mehrwert/study";
import { useState } from "react";
import { QuestionView } from "../questions/question-view.tsx";
import type { PendingCode } from "../questions/use-personal-code.ts";
import { isInFlight } from "../submission.ts";
import { PageHeading } from "../views/page-heading.tsx";
import { codeSaltOf } from "./code-salt.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { KeepingLine } from "./keeping-line.tsx";
import { PageActions } from "./page-actions.tsx";
import { Progress } from "./progress.tsx";
import { SendingNotice } from "./sending-notice.tsx";
import { StoppedNotice } from "./stopped-notice.tsx";
import type { SurveyProps } from "./survey-props.ts";
import { useSurvey } from "./use-survey.ts";
import "./survey.css";
import "../questions/likert.css";
import "../questions/ranking.css";

/** The questionnaire, page by page. Loaded while the participant reads the first page. */
export function SurveyView(props: SurveyProps) {
  const { study, language, participation, keeping, onDelete, onPause } = props;
  const [pending, setPending] = useState<{ question: string; kind: PendingCode }>();
  const unfinished = pending?.kind === "unfinished" ? [pending.question] : [];
  const survey = useSurvey(props, unfinished);
  const { page, pages, at, submission } = survey;
  const [codeSalt] = useState(() => codeSaltOf(study));
  if (!page) return null;
  const isSending = isInFlight(submission);
  const isBusy = isSending || pending?.kind === "working";
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && !survey.isOver) survey.next();
      }}
    >
      <Progress study={study.title[language]} at={at + 1} of={pages.length} language={language} />
      <PageHeading
        key={page.name}
        title={`${page.title[language]} – ${study.title[language]}`}
        takesFocus
        describedBy="progress-text"
      >
        {page.title[language]}
      </PageHeading>
      {page.description ? <p className="lead">{page.description[language]}</p> : null}
      <StoppedNotice state={keeping.state} language={language} />
      <ErrorSummary lines={survey.lines} attempt={survey.attempt} language={language} />
      <fieldset className="questions" disabled={isSending}>
        {survey.questions.map((question) => (
          <QuestionView
            key={question.name}
            question={question}
            language={language}
            value={participation.draft.answers[question.name]}
            presentation={participation.draft.presentation[question.name]}
            error={survey.lines.find((line) => line.question === question.name)?.text[language]}
            onAnswer={(value, moves) => survey.answer(question.name, value, moves)}
            codeSalt={codeSalt}
            onPending={(kind) => setPending(kind && { question: question.name, kind })}
          />
        ))}
      </fieldset>
      <SendingNotice
        submission={submission}
        language={language}
        outlivesReload={keeping.outlivesReload}
        onAgain={survey.submit}
        onFinish={survey.finish}
      />
      <PageActions
        survey={survey}
        language={language}
        isBusy={isBusy}
        onDelete={onDelete}
        onPause={onPause}
        needsInvitation={needsCode(study)}
      />
      {onPause ? <KeepingLine state={keeping.state} language={language} /> : null}
    </form>
  );
}
