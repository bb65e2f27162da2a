import fc from "fast-check";
import { ConditionRunner } from "survey-core";
import { describe, expect, test, vi } from "vitest";
import { parseCondition } from "./condition.ts";
import { evaluateCondition } from "./evaluate-condition.ts";
import type { Answer, Answers } from "./survey-response.ts";

vi.setConfig({ testTimeout: 60_000 });

const questions = ["a", "b", "topic-fit", "m"];
const rows = ["ro-1", "ro-2", "ro-1.part"];
const texts = [
  "",
  "x",
  "y",
  "X ",
  "xy",
  "true",
  "undefined",
  "5",
  "05",
  "5.0",
  "1,5",
  "vd-1",
  "[]",
];
const numbers = [0, 1, 2, 5, -1, 1.5, 16];

const wildText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts) },
  fc.constantFrom(
    "0x10",
    "'x'",
    "''",
    '"5"',
    " 5 ",
    "5 ",
    "1e2",
    "-5",
    "1-2",
    "Infinity",
    "0,5",
    "0b11",
  ),
  fc.constantFrom("1234567890123456", "12,345,678", "5%", ".5", "+5", "0x", "False", "\u00a05"),
  fc.string({ maxLength: 4 }),
);
const value = fc.oneof(wildText, fc.constantFrom(...numbers));
const answer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 3, arbitrary: value },
  { weight: 2, arbitrary: fc.array(value, { maxLength: 4 }) },
  fc.dictionary(fc.constantFrom(...rows), value, { noNullPrototype: true }),
);
const answers: fc.Arbitrary<Answers> = fc.dictionary(fc.constantFrom(...questions), answer, {
  noNullPrototype: true,
});

const variable = fc
  .tuple(
    fc.constantFrom(...questions),
    fc.constantFrom("", "", "", ".ro-1", ".ro-2", ".ro-1.part", "[0]", "[1]", "[3]"),
  )
  .map(([question, place]) => `{${question}${place}}`);
const literal = fc.oneof(
  fc.constantFrom(...texts).map((text) => `'${text}'`),
  fc.constantFrom('"x"', '"5"', "'0x10'", "'1,5'", "' x '"),
  fc.constantFrom(...numbers, "01.5", "-0").map(String),
);
const list = fc.array(literal, { minLength: 1, maxLength: 3 }).map((all) => `[${all.join(", ")}]`);
const side = fc.oneof({ weight: 3, arbitrary: variable }, { weight: 3, arbitrary: literal }, list);
const operator = fc.constantFrom(
  ...["=", "==", "<>", "!=", ">", ">=", "<", "<="],
  ...["contains", "notcontains", "anyof", "noneof", "allof"],
);
const claim = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(variable, operator, side).map((parts) => parts.join(" ")) },
  fc.tuple(side, operator, variable).map((parts) => parts.join(" ")),
  fc.tuple(variable, fc.constantFrom("empty", "notempty")).map((parts) => parts.join(" ")),
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    claim,
    fc.tuple(tie("expression"), tie("expression")).map((parts) => parts.join(" and ")),
    fc.tuple(tie("expression"), tie("expression")).map((parts) => parts.join(" or ")),
    fc.tuple(tie("expression"), tie("expression")).map((parts) => parts.join("\n&&")),
    fc.tuple(tie("expression"), tie("expression")).map((parts) => parts.join("||")),
    tie("expression").map((part) => `(${part})`),
    tie("expression").map((part) => `!(${part})`),
    tie("expression").map((part) => `! ( ${part} )`),
  ),
}));

function surveyJsSays(text: string, given: Answers): boolean {
  return new ConditionRunner(text).runValues(structuredClone(given));
}

describe("evaluateCondition says what survey-core says", () => {
  test("for one claim about any answers", () => {
    fc.assert(
      fc.property(claim, answers, (text, given) => {
        expect(evaluateCondition(parseCondition(text), given)).toBe(surveyJsSays(text, given));
      }),
      { numRuns: 5000 },
    );
  });

  test("for lists, whatever the order and kind of what is in them", () => {
    const part = fc.constantFrom("x", "y", "X ", "5", 5, "05", 0, "0");
    const lists = fc.record({
      a: fc.array(part, { maxLength: 3 }),
      b: fc.array(part, { maxLength: 3 }),
    });
    const between = fc.constantFrom(
      ..."= <> contains notcontains anyof noneof allof > <=".split(" "),
    );
    const right = fc.oneof(
      fc.constant("{b}"),
      fc
        .array(part, { minLength: 1, maxLength: 3 })
        .map((all) => `[${all.map((one) => (typeof one === "number" ? one : `'${one}'`)).join()}]`),
    );
    fc.assert(
      fc.property(between, right, lists, (sign, other, given) => {
        const text = `{a} ${sign} ${other}`;
        expect(evaluateCondition(parseCondition(text), given)).toBe(surveyJsSays(text, given));
      }),
      { numRuns: 2000 },
    );
  });

  test("for claims joined, nested and negated", () => {
    fc.assert(
      fc.property(expression, answers, (text, given) => {
        expect(evaluateCondition(parseCondition(text), given)).toBe(surveyJsSays(text, given));
      }),
      { numRuns: 1500 },
    );
  });

  test("for whatever text it accepts at all", () => {
    const piece = fc.oneof(
      variable,
      literal,
      operator,
      fc.constantFrom(
        "and",
        "or",
        "not",
        "!",
        "(",
        ")",
        "[",
        "]",
        ",",
        "empty",
        "notempty",
        "-",
        " ",
      ),
      fc.constantFrom(
        "=>",
        "=<",
        "equals",
        "true",
        "x",
        "*=",
        "negate",
        "null",
        "+",
        "{",
        "'",
        "5",
      ),
    );
    const loose = fc
      .array(fc.tuple(piece, fc.constantFrom("", " ")), { maxLength: 9 })
      .map((pieces) => pieces.flat().join(""));
    let accepted = 0;
    fc.assert(
      fc.property(loose, answers, (text, given) => {
        const condition = parsed(text);
        if (condition === undefined) return;
        accepted += 1;
        expect(evaluateCondition(condition, given)).toBe(surveyJsSays(text, given));
      }),
      { numRuns: 10_000 },
    );
    expect(accepted).toBeGreaterThan(20);
  });
});

function parsed(text: string) {
  try {
    return parseCondition(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

test("evaluateCondition changes no answer and looks at own keys only", () => {
  const given: Answers = { a: ["y", "x"] };
  expect(evaluateCondition(parseCondition("{a} = ['x', 'y']"), given)).toBe(true);
  expect(evaluateCondition(parseCondition("['y', 'x'] = {a} and {a} = ['y', 'x']"), given)).toBe(
    true,
  );
  expect(given).toEqual({ a: ["y", "x"] });
  expect(evaluateCondition(parseCondition("{constructor} empty"), given)).toBe(true);
  expect(evaluateCondition(parseCondition("{m.constructor} empty"), { m: { r: 1 } })).toBe(true);
});
