import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useState } from "react";
import { codeWords } from "../keeping/keeping-words.ts";
import "./secret-code.css";

/** A code for a person to keep: large, to copy or to print. */
export function SecretCodeView({ code, language }: { code: string; language: Language }) {
  const [said, setSaid] = useState<"copied" | "notCopied">();
  const copy = () => {
    setSaid(undefined);
    // Old browsers have no clipboard, in spite of what their type says.
    Promise.resolve(navigator.clipboard)
      .then((clipboard) => clipboard.writeText(code))
      .then(
        () => setSaid("copied"),
        () => setSaid("notCopied"),
      );
  };
  return (
    <>
      <p className="secret-code-shown" translate="no" lang="zxx">
        {code}
      </p>
      <div className="secret-code-actions">
        <Button onClick={copy}>{codeWords.copy[language]}</Button>
        <Button onClick={() => window.print()}>{codeWords.print[language]}</Button>
      </div>
      <p role="status" className="secret-code-said">
        {said ? codeWords[said][language] : ""}
      </p>
    </>
  );
}
