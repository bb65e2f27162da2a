import { partsAfter, partsOf } from "./parts.ts";
import { errorIdOf, QuestionFrame, type QuestionProps } from "./question-frame.tsx";
import { RatingRow } from "./rating-row.tsx";
import "./cards.css";

/** A situation in the variant drawn for this participant, set apart as a story, and what they would do in it. */
export function Vignette(props: QuestionProps<"vignette">) {
  const { question, language, value, presentation, error, onAnswer } = props;
  const answers = partsOf(value);
  const told = question.variants.find((variant) => variant.value === presentation?.variant);
  if (!told) return null;
  return (
    <QuestionFrame question={question} language={language} error={error}>
      <p className="situation">{told.text[language]}</p>
      {question.rows.map((row) => (
        <RatingRow
          key={row.value}
          name={`${question.name}/${row.value}`}
          id={`q-${question.name}-${row.value}`}
          text={row.text}
          columns={row.columns}
          language={language}
          chosen={answers[row.value]}
          errorId={errorIdOf(question, error)}
          onChoose={(code) => onAnswer(partsAfter(answers, row.value, code))}
        />
      ))}
    </QuestionFrame>
  );
}
