import { words } from "../words.ts";
import { ClearButton } from "./choice.tsx";
import { ChoiceList } from "./choice-list.tsx";
import { describedBy, QuestionFrame, type QuestionProps, questionIds } from "./question-frame.tsx";

/** A number in bands, one under the other, with the unit they count. */
export function NumberBands(props: QuestionProps<"number-band">) {
  const { question, language, value, error, onAnswer } = props;
  const unit = `q-${question.name}-unit`;
  return (
    <QuestionFrame question={question} language={language} error={error} isGroup={false}>
      <p className="hint" id={unit}>
        {question.unit[language]}
      </p>
      <div
        className="choices"
        role="radiogroup"
        aria-labelledby={questionIds(question.name).title}
        aria-describedby={[unit, describedBy(question, error)].join(" ").trim()}
        aria-required={question.isRequired || undefined}
      >
        <ChoiceList
          kind="radio"
          question={question}
          options={question.bands}
          language={language}
          error={error}
          isChosen={(code) => value === code}
          onChoose={onAnswer}
        />
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
