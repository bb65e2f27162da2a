import { useState } from "react";
import { filled, words } from "../words.ts";
import { Choice } from "./choice.tsx";
import { describedBy, QuestionFrame, type QuestionProps } from "./question-frame.tsx";
import { inShownOrder } from "./shown-order.ts";
import { isMissingCode } from "./single-choice.tsx";

/**
 * Some options out of several. One too many is not taken, and a status message says why.
 * A reason for no opinion stands alone: it clears the rest, and the rest clears it.
 */
export function MultipleChoice(props: QuestionProps<"checkbox">) {
  const { question, language, value, shown, error, onAnswer } = props;
  const [isFull, setFull] = useState(false);
  const chosen = Array.isArray(value) ? value : [];
  const most = question.maxSelectedChoices ?? question.choices.length;

  const toggle = (code: string | number) => {
    const without = chosen.filter((each) => each !== code);
    const isAdded = without.length === chosen.length;
    const kept = isMissingCode(code) ? [] : without.filter((each) => !isMissingCode(each));
    const isTooMany = isAdded && kept.length >= most;
    setFull(isTooMany);
    if (isTooMany) return;
    const next = isAdded ? [...kept, code] : without;
    onAnswer(next.length > 0 ? next : undefined);
  };

  return (
    <QuestionFrame question={question} language={language} error={error}>
      <div className="choices">
        {inShownOrder(question.choices, shown).map((option) => (
          <Choice
            key={option.value}
            kind="checkbox"
            name={question.name}
            code={option.value}
            isChecked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
            isInvalid={error !== undefined}
            describedBy={describedBy(question, error)}
            className={isMissingCode(option.value) ? "choice choice-missing" : "choice"}
          >
            {option.text[language]}
          </Choice>
        ))}
      </div>
      <p className="hint" role="status">
        {isFull ? filled(words.atMost[language], most) : ""}
      </p>
    </QuestionFrame>
  );
}
