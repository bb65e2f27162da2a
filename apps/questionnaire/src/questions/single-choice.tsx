import { words } from "../words.ts";
import { ClearButton } from "./choice.tsx";
import { ChoiceList } from "./choice-list.tsx";
import { describedBy, QuestionFrame, type QuestionProps, questionIds } from "./question-frame.tsx";
import { codedInShownOrder } from "./shown-order.ts";

/** One option out of several, one under the other; the choice can be cleared again. */
export function SingleChoice(props: QuestionProps<"radiogroup">) {
  const { question, language, value, presentation, error, onAnswer } = props;
  return (
    <QuestionFrame question={question} language={language} error={error} isGroup={false}>
      <div
        className="choices"
        role="radiogroup"
        aria-labelledby={questionIds(question.name).title}
        aria-describedby={describedBy(question, error)}
        aria-required={question.isRequired || undefined}
      >
        <ChoiceList
          kind="radio"
          question={question}
          options={codedInShownOrder(question.choices, presentation)}
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
