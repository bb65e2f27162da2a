import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useRef } from "react";
import { words } from "../words.ts";

/** Stops and deletes the answers, after asking back: for shared devices, and because one may stop at any time. */
export function LeaveButton({
  language,
  isBusy,
  onLeave,
}: {
  language: Language;
  /** True while answers are being sent: nobody could promise then that they will not arrive. */
  isBusy: boolean;
  onLeave: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button kind="quiet" isBusy={isBusy} onClick={() => dialog.current?.showModal()}>
        {words.leave[language]}
      </Button>
      <dialog ref={dialog} aria-labelledby="leave-question">
        <p id="leave-question">{words.leaveQuestion[language]}</p>
        <div className="dialog-actions">
          <Button onClick={() => dialog.current?.close()}>{words.leaveNo[language]}</Button>
          <Button isBusy={isBusy} onClick={onLeave}>
            {words.leaveYes[language]}
          </Button>
        </div>
      </dialog>
    </>
  );
}
