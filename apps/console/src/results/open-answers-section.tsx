import type { OpenQuestion } from "@mehrwert/api";
import { csvText, type Language, textCell } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useState } from "react";
import { Refused } from "../library/refused.tsx";
import { Waiting } from "../patterns/waiting.tsx";
import { useOpenAnswers } from "./live-results.ts";
import { saveFile } from "./save-file.ts";

const words = {
  title: { de: "Freie Antworten", en: "Open answers" },
  lead: {
    de: "Je Frage gemischt und ohne weitere Angaben: Nichts verbindet eine freie Antwort mit den anderen Antworten derselben Person. Sie stehen nicht mit auf dem Ausdruck.",
    en: "Shuffled by question and with nothing beside them: nothing connects an open answer with the other answers of the same person. They are not printed.",
  },
  show: { de: "Freie Antworten zeigen", en: "Show the open answers" },
  loading: { de: "Die freien Antworten werden geladen …", en: "The open answers are loading …" },
  save: { de: "Freie Antworten als CSV speichern", en: "Save open answers as CSV" },
} as const;

/** Open answers, apart from everything else: asked for only when somebody wants to read them. */
export function OpenAnswersSection({
  study,
  wave,
  language,
}: {
  study: string;
  wave: number;
  language: Language;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const answers = useOpenAnswers({ study, wave }, isOpen);
  return (
    <section className="ranking no-print" aria-labelledby="open-answers">
      <h2 id="open-answers">{words.title[language]}</h2>
      <p>{words.lead[language]}</p>
      {isOpen ? null : <Button onClick={() => setIsOpen(true)}>{words.show[language]}</Button>}
      {isOpen && answers.isPending ? (
        <Waiting label={words.loading[language]} language={language} />
      ) : null}
      <div role="status">
        {answers.isError ? <Refused error={answers.error} language={language} /> : null}
      </div>
      {answers.data?.map((question) => (
        <Answers key={question.id} {...{ question, study, language }} />
      ))}
    </section>
  );
}

/** Hundreds at a time; more on demand. */
const portion = 100;

function Answers({
  question: { id, text, texts, notes },
  study,
  language,
}: {
  question: OpenQuestion;
  study: string;
  language: Language;
}) {
  const [limit, setLimit] = useState(portion);
  const save = () => {
    const lines = texts.map((answer) => [id, textCell(answer)]);
    saveFile(
      `${study}-${id}-open-answers.csv`,
      "text/csv",
      csvText([["question", "answer"], ...lines]),
    );
  };
  const left = texts.length - limit;
  return (
    <section aria-label={text[language]}>
      <h3>{text[language]}</h3>
      {texts.length === 0 ? (
        <p className="note">{notes[0]?.[language]}</p>
      ) : (
        <>
          <ul className="open-answers">
            {texts.slice(0, limit).map((answer, place) => (
              <li key={place}>{answer}</li>
            ))}
          </ul>
          <div className="buttons">
            {left > 0 ? (
              <Button onClick={() => setLimit(limit + portion)}>
                {language === "de"
                  ? `Weitere ${Math.min(left, portion)} zeigen`
                  : `Show ${Math.min(left, portion)} more`}
              </Button>
            ) : null}
            <Button kind="quiet" onClick={save}>
              {words.save[language]}
              <span className="mw-visually-hidden">: {text[language]}</span>
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
