import type { Language, Study } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { sendingWords } from "../words.ts";
import { Message } from "./message.tsx";
import { ReceiptSection } from "./receipt-section.tsx";
import { receiptWords } from "./thanks-words.ts";

/** Shown only after the server has confirmed that the response is stored. */
export function Thanks({
  study,
  language,
  receiptCode,
  onAgain,
}: {
  study: Study;
  language: Language;
  /** Absent after a reload: it is nowhere any more. */
  receiptCode: string | undefined;
  onAgain: () => void;
}) {
  return (
    <Message title={sendingWords.thanksTitle[language]} text={sendingWords.thanksText[language]}>
      {receiptCode === undefined ? (
        <p>{receiptWords.gone[language]}</p>
      ) : (
        <ReceiptSection code={receiptCode} study={study} language={language} />
      )}
      <div className="thanks-next screen-only">
        <h2>{sendingWords.thanksNextTitle[language]}</h2>
        <p>{sendingWords.thanksNext[language]}</p>
        <Button kind="quiet" onClick={onAgain}>
          {sendingWords.thanksAgain[language]}
        </Button>
      </div>
    </Message>
  );
}
