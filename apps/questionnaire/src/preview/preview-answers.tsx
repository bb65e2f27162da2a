import {
  answerInWords,
  type Instrument,
  type Language,
  type SurveyResponse,
} from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { PageHeading } from "../views/page-heading.tsx";
import { filled } from "../words.ts";
import { previewWords } from "./preview-words.ts";
import { titleOf } from "./routing-in-words.ts";

/** The end of a preview: what a study would have received, value by value. */
export function PreviewAnswers({
  instrument,
  response,
  language,
  onAgain,
}: {
  instrument: Instrument;
  response: SurveyResponse;
  language: Language;
  onAgain: () => void;
}) {
  const title = previewWords.endTitle[language];
  const { lastPage } = response;
  return (
    <>
      <PageHeading title={title} takesFocus>
        {title}
      </PageHeading>
      <p className="lead">{previewWords.endText[language]}</p>
      {lastPage === undefined ? null : (
        <p>{filled(previewWords.endedEarly[language], titleOf(instrument, lastPage)[language])}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls by keyboard must reach it */}
      <section className="preview-table" tabIndex={0} aria-label={title}>
        <AnswerTable instrument={instrument} response={response} language={language} />
      </section>
      <details className="more">
        <summary>{previewWords.presentation[language]}</summary>
        <pre>{JSON.stringify(response.presentation, null, 2)}</pre>
      </details>
      <Button kind="primary" onClick={onAgain}>
        {previewWords.again[language]}
      </Button>
    </>
  );
}

function AnswerTable({
  instrument,
  response,
  language,
}: {
  instrument: Instrument;
  response: SurveyResponse;
  language: Language;
}) {
  const questions = instrument.pages
    .flatMap(({ elements }) => elements)
    .map((question) => ({
      name: question.name,
      title: question.title[language],
      lines: answerInWords(question, response.answers[question.name], language),
    }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{previewWords.asked[language]}</th>
          <th scope="col">{previewWords.answer[language]}</th>
          <th scope="col">{previewWords.variable[language]}</th>
          <th scope="col">{previewWords.code[language]}</th>
        </tr>
      </thead>
      {questions.map(({ name, title, lines }) => (
        <tbody key={name}>
          {lines.some(({ key }) => key !== undefined) ? (
            <tr>
              <th scope="rowgroup" colSpan={4} className="preview-question">
                {title}
              </th>
            </tr>
          ) : null}
          {lines.map(({ key, label, text, code }) => (
            <tr key={key ?? name}>
              <th scope="row">{label}</th>
              <td>{text}</td>
              <td>
                <code>{key === undefined ? name : `${name} / ${key}`}</code>
              </td>
              <td>
                <code>{code}</code>
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
