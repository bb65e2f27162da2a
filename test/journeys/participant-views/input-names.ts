import type { Language, Question } from "@mehrwert/study";

type Texts = readonly string[];

/**
 * For every input of a question, what must be said on the way to it: the question, its row or part, and the option, in
 * one language. Of parts that open only for an answer, and of MaxDiff's later sets, there may be none.
 */
export function inputNames(question: Question, language: Language): Texts[] {
  const title = question.title[language];
  const named = (...rest: { text: Record<Language, string> }[]) => [
    title,
    ...rest.map(({ text }) => text[language]),
  ];
  switch (question.type) {
    case "radiogroup":
    case "checkbox":
      return question.choices.map((choice) => named(choice));
    case "number-band":
      return question.bands.map((band) => named(band));
    case "matrix":
      return question.rows.flatMap((row) => question.columns.map((column) => named(row, column)));
    case "nps":
      return Array.from({ length: 11 }, (_, point) => [
        title,
        ...(point === 0 ? [question.lowest[language]] : []),
        ...(point === 10 ? [question.highest[language]] : []),
        String(point),
      ]);
    case "double-rating":
      return question.rows.flatMap((row) =>
        rated(question.ratings, (...rest) => named(row, ...rest)),
      );
    case "statement-round":
      return question.statements.flatMap((statement) => [
        ...rated(question.ratings, (...rest) => named(statement, ...rest)),
        named(statement, question.reason),
      ]);
    case "vignette":
      return rated(question.rows, named);
    case "roster":
      return question.entries.flatMap((entry) => [
        named(entry),
        ...question.columns.flatMap((column) =>
          column.choices.map((choice) => named(entry, column, choice)),
        ),
      ]);
    case "maxdiff":
      return question.choices.flatMap((choice) =>
        [question.best, question.worst].map((end) => named({ text: end }, choice)),
      );
    case "decision":
      return question.criteria.flatMap((criterion) =>
        [...question.columns, ...question.weights].map((option) => named(criterion, option)),
      );
    case "code":
      return question.elements.map((element) => named(element));
    case "text":
    case "comment":
      return [[title]];
    default:
      return [];
  }
}

type Option = { text: Record<Language, string> };

function rated(
  ratings: readonly (Option & { columns: readonly Option[] })[],
  named: (...rest: Option[]) => string[],
): Texts[] {
  return ratings.flatMap((rating) => rating.columns.map((column) => named(rating, column)));
}
