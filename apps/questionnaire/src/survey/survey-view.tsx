import { Button } from "@mehrwert/ui";
import { QuestionView } from "../questions/question-view.tsx";
import { isInFlight, isStoredEarlier, mayHaveArrived } from "../submission.ts";
import { PageHeading } from "../views/page-heading.tsx";
import { words } from "../words.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { LeaveButton } from "./leave-button.tsx";
import { Progress } from "./progress.tsx";
import { SendingNotice } from "./sending-notice.tsx";
import { type SurveyProps, useSurvey } from "./use-survey.ts";

/** The questionnaire, page by page. Loaded while the participant reads the welcome page. */
export function SurveyView(props: SurveyProps) {
  const { study, language, participation } = props;
  const survey = useSurvey(props);
  const { page, pages, at, submission } = survey;
  if (!page) return null;
  const isSending = isInFlight(submission);
  const isOver = survey.isLast && isStoredEarlier(submission);
  const nextWord = survey.isLast ? words.submit : words.next;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSending && !isOver) survey.next();
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
          />
        ))}
      </fieldset>
      <SendingNotice
        submission={submission}
        language={language}
        outlivesReload={participation.outlivesReload}
        onAgain={survey.submit}
        onFinish={participation.finish}
      />
      <div className="navigation">
        {isOver ? null : (
          <Button kind="primary" type="submit" isBusy={isSending}>
            {isSending ? words.sending[language] : nextWord[language]}
          </Button>
        )}
        <Button onClick={survey.back} isBusy={isSending}>
          {words.back[language]}
        </Button>
      </div>
      {isStoredEarlier(submission) ? null : (
        <LeaveButton
          language={language}
          isBusy={isSending}
          mayHaveArrived={mayHaveArrived(submission)}
          onLeave={() => participation.deleteAnswers(mayHaveArrived(submission))}
        />
      )}
    </form>
  );
}
