import type { Language, LocalizedText } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useState } from "react";
import { receiptWords } from "./thanks-words.ts";

/** The code itself, large, once, with what it is good for and how to take it along. */
export function ReceiptSection({
  code,
  study,
  language,
}: {
  code: string;
  /** The study's slug and title: the printed page must say what the code belongs to. */
  study: { slug: string; title: LocalizedText };
  language: Language;
}) {
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
  const path = `/s/${study.slug}/withdraw`;
  return (
    <section className="receipt" aria-labelledby="receipt-title">
      <h2 id="receipt-title">{receiptWords.title[language]}</h2>
      <p className="receipt-study">{study.title[language]}</p>
      <p>{receiptWords.what[language]}</p>
      <p className="receipt-code" translate="no" lang="zxx">
        {code}
      </p>
      <p>
        <strong>{receiptWords.once[language]}</strong>
      </p>
      <p>
        {receiptWords.where[language]}{" "}
        <a href={`${path}?lang=${language}`} target="_blank" rel="noreferrer">
          {location.host}
          {path}
        </a>
        . {receiptWords.careful[language]}
      </p>
      <div className="receipt-actions">
        <Button onClick={copy}>{receiptWords.copy[language]}</Button>
        <Button onClick={() => window.print()}>{receiptWords.print[language]}</Button>
      </div>
      <p role="status" className="receipt-said">
        {said ? receiptWords[said][language] : ""}
      </p>
    </section>
  );
}
