import { expect, test } from "vitest";
import { isElement, tidyElement } from "./code-element.ts";

test("isElement takes one letter of any alphabet, accented or not", () => {
  expect(["a", "Ö", "ß", "ł", "Ж", " e "].filter((typed) => !isElement("letter", typed))).toEqual(
    [],
  );
  expect(["", " ", "1", "ab", "-", "´"].filter((typed) => isElement("letter", typed))).toEqual([]);
});

test("isElement takes days of two digits and single digits", () => {
  expect(["01", "09", "10", "29", "31"].every((typed) => isElement("day", typed))).toBe(true);
  expect(["", "0", "1", "00", "32", "7.", "1a"].some((typed) => isElement("day", typed))).toBe(
    false,
  );
  expect(["0", "9"].every((typed) => isElement("digit", typed))).toBe(true);
  expect(["", "10", "x"].some((typed) => isElement("digit", typed))).toBe(false);
});

test("tidyElement gives a day its zero and changes nothing else", () => {
  expect(tidyElement("day", "7")).toBe("07");
  expect(tidyElement("day", "0")).toBe("0");
  expect(tidyElement("day", "17")).toBe("17");
  expect(tidyElement("digit", " 7 ")).toBe("7");
});
