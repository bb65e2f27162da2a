import type { Answer } from "@mehrwert/study";
import { useSyncExternalStore } from "react";
import { words } from "../words.ts";
import { Choice, ClearButton } from "./choice.tsx";
import { LikertGrid } from "./likert-grid.tsx";
import { isMissingCode } from "./missing-code.ts";
import { describedBy, QuestionFrame, type QuestionProps } from "./question-frame.tsx";
import { inShownOrder } from "./shown-order.ts";

const wideScreen = "(min-width: 56em)";

function useWideScreen(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(wideScreen);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => matchMedia(wideScreen).matches,
  );
}

function rowAnswers(value: Answer | undefined): { [row: string]: string | number } {
  return typeof value === "object" && !Array.isArray(value) ? value : {};
}

/**
 * Items on one response scale, one under the other, all anchors in words at every width: rated more carefully
 * than in grids, and the same instrument on a phone as on a desk. `mehrwertLayout: "grid"` asks for a table on
 * wide screens.
 */
export function LikertMatrix(props: QuestionProps<"matrix">) {
  const { question, language, value, shown, error, onAnswer } = props;
  const isWide = useWideScreen();
  const answers = rowAnswers(value);
  const rows = inShownOrder(question.rows, shown);
  const answerRow = (row: string, code: string | number | undefined) => {
    const { [row]: _before, ...others } = answers;
    const next = code === undefined ? others : { ...others, [row]: code };
    onAnswer(Object.keys(next).length > 0 ? next : undefined);
  };
  const isGrid = question.mehrwertLayout === "grid" && isWide;
  return (
    <QuestionFrame question={question} language={language} error={error}>
      {isGrid ? (
        <LikertGrid
          question={question}
          rows={rows}
          language={language}
          answers={answers}
          answerRow={answerRow}
        />
      ) : (
        rows.map((row) => (
          <LikertRow
            key={row.value}
            {...props}
            row={row}
            chosen={answers[row.value]}
            onChoose={(code) => answerRow(row.value, code)}
          />
        ))
      )}
    </QuestionFrame>
  );
}

function LikertRow({
  question,
  language,
  error,
  row,
  chosen,
  onChoose,
}: QuestionProps<"matrix"> & {
  row: QuestionProps<"matrix">["question"]["rows"][number];
  chosen: string | number | undefined;
  onChoose: (code: string | number | undefined) => void;
}) {
  const name = `${question.name}/${row.value}`;
  const id = `q-${question.name}-${row.value}`;
  const choice = (option: (typeof question.columns)[number]) => (
    <Choice
      key={option.value}
      kind="radio"
      name={name}
      code={option.value}
      isChecked={chosen === option.value}
      onChange={() => onChoose(option.value)}
      isInvalid={error !== undefined && chosen === undefined}
      describedBy={error ? describedBy(question, error) : undefined}
      className="anchor"
    >
      {option.text[language]}
    </Choice>
  );
  const missing = question.columns.filter(({ value }) => isMissingCode(value));
  return (
    <fieldset className="item" id={id} data-answer>
      <legend className="item-text">{row.text[language]}</legend>
      <div className="rated">
        <div className="scale">
          <div className="anchors">
            {question.columns.filter(({ value }) => !isMissingCode(value)).map(choice)}
          </div>
          {missing.length > 0 ? <div className="anchors-missing">{missing.map(choice)}</div> : null}
        </div>
        <ClearButton
          isShown={chosen !== undefined}
          label={words.clear[language]}
          about={row.text[language]}
          onClear={() => onChoose(undefined)}
        />
      </div>
    </fieldset>
  );
}
