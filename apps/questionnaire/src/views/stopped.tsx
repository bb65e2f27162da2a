import type { Language } from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import { useState } from "react";
import type { Chosen } from "../keeping/draft-keeper.ts";
import { stoppedWords } from "../keeping/keeping-words.ts";
import type { Keeping } from "../keeping/use-keeping.ts";
import { sendingWords } from "../words.ts";
import { Message } from "./message.tsx";

/**
 * In the place of the questionnaire, when the same answers go on elsewhere: nothing is overwritten before somebody has
 * chosen. `sent`: they were submitted there.
 */
export function Stopped({
  why,
  language,
  keeping,
  onFinish,
}: {
  why: "elsewhere" | "other-window" | "sent";
  language: Language;
  keeping: Pick<Keeping, "goOn">;
  onFinish: () => void;
}) {
  const [isWorking, setWorking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const choose = async (chosen: Chosen) => {
    setWorking(true);
    setFailed(false);
    const isDone = await keeping.goOn(chosen);
    setWorking(false);
    setFailed(!isDone);
  };
  const title = stoppedWords[`${why}Title`][language];
  if (why === "sent") {
    return (
      <Message title={title} text={stoppedWords.sent[language]}>
        <Button kind="primary" onClick={onFinish}>
          {sendingWords.finish[language]}
        </Button>
      </Message>
    );
  }
  return (
    <Message title={title} text={stoppedWords[why][language]}>
      <div className="choices-to-go-on">
        <Button kind="primary" isBusy={isWorking} onClick={() => choose("there")}>
          {stoppedWords.goOnThere[language]}
        </Button>
        {why === "elsewhere" ? (
          <>
            <Button isBusy={isWorking} onClick={() => choose("here")}>
              {stoppedWords.goOnHere[language]}
            </Button>
            <p className="hint">{stoppedWords.goOnHereHint[language]}</p>
          </>
        ) : null}
      </div>
      <div role="alert">
        {hasFailed ? (
          <Notice kind="error">
            <p>{stoppedWords.notRead[language]}</p>
          </Notice>
        ) : null}
      </div>
    </Message>
  );
}
