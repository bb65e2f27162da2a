import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conditionOf, type Resolve } from "./claim-of-expression.ts";

const resolve: Resolve = (name) => {
  const variables = new Map([
    ["q", { question: "q" }],
    ["q.NAOK", { question: "q" }],
    ["q_1.NAOK", { question: "q", option: "1" }],
    ["m.a", { question: "m", row: "a" }],
  ]);
  return variables.get(name);
};
const q = { question: "q" };
const isYes = { kind: "compare", variable: q, operator: "=", value: "yes" };

describe("conditionOf reads the conditions of three platforms alike", () => {
  test.each([
    ['q.NAOK == "yes"', isYes],
    ["\u0024{q} = 'yes'", isYes],
    ["{q} = 'yes'", isYes],
    ["'yes' = {q}", isYes],
    ["(({q} eq 'yes'))", isYes],
    ["{q} > 3", { kind: "compare", variable: q, operator: ">", value: "3" }],
    ["3 < {q}", { kind: "compare", variable: q, operator: ">", value: "3" }],
    ["{q} = ''", { kind: "not", part: { kind: "answered", variable: q } }],
    ["{q} notempty", { kind: "answered", variable: q }],
    [
      "!is_empty(q.NAOK)",
      { kind: "not", part: { kind: "not", part: { kind: "answered", variable: q } } },
    ],
    ['q_1.NAOK == "Y"', { kind: "chosen", question: "q", option: "1" }],
    ['q_1.NAOK != "Y"', { kind: "not", part: { kind: "chosen", question: "q", option: "1" } }],
    ["selected(\u0024{q}, 'a')", { kind: "chosen", question: "q", option: "a" }],
    ["{q} contains 'a'", { kind: "chosen", question: "q", option: "a" }],
    [
      "{m.a} >= 2",
      { kind: "compare", variable: { question: "m", row: "a" }, operator: ">=", value: "2" },
    ],
    [
      "{q} = 'yes' or {q} = 'yes' and {q} = 'yes'",
      { kind: "or", parts: [isYes, { kind: "and", parts: [isYes, isYes] }] },
    ],
    ["{q} noneof ['a', 'b']", { kind: "not", part: { kind: "or", parts: [{}, {}] } }],
  ])("%s", (original, claim) => {
    expect(conditionOf(original, resolve)).toMatchObject({ original, claim });
  });

  test.each([
    "{unknown} = 1",
    "{q} + 1 = 2",
    "regexMatch('a', {q})",
    "{q} = {m.a}",
    "{q} =",
    "((((",
    "q.NAOK ~ 2",
    "5",
    "",
  ])("%s cannot be said, and the reason is given", (original) => {
    expect(conditionOf(original, resolve).claim).toMatchObject({
      kind: "untranslatable",
      reason: { de: expect.stringMatching(/./), en: expect.stringMatching(/./) },
    });
  });

  test("a bare word is a name in LimeSurvey and a value in SurveyJS", () => {
    expect(conditionOf("{q} = yes", resolve).claim.kind).toBe("untranslatable");
    expect(conditionOf("{q} = yes", resolve, "values").claim).toEqual(isYes);
  });

  test("no text, however odd, breaks the reading", () => {
    const piece = fc.constantFrom(
      "{q}",
      "q",
      "'",
      '"',
      "(",
      ")",
      "[",
      "]",
      "and",
      "or",
      "!",
      "=",
      "<",
      "not(",
      ",",
      "1",
      "-",
      " ",
      "}",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(conditionOf(pieces.join(""), resolve).claim).toHaveProperty("kind");
      }),
    );
    expect(conditionOf("(".repeat(9000), resolve).claim.kind).toBe("untranslatable");
  });
});
