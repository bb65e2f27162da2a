import { expect, test } from "vitest";
import { addressOf, languageOf, placeOf } from "./place.ts";

test("placeOf knows the list of studies and the results of one", () => {
  expect(placeOf("/console/")).toEqual({ page: "studies" });
  expect(placeOf("/console")).toEqual({ page: "studies" });
  expect(placeOf("/console/studies/demo/results")).toEqual({ page: "results", study: "demo" });
});

test("placeOf takes nothing for a study that could not be one", () => {
  for (const path of ["/console/studies/../results", "/console/studies/Demo/results", "/console/x"])
    expect(placeOf(path)).toEqual({ page: "unknown" });
});

test("languageOf reads the address and refuses languages without texts", () => {
  expect(languageOf(new URL(addressOf.results("demo", "en"), "http://here").search)).toBe("en");
  expect(languageOf("?language=fr")).toBeUndefined();
  expect(languageOf("")).toBeUndefined();
});
