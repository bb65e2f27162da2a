import { type Answers, type Instrument, type Question, visibleQuestions } from "@mehrwert/study";

function plausible(question: Question): Answers[string] {
  switch (question.type) {
    case "radiogroup":
      return question.choices[0]?.value ?? "";
    case "checkbox":
      return question.choices.slice(0, question.maxSelectedChoices ?? 2).map(({ value }) => value);
    case "ranking":
      return question.choices
        .slice(0, question.maxSelectedChoices ?? question.choices.length)
        .map(({ value }) => value)
        .reverse();
    case "matrix":
      return Object.fromEntries(
        question.rows.map(({ value }, at) => [
          value,
          question.columns[(at * 2 + 3) % question.columns.length]?.value ?? 1,
        ]),
      );
    default:
      return "Weil ich damit weiterkomme & es mir hilft.";
  }
}

/** An answer to every question that somebody sees who answers the given ones like this; consent aside. */
export function everyAnswer(instrument: Instrument, given: Answers): Answers {
  const { question: consent, given: yes } = instrument.mehrwert.consent;
  const all: Answers = { ...given, [consent]: yes };
  for (const question of instrument.pages.flatMap(({ elements }) => elements)) {
    if (!(question.name in all)) all[question.name] = plausible(question);
  }
  const visible = visibleQuestions(instrument, all);
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => visible.has(name) && name !== consent),
  );
}
