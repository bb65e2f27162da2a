import type { Language, LocalizedText } from "@mehrwert/study";
import { SecretCodeView } from "./secret-code-view.tsx";
import { receiptWords } from "./thanks-words.ts";

/** The deletion code, once, with what it is good for. */
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
  const path = `/s/${study.slug}/withdraw`;
  return (
    <section className="secret-code-box" aria-labelledby="receipt-title">
      <h2 id="receipt-title">{receiptWords.title[language]}</h2>
      <p className="secret-code-study">{study.title[language]}</p>
      <p>{receiptWords.what[language]}</p>
      <SecretCodeView code={code} language={language} />
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
    </section>
  );
}
