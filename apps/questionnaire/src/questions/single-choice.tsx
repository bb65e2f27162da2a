import { missingOptionCodes } from "@mehrwert/study";
import { words } from "../words.ts";
import { Choice, ClearButton } from "./choice.tsx";
import { describedBy, QuestionFrame, type QuestionProps, questionIds } from "./question-frame.tsx";

/** Whether a code is no opinion but a reason for none: cannot judge, does not apply, no answer. */
export function isMissingCode(code: string | number): boolean {
  return missingOptionCodes.some((missing) => missing === code);
}

/** One option out of several, one under the other; the choice can be cleared again. */
export function SingleChoice(props: QuestionProps<"radiogroup">) {
  const { question, language, value, error, onAnswer } = props;
  return (
    <QuestionFrame question={question} language={language} error={error}>
      <div
        className="choices"
        role="radiogroup"
        aria-labelledby={questionIds(question.name).title}
        aria-required={question.isRequired || undefined}
      >
        {question.choices.map((option) => (
          <Choice
            key={option.value}
            kind="radio"
            name={question.name}
            code={option.value}
            isChecked={value === option.value}
            onChange={() => onAnswer(option.value)}
            isInvalid={error !== undefined}
            describedBy={describedBy(question, error)}
            className={isMissingCode(option.value) ? "choice choice-missing" : "choice"}
          >
            {option.text[language]}
          </Choice>
        ))}
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
