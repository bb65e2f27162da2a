import { firstPageWords, type Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { Message } from "./message.tsx";

/** The server does not answer: how to go on. */
export function UnreachableMessage({
  language,
  onTryAgain,
}: {
  language: Language;
  onTryAgain: () => void;
}) {
  return (
    <Message
      title={firstPageWords.unreachableTitle[language]}
      text={firstPageWords.unreachableText[language]}
    >
      <Button kind="primary" onClick={onTryAgain}>
        {firstPageWords.tryAgain[language]}
      </Button>
    </Message>
  );
}
