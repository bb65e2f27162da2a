import type { Language, Question, ResponseOption } from "@mehrwert/study";
import { Choice } from "./choice.tsx";
import { isMissingCode } from "./missing-code.ts";
import { errorIdOf } from "./question-frame.tsx";

/** The options of a question one under the other; reasons for no opinion are set apart. */
export function ChoiceList({
  kind,
  question,
  options,
  language,
  error,
  isChosen,
  onChoose,
}: {
  kind: "radio" | "checkbox";
  question: Question;
  /** In the order shown. */
  options: readonly ResponseOption[];
  language: Language;
  error: string | undefined;
  isChosen: (code: string | number) => boolean;
  onChoose: (code: string | number) => void;
}) {
  return options.map(({ value, text }) => (
    <Choice
      key={value}
      kind={kind}
      name={question.name}
      code={value}
      isChecked={isChosen(value)}
      onChange={() => onChoose(value)}
      isInvalid={error !== undefined}
      describedBy={errorIdOf(question, error)}
      className={isMissingCode(value) ? "choice choice-missing" : "choice"}
    >
      {text[language]}
    </Choice>
  ));
}
