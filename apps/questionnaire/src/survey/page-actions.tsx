import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { pauseWords } from "../keeping/keeping-words.ts";
import { isInFlight, isStoredEarlier, mayHaveArrived } from "../submission.ts";
import { words } from "../words.ts";
import { AskBack } from "./ask-back.tsx";
import type { useSurvey } from "./use-survey.ts";

/** What can be done with a page: go on or submit, go back, end here and send, stop and delete. */
export function PageActions({
  survey,
  language,
  isBusy,
  onDelete,
  onPause,
  needsInvitation,
}: {
  survey: ReturnType<typeof useSurvey>;
  language: Language;
  /** While answers are sent or made, nothing else is begun: nobody could promise what would become of it. */
  isBusy: boolean;
  onDelete: (mayHaveArrived: boolean) => void;
  onPause: (() => void) | undefined;
  /** Whether whoever deletes the answers cannot begin again. */
  needsInvitation: boolean;
}) {
  const { submission, isLast, at } = survey;
  const isFirst = at === 0;
  const isSending = isInFlight(submission);
  const hasTried = mayHaveArrived(submission);
  const nextWord = isLast ? words.submit : words.next;
  return (
    <>
      <div className="navigation">
        {survey.isOver ? null : (
          <Button kind="primary" type="submit" isBusy={isBusy}>
            {isSending ? words.sending[language] : nextWord[language]}
          </Button>
        )}
        <Button onClick={survey.back} isBusy={isBusy}>
          {words.back[language]}
        </Button>
      </div>
      {isStoredEarlier(submission) ? null : (
        <div className="endings">
          {onPause && isFirst ? <p className="hint">{pauseWords.beforeClosing[language]}</p> : null}
          {onPause ? (
            <Button kind="quiet" isBusy={isBusy} onClick={onPause}>
              {pauseWords.pause[language]}
            </Button>
          ) : null}
          {isLast ? null : (
            <AskBack
              label={words.end[language]}
              question={words.endQuestion[language]}
              yes={words.endYes[language]}
              no={words.leaveNo[language]}
              kind="primary"
              isBusy={isBusy}
              onYes={survey.endEarly}
            />
          )}
          <AskBack
            label={words.leave[language]}
            question={[
              words[hasTried ? "leaveQuestionAfterTrying" : "leaveQuestion"][language],
              ...(needsInvitation ? [words.leaveForGood[language]] : []),
            ].join(" ")}
            yes={words.leaveYes[language]}
            no={words.leaveNo[language]}
            kind="danger"
            isBusy={isBusy}
            onYes={() => onDelete(hasTried)}
          />
        </div>
      )}
    </>
  );
}
