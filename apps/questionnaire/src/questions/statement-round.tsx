import type { Answer, Language, LocalizedText, QuestionOf } from "@mehrwert/study";
import { filled, words } from "../words.ts";
import { type Code, type Parts, partsAfter, partsOf } from "./parts.ts";
import { errorIdOf, QuestionFrame, type QuestionProps } from "./question-frame.tsx";
import { RatingRow } from "./rating-row.tsx";
import { StatementRoundFeedback } from "./statement-round-feedback.tsx";
import { statementRoundWords } from "./statement-round-words.ts";
import "./statement-round.css";

type Round = QuestionOf<"statement-round">;
type Statement = Round["statements"][number];

/** A Delphi round: statements to rate, each with room for a reason, from the second round on with the group's answers. */
export function StatementRound({
  lastAnswer,
  ...props
}: QuestionProps<"statement-round"> & {
  /** What the participant answered in the round before. */
  lastAnswer?: Answer;
}) {
  const { question, language, value, error, onAnswer } = props;
  const parts = partsOf(value);
  const last = partsOf(lastAnswer);
  return (
    <QuestionFrame question={question} language={language} error={error}>
      {question.statements.map((statement, at) => (
        <StatementCard
          key={statement.value}
          question={question}
          statement={statement}
          at={at}
          language={language}
          parts={parts}
          last={last}
          errorId={errorIdOf(question, error)}
          onPart={(key, code) => onAnswer(partsAfter(parts, key, code))}
        />
      ))}
    </QuestionFrame>
  );
}

type CardProps = {
  question: Round;
  statement: Statement;
  /** Place of the statement, from 0. */
  at: number;
  language: Language;
  parts: Parts;
  last: Parts;
  errorId: string | undefined;
  onPart: (key: string, code: Code | undefined) => void;
};

function StatementCard(props: CardProps) {
  const { question, statement, at, language, parts, last, errorId, onPart } = props;
  const id = `q-${question.name}-${statement.value}`;
  const [first] = question.ratings;
  const firstKey = `${statement.value}.${first?.value}`;
  const number = filled(
    statementRoundWords.statement[language],
    at + 1,
    question.statements.length,
  );
  return (
    <fieldset className="statement" id={id} aria-labelledby={`${id}-number ${id}-text`}>
      <p className="statement-number" id={`${id}-number`}>
        {number}
      </p>
      <h3 id={`${id}-text`}>{statement.text[language]}</h3>
      {statement.feedback && first ? (
        <StatementRoundFeedback
          feedback={statement.feedback}
          rating={first}
          own={parts[firstKey]}
          last={last[firstKey]}
          language={language}
        />
      ) : null}
      {question.ratings.map((rating) => {
        const key = `${statement.value}.${rating.value}`;
        return (
          <RatingRow
            key={key}
            name={`${question.name}/${key}`}
            id={`q-${question.name}-${key}`}
            text={rating.text}
            className={rating.columns.length > 7 ? "item item-many" : "item"}
            about={joined(statement.text, rating.text)}
            columns={rating.columns}
            language={language}
            chosen={parts[key]}
            errorId={errorId}
            onChoose={(code) => onPart(key, code)}
          />
        );
      })}
      <p className="hint statement-hint" role="status">
        {isOutside(statement, parts[firstKey]) ? statementRoundWords.outside[language] : ""}
      </p>
      <ReasonField {...props} />
    </fieldset>
  );
}

function ReasonField({ question, statement, language, parts, onPart }: CardProps) {
  const key = `${statement.value}.reason`;
  const id = `q-${question.name}-${key}`;
  const text = String(parts[key] ?? "");
  const { maxLength } = question.reason;
  const left = maxLength - text.length;
  return (
    <>
      <label className="item-text statement-reason" htmlFor={id}>
        {question.reason.text[language]}
      </label>
      <textarea
        className="field"
        id={id}
        name={`${question.name}/${key}`}
        rows={3}
        maxLength={maxLength}
        defaultValue={text}
        onChange={({ target }) =>
          onPart(key, target.value.trim() === "" ? undefined : target.value)
        }
      />
      <p className="hint" role="status">
        {left <= maxLength / 5 ? filled(words.charactersLeft[language], left) : ""}
      </p>
    </>
  );
}

/** Whether the first rating lies below the first or above the third quartile of the group. */
function isOutside({ feedback }: Statement, rating: Code | undefined): boolean {
  if (feedback === undefined || typeof rating !== "number") return false;
  return rating < feedback.quartiles[0] || rating > feedback.quartiles[1];
}

function joined(one: LocalizedText, other: LocalizedText): LocalizedText {
  return { de: `${one.de} ${other.de}`, en: `${one.en} ${other.en}` };
}
