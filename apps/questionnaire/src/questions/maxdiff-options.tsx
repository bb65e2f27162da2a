import type { Language, QuestionOf } from "@mehrwert/study";
import type { MaxdiffEnd, MaxdiffSet } from "./maxdiff-set.ts";

type Option = QuestionOf<"maxdiff">["choices"][number];

/**
 * The options of one set, each between the two ends. Two groups of radio buttons run through the rows, so each
 * button is named by its end and its option. On phones every option is a card above its two buttons.
 */
export function MaxdiffOptions({
  question,
  language,
  set,
  shown,
  chosen,
  errorId,
  onChoose,
}: {
  question: QuestionOf<"maxdiff">;
  language: Language;
  /** Number of the set, from 1. */
  set: number;
  shown: readonly string[];
  chosen: MaxdiffSet;
  /** The ids of what is wrong, once somebody wanted to go on with something missing. */
  errorId: string | undefined;
  onChoose: (end: MaxdiffEnd, option: string) => void;
}) {
  const prefix = `q-${question.name}`;
  const options = shown
    .map((value) => question.choices.find((choice) => choice.value === value))
    .filter((option) => option !== undefined);
  const end = (side: MaxdiffEnd, option: Option) => (
    <label className={`maxdiff-end maxdiff-end-${side}`}>
      <input
        type="radio"
        name={`${question.name}/${set}.${side}`}
        value={option.value}
        checked={chosen[side] === option.value}
        aria-labelledby={`${prefix}-${side} ${prefix}-${set}-${option.value}`}
        aria-invalid={(errorId !== undefined && chosen[side] === undefined) || undefined}
        aria-describedby={errorId}
        onChange={() => onChoose(side, option.value)}
      />
      <span>{question[side][language]}</span>
    </label>
  );
  return (
    <div className="maxdiff-options">
      <div className="maxdiff-columns">
        <span id={`${prefix}-best`}>{question.best[language]}</span>
        <span id={`${prefix}-worst`}>{question.worst[language]}</span>
      </div>
      {options.map((option) => (
        <div className="maxdiff-option" key={option.value}>
          <p id={`${prefix}-${set}-${option.value}`}>
            <span className="card-label">{option.text[language]}</span>
            {option.mehrwertExplanation ? (
              <span className="card-explanation">{option.mehrwertExplanation[language]}</span>
            ) : null}
          </p>
          {end("best", option)}
          {end("worst", option)}
        </div>
      ))}
    </div>
  );
}
