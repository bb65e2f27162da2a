import { Invalid } from "@mehrwert/study";
import { describe, expect, test } from "vitest";
import { Refusal } from "../problems/refusal.ts";
import { checkJsonText } from "./json-text.ts";

const bytes = (text: string) => new TextEncoder().encode(text).buffer;

function refusalOf(text: string): unknown {
  try {
    checkJsonText(bytes(text));
  } catch (error) {
    return error instanceof Refusal ? error.kind : error;
  }
  return undefined;
}

describe("checkJsonText", () => {
  test.each([
    '{"a":[1,{"b":"[[[[[[[[[[[[[[[[[[[[[[[["}]}',
    '"quote \\" and [[[[[[[[[[[[[[[[[[[[[["',
    '{"proto":1,"a":"__proto__"}',
    "null",
  ])("lets %s pass", (text) => {
    expect(refusalOf(text)).toBeUndefined();
  });

  test.each([
    ['{"__proto__":1}', ["#/__proto__"]],
    [
      '{"a":[{"b/c":{"__proto__":{"constructor":2}}}]}',
      ["#/a/0/b~1c/__proto__", "#/a/0/b~1c/__proto__/constructor"],
    ],
    ['{"\\u005f_proto__":1}', ["#/__proto__"]],
    ['[{"prototype":null}]', ["#/0/prototype"]],
  ])("finds every forbidden name in %s", (text, pointers) => {
    const refusal = refusalOf(text);
    expect(refusal).toBeInstanceOf(Invalid);
    expect(refusal instanceof Invalid && refusal.issues.map(({ path }) => path)).toEqual(pointers);
  });

  test.each([16, 17])("draws the line of nesting between 16 and 17: %i", (depth) => {
    const text = `${"[".repeat(depth)}${"]".repeat(depth)}`;
    expect(refusalOf(text)).toBe(depth > 16 ? "malformed" : undefined);
  });

  test.each(["", "{", "{'a':1}", "NaN", "[1,]", "\ufeff\ufeff1"])("calls %j malformed", (text) => {
    expect(refusalOf(text)).toBe("malformed");
  });
});
