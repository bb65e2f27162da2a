import { expect, test } from "vitest";
import { accessibilityFeedbackSchema, feedbackLimits } from "./accessibility-feedback.ts";

const given = { barrier: "No focus", day: "2026-11-23" };
const parsed = (changes: object) =>
  accessibilityFeedbackSchema.safeParse({ ...given, ...changes }).data;

test("a line break counts once, as it does for the person who typed it", () => {
  const lines = "a\r\n".repeat(feedbackLimits.barrier / 2);
  expect(parsed({ barrier: lines })?.barrier).toHaveLength(feedbackLimits.barrier - 1);
  expect(parsed({ barrier: "a".repeat(feedbackLimits.barrier + 1) })).toBeUndefined();
});

test("blanks alone are no text, and null characters are left out", () => {
  expect(parsed({ barrier: " \n\0 " })).toBeUndefined();
  expect(parsed({ barrier: "a\0b " })?.barrier).toBe("ab");
});

test("a time is not a day", () => {
  expect(parsed({ day: "2026-11-23T10:00:00Z" })).toBeUndefined();
});
