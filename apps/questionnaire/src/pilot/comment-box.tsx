import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useId, useState } from "react";
import { pilotWords as words } from "./pilot-words.ts";

/** Where a tester writes about what is in front of them. What did not arrive stays in the field. */
export function CommentBox({
  language,
  onSend,
}: {
  language: Language;
  onSend: (comment: string) => Promise<boolean>;
}) {
  const id = useId();
  const [comment, setComment] = useState("");
  const [state, setState] = useState<"open" | "sending" | "sent" | "failed">("open");
  const send = async () => {
    if (comment.trim() === "") return;
    setState("sending");
    const isSent = await onSend(comment.trim());
    setState(isSent ? "sent" : "failed");
    if (isSent) setComment("");
  };
  return (
    <section className="pilot-comment" aria-labelledby={`${id}-label`}>
      <label id={`${id}-label`} htmlFor={id}>
        {words.comment[language]}
      </label>
      <p id={`${id}-hint`}>{words.commentHint[language]}</p>
      <textarea
        id={id}
        className="field"
        rows={3}
        maxLength={2000}
        aria-describedby={`${id}-hint`}
        value={comment}
        onChange={({ target }) => {
          setComment(target.value);
          setState("open");
        }}
      />
      <div className="buttons">
        <Button isBusy={state === "sending" || comment.trim() === ""} onClick={() => void send()}>
          {words.send[language]}
        </Button>
      </div>
      <p role="status">
        {state === "sent" ? words.sent[language] : state === "failed" ? words.failed[language] : ""}
      </p>
    </section>
  );
}
