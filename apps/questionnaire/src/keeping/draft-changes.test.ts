import { expect, test } from "vitest";
import type { Draft } from "./draft.ts";
import { withAnswer, withPage } from "./draft-changes.ts";

const draft: Draft = {
  definitionHash: "a".repeat(64),
  isUnderWay: true,
  answers: { member: "yes" },
  presentation: { drivers: { shown: ["vd-2", "vd-1"] } },
  seen: ["first"],
  page: "first",
};

test("withAnswer replaces or takes back one answer and counts moves beside the order drawn", () => {
  const ranked = withAnswer(draft, "drivers", ["vd-1"], 1);
  expect(ranked.answers).toEqual({ member: "yes", drivers: ["vd-1"] });
  expect(ranked.presentation.drivers).toEqual({ shown: ["vd-2", "vd-1"], moves: 1 });
  const back = withAnswer(ranked, "drivers", undefined, 2);
  expect(back.answers).toEqual(draft.answers);
  expect(back.presentation.drivers?.moves).toBe(2);
  expect(withAnswer(draft, "member", "no").presentation).toBe(draft.presentation);
});

test("withPage remembers each page once", () => {
  const on = withPage(withPage(withPage(draft, "second"), "first"), "second");
  expect(on).toMatchObject({ page: "second", seen: ["first", "second"] });
});
