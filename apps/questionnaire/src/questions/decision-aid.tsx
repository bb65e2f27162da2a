import { decisionOutcome, type LocalizedText, type QuestionOf } from "@mehrwert/study";
import { filled } from "../words.ts";
import { DecisionPending, DecisionResult } from "./decision-result.tsx";
import { decisionWords } from "./decision-words.ts";
import { type Code, partsAfter, partsOf } from "./parts.ts";
import { errorIdOf, QuestionFrame, type QuestionProps } from "./question-frame.tsx";
import { RatingRow } from "./rating-row.tsx";
import "./decision.css";

/**
 * Criteria to rate and to weight, and the recommendation that follows. A weight can be chosen once there is a rating
 * that it weights; none is chosen beforehand.
 */
export function DecisionAid(props: QuestionProps<"decision">) {
  const { question, language, value, error, onAnswer } = props;
  const parts = partsOf(value);
  const rate = (criterion: string, code: Code | undefined) => {
    const rated = partsAfter(parts, criterion, code) ?? {};
    const key = `${criterion}.weight`;
    onAnswer(partsAfter(rated, key, typeof code === "number" ? rated[key] : undefined));
  };
  const outcome = decisionOutcome(question, value);
  const errorId = errorIdOf(question, error);
  return (
    <QuestionFrame question={question} language={language} error={error}>
      <p className="hint">{decisionWords.howTo[language]}</p>
      <div className="decision-criteria">
        {question.criteria.map(({ value: name, text, direction }) => (
          <div className="decision-criterion" key={name}>
            <RatingRow
              name={`${question.name}/${name}`}
              id={`q-${question.name}-${name}`}
              text={text}
              columns={question.columns}
              language={language}
              chosen={parts[name]}
              errorId={errorId}
              onChoose={(code) => rate(name, code)}
            />
            {direction !== 0 && typeof parts[name] === "number" ? (
              <RatingRow
                name={`${question.name}/${name}.weight`}
                id={`q-${question.name}-${name}.weight`}
                className="item decision-weight"
                text={weightText(question)}
                about={joined(text, weightText(question))}
                of={text}
                columns={question.weights}
                language={language}
                chosen={parts[`${name}.weight`]}
                errorId={undefined}
                onChoose={(code) => onAnswer(partsAfter(parts, `${name}.weight`, code))}
              />
            ) : null}
          </div>
        ))}
      </div>
      <section className="decision-result" aria-labelledby={`q-${question.name}-result`}>
        <h3 id={`q-${question.name}-result`}>{decisionWords.title[language]}</h3>
        <p role="status" className="mw-visually-hidden">
          {outcome
            ? filled(
                decisionWords.announced[language],
                question.outcomes[outcome.outcome].text[language],
              )
            : ""}
        </p>
        {outcome ? (
          <DecisionResult question={question} parts={parts} outcome={outcome} language={language} />
        ) : (
          <DecisionPending question={question} parts={parts} language={language} />
        )}
        <p className="hint">{question.note[language]}</p>
      </section>
    </QuestionFrame>
  );
}

function weightText({ weights, defaultWeight }: QuestionOf<"decision">): LocalizedText {
  const weight = weights.find(({ value }) => value === defaultWeight)?.text;
  return {
    de: filled(decisionWords.weight.de, weight?.de ?? defaultWeight),
    en: filled(decisionWords.weight.en, weight?.en ?? defaultWeight),
  };
}

function joined(one: LocalizedText, other: LocalizedText): LocalizedText {
  return { de: `${one.de} ${other.de}`, en: `${one.en} ${other.en}` };
}
