import { expect, test } from "vitest";
import definition from "../../../instruments/cop-pulse/1.0.0/instrument.json" with { type: "json" };
import { smallInstrument } from "./example/small-study.ts";
import { instrumentSchema } from "./instrument.ts";
import { missingSettings } from "./study-settings.ts";

const pulse = instrumentSchema.parse(definition);
const fixed = { form: "pulse", linking: "code", story: "no" };
const study = { isSimulated: false, codeSalt: "0".repeat(32) };

test("missingSettings names the forms and the salt that a study does not fix", () => {
  const missing = missingSettings({ isSimulated: false }, pulse);
  const paths = missing.map(({ path }) => path).toSorted();
  expect(paths).toEqual([
    "#/assigned/form",
    "#/assigned/linking",
    "#/assigned/story",
    "#/codeSalt",
  ]);
  expect(missing.some(({ advice }) => advice.en.includes('"baseline", "pulse"'))).toBe(true);
});

test("missingSettings asks for one of the values that the instrument has", () => {
  const paths = missingSettings({ ...study, assigned: { ...fixed, form: "t9" } }, pulse);
  expect(paths.map(({ path }) => path)).toEqual(["#/assigned/form"]);
  expect(missingSettings({ ...study, assigned: fixed }, pulse)).toEqual([]);
});

test("missingSettings lets a simulated study draw, but not half of it", () => {
  expect(missingSettings({ isSimulated: true }, pulse)).toEqual([]);
  expect(missingSettings({ isSimulated: true, assigned: { form: "pulse" } }, pulse)).toHaveLength(
    2,
  );
});

test("missingSettings asks nothing for an instrument that fixes nothing", () => {
  expect(missingSettings({ isSimulated: false }, smallInstrument)).toEqual([]);
});
