import { pbkdf2Sync } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { normalisedElement, personalCode } from "./personal-code.ts";

const salt = "00112233445566778899aabbccddeeff";
const elements = { "first-name": "Ö", "birth-day": "07", siblings: "2" };
const codeOf = (given: { [element: string]: string }, question = "link", other = salt) =>
  personalCode({ question, elements: given, salt: other });

test("personalCode gives the hash of all elements and one without each", async () => {
  const code = await codeOf(elements);
  expect(Object.keys(code).toSorted()).toEqual([
    "code",
    "without-birth-day",
    "without-first-name",
    "without-siblings",
  ]);
  for (const hash of Object.values(code)) expect(hash).toMatch(/^[0-9a-f]{32}$/);
  expect(new Set(Object.values(code)).size).toBe(4);
});

test("personalCode is PBKDF2 with SHA-256 over the sorted, normalised elements", async () => {
  const text = '[["birth-day","07"],["first-name","O"],["siblings","2"]]';
  const expected = pbkdf2Sync(text, `${salt}/link`, 100_000, 16, "sha256").toString("hex");
  expect((await codeOf(elements)).code).toBe(expected);
});

test("personalCode does not mind order, case, blanks or accents", async () => {
  const same = { siblings: " 2", "birth-day": "07", "first-name": "o " };
  expect(await codeOf(same)).toEqual(await codeOf(elements));
});

test("who remembers one element differently still shares the hash without it", async () => {
  const before = await codeOf(elements);
  const after = await codeOf({ ...elements, siblings: "3" });
  expect(after.code).not.toBe(before.code);
  expect(after["without-siblings"]).toBe(before["without-siblings"]);
  expect(after["without-birth-day"]).not.toBe(before["without-birth-day"]);
});

test("another study or question gives other hashes", async () => {
  const { code } = await codeOf(elements);
  expect((await codeOf(elements, "other")).code).not.toBe(code);
  expect((await codeOf(elements, "link", salt.replace("0", "1"))).code).not.toBe(code);
});

test("personalCode refuses an empty element", async () => {
  await expect(codeOf({ ...elements, siblings: " " })).rejects.toThrow(RangeError);
});

test("normalisedElement is settled: normalising twice changes nothing", () => {
  expect(["ä", " É ", "ß", "Å", "07"].map(normalisedElement)).toEqual(["A", "E", "SS", "A", "07"]);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      const once = normalisedElement(typed);
      return normalisedElement(once) === once;
    }),
  );
});
