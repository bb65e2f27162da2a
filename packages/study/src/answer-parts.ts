import type { Question, QuestionOf, ResponseOption } from "./instrument.ts";
import type { LocalizedText } from "./localized-text.ts";

/** One place of an answer: its key in the answer of a question with rows, what it is called, and what may stand there. */
export type AnswerPart = {
  /** Absent where the answer of the question has no keys. */
  key?: string;
  label: LocalizedText;
  /** Empty for texts, numbers and hashes. */
  options: readonly ResponseOption[];
};

const ticked: LocalizedText = { de: "angekreuzt", en: "ticked" };

/**
 * The places of a question's answer, in the order of the questionnaire: one for a question without rows,
 * else one per key that the answer may have.
 */
export function answerParts(question: Question): AnswerPart[] {
  switch (question.type) {
    case "matrix":
      return question.rows.map((row) => part(row.value, row.text, question.columns));
    case "double-rating":
      return question.rows.flatMap((row) => ratingParts(row, question.ratings));
    case "vignette":
      return question.rows.map((row) => part(row.value, row.text, row.columns));
    case "roster":
      return rosterParts(question);
    case "maxdiff":
      return maxdiffParts(question);
    case "statement-round":
      return question.statements.flatMap((statement) => [
        ...ratingParts(statement, question.ratings),
        part(`${statement.value}.reason`, joined(statement.text, question.reason.text)),
      ]);
    case "decision":
      return decisionParts(question);
    case "code":
      return ["code", ...question.elements.map(({ value }) => `without-${value}`)].map((key) =>
        part(key, { de: key, en: key }),
      );
    default:
      return [{ label: question.title, options: optionsOf(question) }];
  }
}

function optionsOf(question: Question): readonly ResponseOption[] {
  if (question.type === "number-band") return question.bands;
  return "choices" in question ? question.choices : [];
}

function part(
  key: string,
  label: LocalizedText,
  options: readonly ResponseOption[] = [],
): AnswerPart {
  return { key, label, options };
}

function joined(one: LocalizedText, other: LocalizedText): LocalizedText {
  return { de: `${one.de} – ${other.de}`, en: `${one.en} – ${other.en}` };
}

type Named = { value: string; text: LocalizedText };

function ratingParts(
  row: Named,
  ratings: readonly (Named & { columns: readonly ResponseOption[] })[],
): AnswerPart[] {
  return ratings.map(({ value, text, columns }) =>
    part(`${row.value}.${value}`, joined(row.text, text), columns),
  );
}

function rosterParts({ entries, columns }: QuestionOf<"roster">): AnswerPart[] {
  return entries.flatMap((entry) => [
    part(entry.value, entry.text, [{ value: 1, text: ticked }]),
    ...columns.map(({ value, text, choices }) =>
      part(`${entry.value}.${value}`, joined(entry.text, text), choices),
    ),
  ]);
}

function maxdiffParts({ choices, best, worst, design }: QuestionOf<"maxdiff">): AnswerPart[] {
  const sets = design === "couples-of-8" ? 8 : Math.max(...design.map(({ length }) => length));
  return Array.from({ length: sets }, (_, at) => at + 1).flatMap((set) => {
    const name = { de: `Auswahl ${set}`, en: `Set ${set}` };
    return [
      part(`${set}.best`, joined(name, best), choices),
      part(`${set}.worst`, joined(name, worst), choices),
    ];
  });
}

function decisionParts({ criteria, columns, weights }: QuestionOf<"decision">): AnswerPart[] {
  const weight = { de: "Gewicht", en: "Weight" };
  return criteria.flatMap(({ value, text }) => [
    part(value, text, columns),
    part(`${value}.weight`, joined(text, weight), weights),
  ]);
}
