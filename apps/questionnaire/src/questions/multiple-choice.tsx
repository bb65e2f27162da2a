import { useState } from "react";
import { filled, words } from "../words.ts";
import { ChoiceList } from "./choice-list.tsx";
import { isMissingCode } from "./missing-code.ts";
import { QuestionFrame, type QuestionProps } from "./question-frame.tsx";
import { codedInShownOrder } from "./shown-order.ts";

/**
 * Some options out of several. One too many is not taken, and a status message says why.
 * A reason for no opinion stands alone: it clears the rest, and the rest clears it.
 */
export function MultipleChoice(props: QuestionProps<"checkbox">) {
  const { question, language, value, presentation, error, onAnswer } = props;
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
        <ChoiceList
          kind="checkbox"
          question={question}
          options={codedInShownOrder(question.choices, presentation)}
          language={language}
          error={error}
          isChosen={(code) => chosen.includes(code)}
          onChoose={toggle}
        />
      </div>
      <p className="hint" role="status">
        {isFull ? filled(words.atMost[language], most) : ""}
      </p>
    </QuestionFrame>
  );
}
