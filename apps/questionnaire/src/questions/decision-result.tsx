import type { DecisionOutcome, Language, QuestionOf } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { filled } from "../words.ts";
import { decisionWords } from "./decision-words.ts";
import type { Parts } from "./parts.ts";

type Decision = QuestionOf<"decision">;

/** What is still to be rated before there is a recommendation. */
export function DecisionPending({
  question,
  parts,
  language,
}: {
  question: Decision;
  parts: Parts;
  language: Language;
}) {
  const missing = question.criteria.filter(
    ({ value, direction }) => direction !== 0 && typeof parts[value] !== "number",
  );
  return <p>{filled(decisionWords.pending[language], missing.length)}</p>;
}

/** A recommendation with its advice, its reasons and its place between the two ends; on paper also the ratings. */
export function DecisionResult({
  question,
  parts,
  outcome,
  language,
}: {
  question: Decision;
  parts: Parts;
  outcome: DecisionOutcome;
  language: Language;
}) {
  return (
    <>
      <p className="decision-outcome">{question.outcomes[outcome.outcome].text[language]}</p>
      <ScoreLine question={question} outcome={outcome} language={language} />
      {outcome.isConflict ? <p>{decisionWords.conflict[language]}</p> : null}
      {outcome.advice.map((advice) => (
        <p key={advice.de}>{advice[language]}</p>
      ))}
      {outcome.reasons.length > 0 ? (
        <>
          <h4>{decisionWords.reasons[language]}</h4>
          <ul>
            {outcome.reasons.map((reason) => (
              <li key={reason.de}>{reason[language]}</li>
            ))}
          </ul>
        </>
      ) : null}
      <RatingsOnPaper question={question} parts={parts} language={language} />
      <Button onClick={() => print()}>{decisionWords.print[language]}</Button>
    </>
  );
}

/** Where the score lies between the recommendations at the two ends; between the cuts neither is recommended. */
function ScoreLine({
  question,
  outcome,
  language,
}: {
  question: Decision;
  outcome: DecisionOutcome;
  language: Language;
}) {
  const { low, high } = question.outcomes;
  const score = outcome.score
    .toLocaleString(language, { maximumFractionDigits: 2 })
    .replace("-", "−");
  const label = filled(
    decisionWords.score[language],
    score === "−0" ? "0" : score,
    low.text[language],
    high.text[language],
  );
  const x = (value: number) => 150 + value * 140;
  return (
    <figure className="decision-score">
      <svg viewBox="0 0 300 28" role="img" aria-label={label}>
        <line className="decision-line" x1={x(-1)} x2={x(1)} y1={14} y2={14} />
        {[-question.cut, question.cut].map((cut) => (
          <line key={cut} className="decision-line" x1={x(cut)} x2={x(cut)} y1={6} y2={22} />
        ))}
        <circle className="decision-mark" cx={x(outcome.score)} cy={14} r={8} />
      </svg>
      <figcaption aria-hidden="true">
        <span>{low.text[language]}</span>
        <span>{score === "−0" ? "0" : score}</span>
        <span>{high.text[language]}</span>
      </figcaption>
    </figure>
  );
}

function RatingsOnPaper({
  question,
  parts,
  language,
}: {
  question: Decision;
  parts: Parts;
  language: Language;
}) {
  const rating = (criterion: string) =>
    question.columns.find(({ value }) => value === parts[criterion])?.text[language] ?? "–";
  const weight = (criterion: string) =>
    question.weights.find(
      ({ value }) => value === (parts[`${criterion}.weight`] ?? question.defaultWeight),
    )?.text[language] ?? "–";
  return (
    <table className="decision-on-paper">
      <caption>{decisionWords.ratings[language]}</caption>
      <thead>
        <tr>
          <th scope="col">{decisionWords.criterion[language]}</th>
          <th scope="col">{decisionWords.rating[language]}</th>
          <th scope="col">{decisionWords.weightColumn[language]}</th>
        </tr>
      </thead>
      <tbody>
        {question.criteria.map(({ value, text, direction }) => (
          <tr key={value}>
            <th scope="row">{text[language]}</th>
            <td>{rating(value)}</td>
            <td>{direction === 0 ? "–" : weight(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
