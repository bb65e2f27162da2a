import { Button } from "@mehrwert/ui";
import { type ReactNode, useId, useRef } from "react";

/** A button for a step that cannot be undone: it says what will happen and asks back before it does it. */
export function AskBack({
  label,
  question,
  yes,
  no,
  kind,
  isBusy,
  onYes,
}: {
  label: ReactNode;
  question: string;
  yes: string;
  no: string;
  /** How the step itself looks: `danger` where something is lost. */
  kind: "primary" | "danger";
  isBusy: boolean;
  onYes: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useRef<HTMLParagraphElement>(null);
  const id = useId();
  const open = () => {
    dialog.current?.showModal();
    text.current?.focus();
  };
  return (
    <>
      <Button kind="quiet" isBusy={isBusy} onClick={open}>
        {label}
      </Button>
      <dialog ref={dialog} aria-labelledby={id}>
        <p id={id} ref={text} tabIndex={-1}>
          {question}
        </p>
        <div className="dialog-actions">
          <Button onClick={() => dialog.current?.close()}>{no}</Button>
          <Button
            kind={kind}
            isBusy={isBusy}
            onClick={() => {
              dialog.current?.close();
              onYes();
            }}
          >
            {yes}
          </Button>
        </div>
      </dialog>
    </>
  );
}
