import { type Language, needsCode, type Study } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { words } from "../words.ts";
import { Message } from "./message.tsx";

/** For somebody who has answered and goes back to say no: what that deletes, before it does. */
export function DeclineQuestion({
  study,
  language,
  onYes,
  onNo,
}: {
  study: Pick<Study, "mode" | "credentialKey">;
  language: Language;
  onYes: () => void;
  onNo: () => void;
}) {
  const consequences = [
    words.leaveQuestion[language],
    ...(needsCode(study) ? [words.leaveForGood[language]] : []),
  ];
  return (
    <Message title={words.declineTitle[language]} text={consequences.join(" ")}>
      <div className="navigation">
        <Button kind="danger" onClick={onYes}>
          {words.leaveYes[language]}
        </Button>
        <Button onClick={onNo}>{words.leaveNo[language]}</Button>
      </div>
    </Message>
  );
}
