import { useSyncExternalStore } from "react";
import { LikertGrid } from "./likert-grid.tsx";
import { type Code, partsAfter, partsOf } from "./parts.ts";
import { errorIdOf, QuestionFrame, type QuestionProps } from "./question-frame.tsx";
import { RatingRow } from "./rating-row.tsx";
import { codedInShownOrder } from "./shown-order.ts";

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

/**
 * Items on one response scale, one under the other, all anchors in words at every width: rated more carefully
 * than in grids, and the same instrument on a phone as on a desk. `mehrwertLayout: "grid"` asks for a table on
 * wide screens.
 */
export function LikertMatrix(props: QuestionProps<"matrix">) {
  const { question, language, value, presentation, error, onAnswer } = props;
  const isWide = useWideScreen();
  const answers = partsOf(value);
  const rows = codedInShownOrder(question.rows, presentation);
  const answerRow = (row: string, code: Code | undefined) =>
    onAnswer(partsAfter(answers, row, code));
  const isGrid = question.mehrwertLayout === "grid" && isWide;
  return (
    <QuestionFrame question={question} language={language} error={error}>
      {isGrid ? (
        <LikertGrid
          question={question}
          rows={rows}
          language={language}
          answers={answers}
          error={error}
          answerRow={answerRow}
        />
      ) : (
        rows.map((row) => (
          <RatingRow
            key={row.value}
            name={`${question.name}/${row.value}`}
            id={`q-${question.name}-${row.value}`}
            text={row.text}
            columns={question.columns}
            language={language}
            chosen={answers[row.value]}
            errorId={errorIdOf(question, error)}
            onChoose={(code) => answerRow(row.value, code)}
          />
        ))
      )}
    </QuestionFrame>
  );
}
