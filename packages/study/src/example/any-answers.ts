import fc from "fast-check";
import type { Instrument, Question, QuestionOf } from "../instrument.ts";
import { missingOptionCodes } from "../missing-option-codes.ts";
import type { Answer, Answers } from "../survey-response.ts";

/** Any allowed answer to a question, but MaxDiff. For property tests. */
export function anyAnswerTo(question: Question): fc.Arbitrary<Answer> {
  switch (question.type) {
    case "radiogroup":
      return fc.constantFrom(...question.choices.map(({ value }) => value));
    case "checkbox":
    case "ranking":
      return someOf(question);
    case "matrix":
      return anyKeyed(question.rows.map(({ value }) => [value, codeOf(question.columns)]));
    case "nps":
      return fc.integer({ min: 0, max: 10 });
    case "number-band":
      return codeOf(question.bands);
    case "assigned":
      return codeOf(question.choices);
    case "double-rating":
      return anyKeyed(ratings(question.rows, question.ratings));
    case "vignette":
      return anyKeyed(question.rows.map(({ value, columns }) => [value, codeOf(columns)]));
    case "statement-round":
      return anyKeyed([
        ...ratings(question.statements, question.ratings),
        ...question.statements.map(({ value }): Key => [`${value}.reason`, written]),
      ]);
    case "decision":
      return anyKeyed([
        ...question.criteria.map(({ value }): Key => [value, codeOf(question.columns)]),
        ...question.criteria.map(({ value }): Key => [`${value}.weight`, codeOf(question.weights)]),
      ]);
    case "roster":
      return anyRoster(question);
    case "code":
      return fc.record(
        Object.fromEntries(
          ["code", ...question.elements.map(({ value }) => `without-${value}`)].map((key) => [
            key,
            fc.stringMatching(/^[0-9a-f]{32}$/),
          ]),
        ),
        { noNullPrototype: true },
      );
    case "maxdiff":
      throw new RangeError("what may be chosen from sets depends on what was drawn");
    default:
      return written;
  }
}

type Key = [key: string, value: fc.Arbitrary<string | number>];

const written = fc.string({ minLength: 1, maxLength: 5, unit: "grapheme-ascii" });

function codeOf(options: readonly { value: string | number }[]): fc.Arbitrary<string | number> {
  return fc.constantFrom(...options.map(({ value }) => value));
}

/** Some of the keys, at least one. */
function anyKeyed(keys: readonly Key[]): fc.Arbitrary<Answer> {
  const all = fc.record(Object.fromEntries(keys), { noNullPrototype: true });
  const kept = fc.subarray(
    keys.map(([key]) => key),
    { minLength: 1 },
  );
  return fc
    .tuple(all, kept)
    .map(([answer, names]) =>
      Object.fromEntries(Object.entries(answer).filter(([key]) => names.includes(key))),
    );
}

function ratings(
  rows: readonly { value: string }[],
  scales: readonly { value: string; columns: readonly { value: string | number }[] }[],
): Key[] {
  return rows.flatMap((row) =>
    scales.map(({ value, columns }): Key => [`${row.value}.${value}`, codeOf(columns)]),
  );
}

function anyRoster({ entries, columns }: QuestionOf<"roster">): fc.Arbitrary<Answer> {
  const ties = entries.flatMap((entry) =>
    columns.map(({ value, choices }): Key => [`${entry.value}.${value}`, codeOf(choices)]),
  );
  const chosen = fc.subarray(
    entries.map(({ value }) => value),
    { minLength: 1 },
  );
  return fc
    .tuple(chosen, fc.record(Object.fromEntries(ties), { requiredKeys: [], noNullPrototype: true }))
    .map(([names, all]) => {
      const answer: { [key: string]: string | number } = {};
      for (const name of names) answer[name] = 1;
      for (const [key, code] of Object.entries(all)) {
        if (code !== undefined && names.includes(key.split(".")[0] ?? "")) answer[key] = code;
      }
      return answer;
    });
}

/** Any allowed answers, to hidden questions too, but for MaxDiff. For property tests. */
export function anyAnswersTo(instrument: Instrument): fc.Arbitrary<Answers> {
  const all = instrument.pages
    .flatMap((page) => page.elements)
    .filter(({ type }) => type !== "maxdiff");
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

/** Some options, or what is no opinion alone. */
function someOf(question: QuestionOf<"checkbox" | "ranking">): fc.Arbitrary<Answer> {
  const isNoOpinion = (code: unknown) => missingOptionCodes.some((missing) => missing === code);
  const codes = question.choices.map(({ value }) => value);
  const opinions = codes.filter((code) => !isNoOpinion(code));
  const { minSelectedChoices = 1, maxSelectedChoices = opinions.length } = question;
  const some: fc.Arbitrary<Answer> = fc.shuffledSubarray(opinions, {
    minLength: Math.max(1, Math.min(opinions.length, minSelectedChoices)),
    maxLength: Math.min(opinions.length, maxSelectedChoices),
  });
  const alone = codes.filter(isNoOpinion).map((code) => fc.constant<Answer>([code]));
  return fc.oneof(some, ...alone);
}
