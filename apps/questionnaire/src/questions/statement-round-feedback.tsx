import type { Language, QuestionOf } from "@mehrwert/study";
import { filled } from "../words.ts";
import { isMissingCode } from "./missing-code.ts";
import type { Code } from "./parts.ts";
import { StatementRoundFigure } from "./statement-round-figure.tsx";
import { statementRoundWords } from "./statement-round-words.ts";

type Statement = QuestionOf<"statement-round">["statements"][number];
type Rating = QuestionOf<"statement-round">["ratings"][number];

/** What the panel said of a statement in the round before, in words and as a figure, with the reasons given. */
export function StatementRoundFeedback({
  feedback,
  rating,
  own,
  last,
  language,
}: {
  feedback: NonNullable<Statement["feedback"]>;
  /** The rating the feedback is about. */
  rating: Rating;
  /** The participant's rating now. */
  own: Code | undefined;
  /** The participant's rating in the round before. */
  last: Code | undefined;
  language: Language;
}) {
  const { n, median, quartiles, counts, reasons } = feedback;
  const points = rating.columns.filter(({ value }) => !isMissingCode(value));
  const number = (value: number) => value.toLocaleString(language);
  const distribution = points
    .map(({ text }, at) => ({ text: text[language], count: counts[at] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ text, count }) => filled(statementRoundWords.people[language], text, count))
    .join(", ");
  const lastText = rating.columns.find(({ value }) => value === last)?.text[language];
  return (
    <div className="feedback">
      <h4>{statementRoundWords.group[language]}</h4>
      <StatementRoundFigure
        label={filled(statementRoundWords.distribution[language], distribution)}
        values={points.map(({ value }) => Number(value))}
        counts={counts}
        quartiles={quartiles}
        median={median}
        own={typeof own === "number" ? own : undefined}
      />
      <p>
        {filled(
          statementRoundWords.summary[language],
          n,
          number(median),
          number(quartiles[0]),
          number(quartiles[1]),
        )}
      </p>
      {lastText === undefined ? null : <p>{filled(statementRoundWords.own[language], lastText)}</p>}
      {reasons.length > 0 ? (
        <details>
          <summary>{filled(statementRoundWords.reasons[language], reasons.length)}</summary>
          <ul>
            {reasons.map((reason) => (
              <li key={reason.de}>{reason[language]}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
