import type { Language, Question } from "@mehrwert/study";

/** An option that has no place yet: choosing it gives it the next one. */
export function RankingOption({
  option,
  language,
  isOpen,
  onChoose,
}: {
  option: Extract<Question, { type: "ranking" }>["choices"][number];
  language: Language;
  /** False when every place is taken: choosing then only says so. */
  isOpen: boolean;
  onChoose: () => void;
}) {
  return (
    <li>
      <button
        type="button"
        className="card"
        data-focus={`option-${option.value}`}
        aria-disabled={isOpen ? undefined : true}
        onClick={onChoose}
      >
        <span className="card-label">{option.text[language]}</span>
        {option.mehrwertExplanation ? (
          <span className="card-explanation">{option.mehrwertExplanation[language]}</span>
        ) : null}
      </button>
    </li>
  );
}
