import fc from "fast-check";
import { expect, test } from "vitest";
import { codePointIndex, codePointLength } from "./code-points.ts";

const texts = fc.string({ unit: "binary", maxLength: 60 });

test("codePointIndex counts an emoji once where UTF-16 counts it twice", () => {
  const index = codePointIndex("Ja 😀, ä👩‍💻!");
  expect(index.length).toBe(11);
  expect(index.slice(3, 4)).toBe("😀");
  expect(index.toUtf16(4)).toBe(5);
  expect(index.fromUtf16(5)).toBe(4);
  expect(index.fromUtf16(4)).toBe(3);
});

test("slices by code points are those of the list of code points, for every text", () => {
  fc.assert(
    fc.property(texts, fc.nat(70), fc.nat(70), (text, a, b) => {
      const points = [...text];
      const index = codePointIndex(text);
      expect(index.length).toBe(points.length);
      expect(codePointLength(text)).toBe(points.length);
      const [start, end] = [Math.min(a, b, points.length), Math.min(Math.max(a, b), points.length)];
      expect(index.slice(start, end)).toBe(points.slice(start, end).join(""));
      expect(index.fromUtf16(index.toUtf16(start))).toBe(start);
    }),
  );
});

test("a place outside the text is a broken promise, told with its unit", () => {
  const index = codePointIndex("😀");
  expect(() => index.toUtf16(2)).toThrow("code point 2 is outside the text of 1");
  expect(() => index.slice(0, 2)).toThrow(RangeError);
  expect(() => index.fromUtf16(3)).toThrow("UTF-16 offset 3 is outside the text of 2");
  expect(() => index.toUtf16(0.5)).toThrow(RangeError);
});
