import { firstPageWords, type Language } from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import { type FocusEvent, useEffect, useLayoutEffect, useRef } from "react";
import type { Submission } from "../submission.ts";
import { sendingWords } from "../words.ts";

/** What became of the sending, in words, and the next step if there is one. Announced as it changes. */
export function SendingNotice(props: NoticeProps) {
  return (
    <div role="status" className="sending" {...useFocusHandedOn()}>
      {notice(props)}
    </div>
  );
}

/** A notice can go while somebody has the focus in it, also by itself: the focus then goes to the button that sends. */
function useFocusHandedOn() {
  const box = useRef<HTMLDivElement>(null);
  const isInside = useRef(false);
  useLayoutEffect(() => {
    if (!isInside.current || document.activeElement !== document.body) return;
    isInside.current = false;
    const send = box.current?.closest("form")?.querySelector<HTMLElement>("button[type=submit]");
    send?.focus({ preventScroll: true });
  });
  return {
    ref: box,
    onFocus: () => {
      isInside.current = true;
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) isInside.current = false;
    },
  };
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
          <Button onClick={onAgain}>{firstPageWords.tryAgain[language]}</Button>
        </Notice>
      );
    case "unreachable":
      return (
        <Notice kind="error" title={sendingWords.notSentTitle[language]}>
          <p>{sendingWords.unreachable[language]}</p>
          <Button onClick={onAgain}>{firstPageWords.tryAgain[language]}</Button>
        </Notice>
      );
    case "held":
      return (
        <Notice kind="caution" title={sendingWords.notSentTitle[language]}>
          <p>{sendingWords[submission.because][language]}</p>
        </Notice>
      );
    case "refused": {
      if (submission.reason === "conflict") return <AlreadyStored {...{ language, onFinish }} />;
      const { reason } = submission;
      const isChanged = reason === "changed" || reason === "consent-changed";
      const isLost = isChanged && !outlivesReload;
      const text = sendingWords[isLost ? "changedWithoutStorage" : reason];
      return (
        <Notice kind="error" title={sendingWords.refusedTitle[language]}>
          <p>{text[language]}</p>
          {isChanged ? (
            <Button onClick={() => location.reload()}>{sendingWords.reload[language]}</Button>
          ) : null}
        </Notice>
      );
    }
    default:
      return null;
  }
}

/** No loss, but nothing to submit any more either: the focus goes to the one way on. */
function AlreadyStored({ language, onFinish }: Pick<NoticeProps, "language" | "onFinish">) {
  const finish = useRef<HTMLButtonElement>(null);
  useEffect(() => finish.current?.focus(), []);
  return (
    <Notice kind="caution" title={sendingWords.conflictTitle[language]}>
      <p>{sendingWords.conflict[language]}</p>
      <Button ref={finish} onClick={onFinish}>
        {sendingWords.finish[language]}
      </Button>
    </Notice>
  );
}
