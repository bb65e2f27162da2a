import { demoStudy } from "@mehrwert/study";
import { expect, test } from "vitest";
import { codeSaltOf } from "./code-salt.ts";
import { sampleInstrument } from "./sample-instrument.ts";

const study = demoStudy(sampleInstrument, "a".repeat(64));

test("codes are salted by the study, and without its salt only simulated studies make any", () => {
  const codeSalt = "0123456789abcdef".repeat(2);
  expect(codeSaltOf({ ...study, codeSalt })).toBe(codeSalt);
  expect(codeSaltOf({ ...study, isSimulated: false })).toBe(undefined);
  const drawn = codeSaltOf(study);
  expect(drawn).toMatch(/^[0-9a-f]{32}$/);
  expect(codeSaltOf(study)).not.toBe(drawn);
});
