import { Invalid } from "@mehrwert/study";
import { describe, expect, test } from "vitest";
import { Refusal } from "../problems/refusal.ts";
import { readJsonText } from "./json-text.ts";

const bytes = (text: string) => new TextEncoder().encode(text).buffer;

function refusalOf(text: string): unknown {
  try {
    readJsonText(bytes(text));
  } catch (error) {
    return error instanceof Refusal ? error.kind : error;
  }
  return undefined;
}

describe("readJsonText", () => {
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

  test.each(['{"a":1,"a":1}', '[{"a":{"b":1,"c":2,"b":3}}]', '{"a":1,"\\u0061":2}', '{"":1,"":2}'])(
    "calls %s malformed, because a name stands in it twice",
    (text) => {
      expect(refusalOf(text)).toBe("malformed");
    },
  );

  test("gives the value of the text", () => {
    const value = { a: [1, { ":": '{\\":' }], b: "\\\\", "\u2028": "}" };
    expect(readJsonText(bytes(JSON.stringify(value)))).toEqual(value);
  });

  test("calls malformed what is JSON but ends inside a string, and bytes that are not UTF-8", () => {
    expect(refusalOf('{"a":"\\"')).toBe("malformed");
    expect(() => readJsonText(Uint8Array.of(0x22, 0xff, 0x22).buffer)).toThrow(Refusal);
    expect(readJsonText(bytes("1"))).toBe(1);
  });

  test.each(["", "{", "{'a':1}", "NaN", "[1,]", "\ufeff\ufeff1"])("calls %j malformed", (text) => {
    expect(refusalOf(text)).toBe("malformed");
  });
});
