import { expect, test } from "vitest";
import { type KeptWork, readKeptWork } from "./draft.ts";

const work: KeptWork = {
  draft: {
    definitionHash: "a".repeat(64),
    isUnderWay: true,
    answers: { consent: "yes", ro: { "ro-1": 4 }, drivers: ["vd-2", "vd-1"] },
    presentation: { drivers: { shown: ["vd-2", "vd-1", "vd-3"], moves: 2 } },
    seen: ["start", "value"],
    page: "value",
  },
  admission: { blinded: { blinded: "b", inverse: "i" }, keyFingerprint: "f" },
};

test("kept work is read as it was written", () => {
  expect(readKeptWork(JSON.stringify(work))).toEqual(work);
});

test("what is damaged, or of another shape, is as good as nothing", () => {
  const { presentation: _, ...former } = work.draft;
  const damaged = [
    "{",
    "[]",
    "null",
    JSON.stringify(work.draft),
    JSON.stringify({ ...work, draft: former }),
    JSON.stringify({ ...work, admission: undefined }),
    JSON.stringify({ ...work, admission: { blinded: "b" } }),
  ];
  for (const text of damaged) expect(readKeptWork(text)).toBeUndefined();
});
