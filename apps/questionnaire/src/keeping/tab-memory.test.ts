import { expect, test } from "vitest";
import { memoryStorage } from "../tab-storage.ts";
import {
  begunHere,
  forgetBegun,
  invitationHere,
  keepBegun,
  keepInvitation,
  keepVisitMs,
  visitMsHere,
  wasSent,
} from "./tab-memory.ts";

const begun = { resumeCode: "AAAAA", writer: "w", definitionHash: "d" };

test("what was begun comes back in this tab, for this study only", () => {
  const storage = memoryStorage();
  keepBegun(storage, "demo", begun);
  expect(begunHere(storage, "demo")).toEqual(begun);
  expect(begunHere(storage, "other")).toBeUndefined();
});

test("after sending, only a mark without content is left; after giving up, nothing", () => {
  const storage = memoryStorage();
  keepBegun(storage, "demo", begun);
  keepInvitation(storage, "demo", { code: "c" });
  forgetBegun(storage, "demo", true);
  expect(begunHere(storage, "demo")).toBeUndefined();
  expect(invitationHere(storage, "demo")).toBeUndefined();
  expect(wasSent(storage, "demo")).toBe(true);
  forgetBegun(storage, "demo", false);
  expect(wasSent(storage, "demo")).toBe(false);
});

test("how long the questionnaire was in sight outlives a reload, is nobody else's, and goes with what was begun", () => {
  const storage = memoryStorage();
  keepVisitMs(storage, "demo", { writer: "w", ms: 90_000.4 });
  expect(visitMsHere(storage, "demo", "w")).toBe(90_000);
  expect(visitMsHere(storage, "demo", "v")).toBe(0);
  expect(visitMsHere(storage, "other", "w")).toBe(0);
  forgetBegun(storage, "demo", true);
  expect(visitMsHere(storage, "demo", "w")).toBe(0);
  for (const text of [
    "{",
    '{"writer":"w"}',
    '{"writer":"w","ms":"-5"}',
    '{"writer":"w","ms":"x"}',
  ]) {
    storage.setItem("mehrwert:visit:demo", text);
    expect(visitMsHere(storage, "demo", "w")).toBe(0);
  }
});

test("an invitation is kept with or without the fingerprint of a key", () => {
  const storage = memoryStorage();
  for (const invitation of [{ code: "c" }, { code: "c", keyFingerprint: "f" }]) {
    keepInvitation(storage, "demo", invitation);
    expect(invitationHere(storage, "demo")).toEqual(invitation);
  }
});

test("damage, and a storage that refuses, do not stop the questionnaire", () => {
  const storage = memoryStorage();
  for (const text of ["{", "[]", "null", '{"resumeCode":1}']) {
    storage.setItem("mehrwert:begun:demo", text);
    expect(begunHere(storage, "demo")).toBeUndefined();
  }
  const refuse = () => {
    throw new Error("denied");
  };
  const refusing = { getItem: refuse, setItem: refuse, removeItem: refuse };
  keepBegun(refusing, "demo", begun);
  forgetBegun(refusing, "demo", true);
  expect(begunHere(refusing, "demo")).toBeUndefined();
  expect(wasSent(refusing, "demo")).toBe(false);
});
