import type { Language } from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import type { Submission } from "../submission.ts";
import { filled, sendingWords } from "../words.ts";

/** What became of the sending, in words, and the next step if there is one. Announced as it changes. */
export function SendingNotice({
  submission,
  language,
  onAgain,
  onFinish,
}: {
  submission: Submission;
  language: Language;
  onAgain: () => void;
  /** Ends a participation whose earlier version the server has. */
  onFinish: () => void;
}) {
  return (
    <div role="status" className="sending">
      {notice(submission, language, onAgain, onFinish)}
    </div>
  );
}

function notice(
  submission: Submission,
  language: Language,
  onAgain: () => void,
  onFinish: () => void,
) {
  switch (submission.state) {
    case "waiting":
      return (
        <Notice kind="caution" title={sendingWords.notSentTitle[language]}>
          <p>{filled(sendingWords.waiting[language], submission.waitMs / 1000)}</p>
          <Button onClick={onAgain}>{sendingWords.tryAgain[language]}</Button>
        </Notice>
      );
    case "unreachable":
      return (
        <Notice kind="error" title={sendingWords.notSentTitle[language]}>
          <p>{sendingWords.unreachable[language]}</p>
          <Button onClick={onAgain}>{sendingWords.tryAgain[language]}</Button>
        </Notice>
      );
    case "refused":
      return (
        <Notice kind="error" title={sendingWords.refusedTitle[language]}>
          <p>{sendingWords[submission.reason][language]}</p>
          {submission.reason === "conflict" ? (
            <Button onClick={onFinish}>{sendingWords.finish[language]}</Button>
          ) : null}
        </Notice>
      );
    default:
      return null;
  }
}
