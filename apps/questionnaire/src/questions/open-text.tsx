import { filled, words } from "../words.ts";
import { describedBy, QuestionFrame, type QuestionProps } from "./question-frame.tsx";

/** An open question, short or long. The text is kept as typed; nothing but blanks is no answer. */
export function OpenText(props: QuestionProps<"text"> | QuestionProps<"comment">) {
  const { question, language, value, error, onAnswer } = props;
  const text = typeof value === "string" ? value : "";
  const id = `q-${question.name}-input`;
  const left = question.maxLength - text.length;
  const field = {
    id,
    maxLength: question.maxLength,
    defaultValue: text,
    "aria-required": question.isRequired || undefined,
    "aria-invalid": error === undefined ? undefined : true,
    "aria-describedby": describedBy(question, error),
    onChange: (event: { target: { value: string } }) => {
      const typed = event.target.value;
      onAnswer(typed.trim() === "" ? undefined : typed);
    },
  };
  return (
    <QuestionFrame
      question={question}
      language={language}
      error={error}
      isGroup={false}
      labelFor={id}
    >
      {question.type === "comment" ? (
        <textarea className="field" rows={question.rows ?? 4} {...field} />
      ) : (
        <input className="field" type="text" autoComplete="off" {...field} />
      )}
      <p className="hint" role="status">
        {left <= question.maxLength / 5 ? filled(words.charactersLeft[language], left) : ""}
      </p>
    </QuestionFrame>
  );
}
