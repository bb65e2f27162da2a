import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useRef } from "react";
import { words } from "../words.ts";

/** Stops and deletes the answers, after asking back: for shared devices, and because one may stop at any time. */
export function LeaveButton({
  language,
  isBusy,
  mayHaveArrived,
  onLeave,
}: {
  language: Language;
  /** True while answers are being sent: nobody could promise then that they will not arrive. */
  isBusy: boolean;
  /** True after an attempt to send that was not answered: only a further one can be ruled out then. */
  mayHaveArrived: boolean;
  onLeave: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const question = useRef<HTMLParagraphElement>(null);
  const open = () => {
    dialog.current?.showModal();
    question.current?.focus();
  };
  return (
    <>
      <Button kind="quiet" isBusy={isBusy} onClick={open}>
        {words.leave[language]}
      </Button>
      <dialog ref={dialog} aria-labelledby="leave-question">
        <p id="leave-question" ref={question} tabIndex={-1}>
          {words[mayHaveArrived ? "leaveQuestionAfterTrying" : "leaveQuestion"][language]}
        </p>
        <div className="dialog-actions">
          <Button onClick={() => dialog.current?.close()}>{words.leaveNo[language]}</Button>
          <Button kind="danger" isBusy={isBusy} onClick={onLeave}>
            {words.leaveYes[language]}
          </Button>
        </div>
      </dialog>
    </>
  );
}
