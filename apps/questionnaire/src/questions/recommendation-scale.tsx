import { words } from "../words.ts";
import { Choice, ClearButton } from "./choice.tsx";
import {
  describedBy,
  errorIdOf,
  QuestionFrame,
  type QuestionProps,
  questionIds,
} from "./question-frame.tsx";
import "./recommendation-scale.css";

const points = Array.from({ length: 11 }, (_, point) => point);

/** How likely a recommendation is: eleven points in one row, on narrow screens in two; both ends in words. */
export function RecommendationScale(props: QuestionProps<"nps">) {
  const { question, language, value, error, onAnswer } = props;
  const ends = new Map([
    [0, question.lowest[language]],
    [10, question.highest[language]],
  ]);
  return (
    <QuestionFrame question={question} language={language} error={error} isGroup={false}>
      <div
        className="recommendation"
        role="radiogroup"
        aria-labelledby={questionIds(question.name).title}
        aria-describedby={describedBy(question, error)}
        aria-required={question.isRequired || undefined}
      >
        <p className="recommendation-end" aria-hidden="true">
          <strong>0</strong> {ends.get(0)}
        </p>
        <div className="recommendation-points">
          {points.map((point) => (
            <Choice
              key={point}
              kind="radio"
              name={question.name}
              code={point}
              isChecked={value === point}
              onChange={() => onAnswer(point)}
              isInvalid={error !== undefined}
              describedBy={errorIdOf(question, error)}
              className="anchor"
            >
              {point}
              {ends.has(point) ? (
                <span className="mw-visually-hidden"> {ends.get(point)}</span>
              ) : null}
            </Choice>
          ))}
        </div>
        <p className="recommendation-end recommendation-highest" aria-hidden="true">
          <strong>10</strong> {ends.get(10)}
        </p>
      </div>
      <ClearButton
        isShown={value !== undefined}
        label={words.clear[language]}
        about={question.title[language]}
        onClear={() => onAnswer(undefined)}
      />
    </QuestionFrame>
  );
}
