import { expect, test } from "vitest";
import { preferredLanguage } from "./preferred-language.ts";

test("preferredLanguage takes the first language that texts exist in", () => {
  expect(preferredLanguage(["fr", "de-AT", "en"])).toBe("de");
  expect(preferredLanguage(["en-GB", "de"])).toBe("en");
});

test("preferredLanguage answers English to those who read neither", () => {
  expect(preferredLanguage(["tr", "pl"])).toBe("en");
  expect(preferredLanguage([])).toBe("en");
});
