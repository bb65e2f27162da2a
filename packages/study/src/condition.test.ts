import { describe, expect, test } from "vitest";
import {
  conditionReferences,
  conditionVariables,
  maximumConditionLength,
  parseCondition,
} from "./condition.ts";

function refusalOf(text: string): { name: string; message: string } {
  try {
    parseCondition(text);
  } catch (error) {
    if (error instanceof SyntaxError) return error;
  }
  throw new Error(`accepted: ${text}`);
}

describe("parseCondition", () => {
  test("lets and bind more tightly than or", () => {
    const { expression } = parseCondition("{a} empty or {b} = 1 and {c} <> 'x'");
    expect(expression.kind).toBe("or");
    expect(expression).toMatchObject({ parts: [{ kind: "empty" }, { kind: "and" }] });
  });

  test("reads rows, places, numbers, texts and lists", () => {
    const { expression } = parseCondition(
      "{ro.ro-1} >= -1.5 && {order[2]} anyof ['vd-1', \"b\", 3]",
    );
    expect(expression).toEqual({
      kind: "and",
      parts: [
        {
          kind: "comparison",
          operator: "greaterorequal",
          left: { kind: "variable", question: "ro", row: "ro-1" },
          right: { kind: "constant", value: -1.5 },
        },
        {
          kind: "comparison",
          operator: "anyof",
          left: { kind: "variable", question: "order", index: 2 },
          right: { kind: "constant", value: ["vd-1", "b", 3] },
        },
      ],
    });
  });

  test("reads one of several values of a row", () => {
    expect(parseCondition("{skills.km-1.required} notempty").expression).toEqual({
      kind: "notempty",
      operand: { kind: "variable", question: "skills", row: "km-1.required" },
    });
    expect(() => parseCondition("{a.b.c.d} empty")).toThrow(SyntaxError);
  });

  test.each([
    ["", 0],
    ["{a}", 3],
    ["{a} = ", 6],
    ["{a} = never", 6],
    ["{a} = true", 6],
    ["{a} = null", 6],
    ["{a} = 1 {b} = 2", 8],
    ["{a} = 1 and", 11],
    ["{a} < 2 < 3", 8],
    ["{a} = {b} contains 'x'", 10],
    ["{a} + 1 = 2", 4],
    ["{a} = 007", 6],
    ["not({a} = 1)", 0],
    ["!{a} = 1", 1],
    ["negate ({a} = 1)", 0],
    ["iif({a} = 1, 1, 2) = 1", 0],
    ["'a' = 'b'", 9],
    ["({a} = 1", 8],
    ["{a} = 1)", 7],
    ["{a} anyof []", 11],
    ["{a} anyof ['x'", 14],
    ["{a} = 'it\\'s'", 6],
    ["{a} = 'x<>y'", 6],
    ["{a} = 'equals'", 6],
    ["{A} = 1", 0],
    ["{ a } = 1", 0],
    ["{#a} = 1", 0],
    ["{a.b.c.d} = 1", 0],
    ["{a[-1]} = 1", 0],
    ["{a.length} = 1", 0],
    ["{locale} = 'de'", 0],
    ["{__proto__} empty", 0],
    ["  ; {a} = 1", 2],
  ])("refuses %j and says where", (text, position) => {
    const refusal = refusalOf(text);
    expect(refusal.name).toBe("ConditionSyntaxError");
    expect(refusal).toHaveProperty("position", position);
    expect(refusal.message).toContain(`(position ${position})`);
  });

  test("refuses more than 2,000 characters and more than 20 levels, and accepts as many", () => {
    const padded = "{a} = 1".padEnd(maximumConditionLength);
    expect(conditionVariables(parseCondition(padded))).toEqual(["a"]);
    expect(refusalOf(`${padded} `).message).toContain("2000");
    const nested = (levels: number) => `${"(".repeat(levels)}{a} = 1${")".repeat(levels)}`;
    expect(conditionVariables(parseCondition(nested(20)))).toEqual(["a"]);
    expect(refusalOf(nested(21)).message).toContain("20 levels");
    expect(refusalOf(`${"!".repeat(900)}({a} = 1)`).message).toContain("20 levels");
  });
});

test("conditionVariables names every question once, conditionReferences every mention", () => {
  const condition = parseCondition("!({a} empty) and ({b.r} = {a} or 'x' = {c[0]})");
  expect(conditionVariables(condition)).toEqual(["a", "b", "c"]);
  expect(conditionReferences(condition)).toEqual([
    { kind: "variable", question: "a" },
    { kind: "variable", question: "b", row: "r" },
    { kind: "variable", question: "a" },
    { kind: "variable", question: "c", index: 0 },
  ]);
});
