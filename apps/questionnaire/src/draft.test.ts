import { expect, test } from "vitest";
import { type Draft, keepDraft, keptDraft, wasSent, wipeDraft } from "./draft.ts";

function memory() {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

const draft: Draft = {
  responseId: "4be0643f-1d98-4f6e-9f1c-2f1c1b0a9d11",
  definitionHash: "a".repeat(64),
  isUnderWay: true,
  answers: { consent: "yes", ro: { "ro-1": 4 }, drivers: ["vd-2", "vd-1"] },
  presentation: { drivers: { shown: ["vd-2", "vd-1", "vd-3"], moves: 2 } },
  seen: ["start", "value"],
  page: "value",
};

test("a kept draft comes back as it was", () => {
  const storage = memory();
  keepDraft(storage, "demo", draft);
  expect(keptDraft(storage, "demo")).toEqual(draft);
});

test("a draft of another study is not taken up", () => {
  const storage = memory();
  keepDraft(storage, "demo", draft);
  expect(keptDraft(storage, "other")).toBeUndefined();
});

test("a damaged draft, or one of a former shape, is as good as none", () => {
  const storage = memory();
  const { presentation: _presentation, ...former } = { ...draft, shown: {}, moves: {} };
  for (const text of ["{", "[]", "null", '{"responseId":1}', JSON.stringify(former)]) {
    storage.setItem("mehrwert:draft:demo", text);
    expect(keptDraft(storage, "demo")).toBeUndefined();
  }
});

test("after sending, no answer is left and the tab knows that it was sent", () => {
  const storage = memory();
  keepDraft(storage, "demo", draft);
  wipeDraft(storage, "demo", true);
  expect(keptDraft(storage, "demo")).toBeUndefined();
  expect(wasSent(storage, "demo")).toBe(true);
  expect([...storage.entries.values()]).toEqual(["yes"]);
});

test("after giving up, nothing is left at all", () => {
  const storage = memory();
  keepDraft(storage, "demo", draft);
  wipeDraft(storage, "demo", false);
  expect(storage.entries.size).toBe(0);
});

test("a storage that refuses does not stop the questionnaire", () => {
  const refuse = () => {
    throw new Error("denied");
  };
  const storage = { getItem: refuse, setItem: refuse, removeItem: refuse };
  keepDraft(storage, "demo", draft);
  wipeDraft(storage, "demo", true);
  expect(keptDraft(storage, "demo")).toBeUndefined();
  expect(wasSent(storage, "demo")).toBe(false);
});
