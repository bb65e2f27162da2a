import type { Language, Question } from "@mehrwert/study";
import { words } from "../words.ts";
import { ClearButton } from "./choice.tsx";
import { isMissingCode } from "./missing-code.ts";
import { errorIdOf, questionIds } from "./question-frame.tsx";

type Matrix = Extract<Question, { type: "matrix" }>;

/** The same items as a table, for instruments that ask for one; every button is named by its row and its column. */
export function LikertGrid({
  question,
  rows,
  language,
  answers,
  error,
  answerRow,
}: {
  question: Matrix;
  rows: readonly Matrix["rows"][number][];
  language: Language;
  answers: { [row: string]: string | number };
  error: string | undefined;
  answerRow: (row: string, code: string | number | undefined) => void;
}) {
  const prefix = `q-${question.name}`;
  return (
    <table className="grid" aria-labelledby={questionIds(question.name).title}>
      <thead>
        <tr>
          <td />
          {question.columns.map(({ value, text }) => (
            <th
              key={value}
              scope="col"
              id={`${prefix}-column-${value}`}
              className={isMissingCode(value) ? "grid-missing" : undefined}
            >
              {text[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.value} id={`${prefix}-${row.value}`} data-answer>
            <th scope="row" aria-labelledby={`${prefix}-row-${row.value}`}>
              <span id={`${prefix}-row-${row.value}`}>{row.text[language]}</span>
              <ClearButton
                isShown={answers[row.value] !== undefined}
                label={words.clear[language]}
                about={row.text[language]}
                onClear={() => answerRow(row.value, undefined)}
              />
            </th>
            {question.columns.map(({ value }) => (
              <td key={value} className={isMissingCode(value) ? "grid-missing" : undefined}>
                <label className="grid-cell">
                  <input
                    type="radio"
                    name={`${question.name}/${row.value}`}
                    value={value}
                    aria-labelledby={`${prefix}-row-${row.value} ${prefix}-column-${value}`}
                    aria-invalid={(error && answers[row.value] === undefined) || undefined}
                    aria-describedby={errorIdOf(question, error)}
                    checked={answers[row.value] === value}
                    onChange={() => answerRow(row.value, value)}
                  />
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
