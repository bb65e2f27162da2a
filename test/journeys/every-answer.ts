import { type Answers, type Instrument, type Question, visibleQuestions } from "@mehrwert/study";

type Code = string | number;

/** For each key another one of its options, so that a mix-up of rows shows; missing options, too. */
function coded(keys: readonly { key: string; options: readonly { value: Code }[] }[]) {
  return Object.fromEntries(
    keys.map(({ key, options }, at) => [key, options[(at * 2 + 3) % options.length]?.value ?? 1]),
  );
}

const details = { letter: "q", day: "17", digit: "3" } as const;

function plausible(question: Question): Answers[string] {
  switch (question.type) {
    case "radiogroup":
    case "assigned":
      return question.choices[0]?.value ?? "";
    case "checkbox":
      return question.choices.slice(0, question.maxSelectedChoices ?? 2).map(({ value }) => value);
    case "ranking":
      return question.choices
        .slice(0, question.maxSelectedChoices ?? question.choices.length)
        .map(({ value }) => value)
        .reverse();
    case "matrix":
      return coded(question.rows.map(({ value }) => ({ key: value, options: question.columns })));
    case "nps":
      return 7;
    case "number-band":
      return question.bands[1]?.value ?? 1;
    case "double-rating":
      return coded(
        question.rows.flatMap((row) =>
          question.ratings.map((rating) => ({
            key: `${row.value}.${rating.value}`,
            options: rating.columns,
          })),
        ),
      );
    case "vignette":
      return coded(question.rows.map(({ value, columns }) => ({ key: value, options: columns })));
    case "roster":
      return Object.fromEntries(question.entries.slice(0, 2).map(({ value }) => [value, 1]));
    case "decision":
      return coded(
        question.criteria.map(({ value }) => ({ key: value, options: question.columns })),
      );
    case "statement-round":
      return coded(
        question.statements.flatMap((statement) =>
          question.ratings.map((rating) => ({
            key: `${statement.value}.${rating.value}`,
            options: rating.columns,
          })),
        ),
      );
    case "code":
      return Object.fromEntries(question.elements.map(({ value, kind }) => [value, details[kind]]));
    case "maxdiff":
      return {};
    default:
      return "Weil ich damit weiterkomme & es mir hilft.".slice(0, question.maxLength);
  }
}

/**
 * An answer to every question that somebody sees who answers the given ones like this, groups that the study fixes
 * among them; consent and groups aside. Of a code: what is typed. MaxDiff is left out: nobody knows its sets before.
 */
export function everyAnswer(instrument: Instrument, given: Answers): Answers {
  const { question: consent, given: yes } = instrument.mehrwert.consent;
  const all: Answers = { ...given, [consent]: yes };
  const questions = instrument.pages.flatMap(({ elements }) => elements);
  for (const question of questions) {
    if (!(question.name in all)) all[question.name] = plausible(question);
  }
  const visible = visibleQuestions(instrument, all);
  const asked = questions.filter(
    ({ name, type }) =>
      visible.has(name) && name !== consent && type !== "assigned" && type !== "maxdiff",
  );
  return Object.fromEntries(asked.map(({ name }) => [name, all[name] ?? ""]));
}
