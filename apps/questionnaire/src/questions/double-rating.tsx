import type { LocalizedText } from "@mehrwert/study";
import { type Code, partsAfter, partsOf } from "./parts.ts";
import { errorIdOf, QuestionFrame, type QuestionProps } from "./question-frame.tsx";
import { RatingRow } from "./rating-row.tsx";
import { codedInShownOrder } from "./shown-order.ts";
import "./cards.css";

/** Two texts as one, for buttons that name what they are about. */
function joined(one: LocalizedText, other: LocalizedText): LocalizedText {
  return { de: `${one.de}: ${other.de}`, en: `${one.en}: ${other.en}` };
}

/** Items on two response scales: one card per item, both scales in it, one under the other. */
export function DoubleRating(props: QuestionProps<"double-rating">) {
  const { question, language, value, presentation, error, onAnswer } = props;
  const answers = partsOf(value);
  const answerPart = (key: string, code: Code | undefined) =>
    onAnswer(partsAfter(answers, key, code));
  return (
    <QuestionFrame question={question} language={language} error={error}>
      {codedInShownOrder(question.rows, presentation).map((row) => (
        <fieldset key={row.value} className="rated-card">
          <legend className="rated-card-title">{row.text[language]}</legend>
          {question.ratings.map((rating) => {
            const key = `${row.value}.${rating.value}`;
            return (
              <RatingRow
                key={key}
                name={`${question.name}/${key}`}
                id={`q-${question.name}-${key}`}
                text={rating.text}
                about={joined(row.text, rating.text)}
                columns={rating.columns}
                language={language}
                chosen={answers[key]}
                errorId={errorIdOf(question, error)}
                className="item rated-part"
                onChoose={(code) => answerPart(key, code)}
              />
            );
          })}
        </fieldset>
      ))}
    </QuestionFrame>
  );
}
