import fc from "fast-check";
import type { Instrument, Question } from "../instrument.ts";
import type { Answer, Answers } from "../survey-response.ts";

/** Any allowed answer to a question. For property tests. */
export function anyAnswerTo(question: Question): fc.Arbitrary<Answer> {
  switch (question.type) {
    case "radiogroup":
      return fc.constantFrom(...question.choices.map(({ value }) => value));
    case "checkbox":
    case "ranking": {
      const codes = question.choices.map(({ value }) => value);
      return fc.shuffledSubarray(codes, {
        minLength: 1,
        maxLength: question.maxSelectedChoices ?? codes.length,
      });
    }
    case "matrix": {
      const code = fc.constantFrom(...question.columns.map(({ value }) => value));
      const rows = Object.fromEntries(question.rows.map(({ value }) => [value, code]));
      return fc.record(rows, {
        requiredKeys: [question.rows[0]?.value ?? ""],
        noNullPrototype: true,
      });
    }
    default:
      return fc.string({ minLength: 1, maxLength: 5 });
  }
}

/** Any allowed answers, to hidden questions too. For property tests. */
export function anyAnswersTo(instrument: Instrument): fc.Arbitrary<Answers> {
  const all = instrument.pages.flatMap((page) => page.elements);
  const full = fc.record(
    Object.fromEntries(all.map((question) => [question.name, anyAnswerTo(question)])),
  );
  const kept = fc.subarray(all.map(({ name }) => name));
  return fc
    .tuple(full, kept)
    .map(([answers, names]) =>
      Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name))),
    );
}
