import type { Language } from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import type { Submission } from "../submission.ts";
import { sendingWords } from "../words.ts";

/** What became of the sending, in words, and the next step if there is one. Announced as it changes. */
export function SendingNotice(props: NoticeProps) {
  return (
    <div role="status" className="sending">
      {notice(props)}
    </div>
  );
}

type NoticeProps = {
  submission: Submission;
  language: Language;
  /** False where a reload costs the answers. */
  outlivesReload: boolean;
  onAgain: () => void;
  /** Ends a participation whose earlier version the server has. */
  onFinish: () => void;
};

function notice({ submission, language, outlivesReload, onAgain, onFinish }: NoticeProps) {
  switch (submission.state) {
    case "waiting":
      return (
        <Notice kind="caution" title={sendingWords.notSentTitle[language]}>
          <p>{sendingWords.waiting[language]}</p>
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
    case "held":
      return (
        <Notice kind="caution" title={sendingWords.notSentTitle[language]}>
          <p>{sendingWords[submission.because][language]}</p>
        </Notice>
      );
    case "refused": {
      const isLost = submission.reason === "changed" && !outlivesReload;
      const text = sendingWords[isLost ? "changedWithoutStorage" : submission.reason];
      return (
        <Notice kind="error" title={sendingWords.refusedTitle[language]}>
          <p>{text[language]}</p>
          {submission.reason === "conflict" ? (
            <Button onClick={onFinish}>{sendingWords.finish[language]}</Button>
          ) : null}
          {submission.reason === "changed" ? (
            <Button onClick={() => location.reload()}>{sendingWords.reload[language]}</Button>
          ) : null}
        </Notice>
      );
    }
    default:
      return null;
  }
}
