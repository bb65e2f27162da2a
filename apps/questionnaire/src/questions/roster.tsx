import { Choice } from "./choice.tsx";
import { partsAfter, partsOf } from "./parts.ts";
import { errorIdOf, QuestionFrame, type QuestionProps } from "./question-frame.tsx";
import { RatingRow } from "./rating-row.tsx";
import "./cards.css";

type RosterProps = QuestionProps<"roster">;

/** Units with which there is a tie: ticking one opens, below it, what the tie is like; unticking closes and clears it. */
export function Roster(props: RosterProps) {
  const { question, language, error } = props;
  return (
    <QuestionFrame question={question} language={language} error={error}>
      <ul className="roster">
        {question.entries.map((entry) => (
          <RosterEntry key={entry.value} {...props} entry={entry} />
        ))}
      </ul>
    </QuestionFrame>
  );
}

function RosterEntry({
  question,
  language,
  value,
  error,
  onAnswer,
  entry,
}: RosterProps & { entry: RosterProps["question"]["entries"][number] }) {
  const answers = partsOf(value);
  const isTicked = answers[entry.value] !== undefined;
  const untick = () => {
    const others = Object.entries(answers).filter(
      ([key]) => key !== entry.value && !key.startsWith(`${entry.value}.`),
    );
    onAnswer(others.length > 0 ? Object.fromEntries(others) : undefined);
  };
  return (
    <li>
      <Choice
        kind="checkbox"
        name={`${question.name}/${entry.value}`}
        code={1}
        isChecked={isTicked}
        onChange={() => (isTicked ? untick() : onAnswer(partsAfter(answers, entry.value, 1)))}
        isInvalid={error !== undefined}
        describedBy={errorIdOf(question, error)}
      >
        {entry.text[language]}
      </Choice>
      {isTicked && question.columns.length > 0 ? (
        <fieldset className="roster-tie" aria-label={entry.text[language]}>
          {question.columns.map((column) => {
            const key = `${entry.value}.${column.value}`;
            return (
              <RatingRow
                key={key}
                name={`${question.name}/${key}`}
                id={`q-${question.name}-${key}`}
                text={column.text}
                columns={column.choices}
                language={language}
                chosen={answers[key]}
                errorId={errorIdOf(question, error)}
                className="item rated-part"
                onChoose={(code) => onAnswer(partsAfter(answers, key, code))}
              />
            );
          })}
        </fieldset>
      ) : null}
    </li>
  );
}
