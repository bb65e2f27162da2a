import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { sendingWords } from "../words.ts";
import { Message } from "./message.tsx";

/** Shown only after the server has confirmed that the response is stored. */
export function Thanks({ language, onAgain }: { language: Language; onAgain: () => void }) {
  return (
    <Message title={sendingWords.thanksTitle[language]} text={sendingWords.thanksText[language]}>
      <h2>{sendingWords.thanksNextTitle[language]}</h2>
      <p>{sendingWords.thanksNext[language]}</p>
      <Button kind="quiet" onClick={onAgain}>
        {sendingWords.thanksAgain[language]}
      </Button>
    </Message>
  );
}
