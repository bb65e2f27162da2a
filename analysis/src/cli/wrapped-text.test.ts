import fc from "fast-check";
import { expect, test } from "vitest";
import { wrappedText } from "./wrapped-text.ts";

test("wrappedText breaks between words and keeps signs with their numbers", () => {
  expect(wrappedText("n = 12 of 20", 6)).toEqual(["n\u00a0=\u00a012", "of 20"]);
  expect(wrappedText("abcdef", 4)).toEqual(["abcd", "ef"]);
  expect(wrappedText("", 4)).toEqual([""]);
});

test("wrappedText loses no letter and stays within the width", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "ß", " ", "=", "7"), maxLength: 80 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), (words, width) => {
      const lines = wrappedText(words, width);
      expect(lines.join("").replace(/\s/g, "")).toBe(words.replace(/\s/g, ""));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    }),
  );
});
