import * as fc from "fast-check";
import type { Answers, SurveyResponse } from "../survey-response.ts";
import { smallResponse } from "./small-study.ts";

const nasty = fc.constantFrom(
  "-95",
  "\\-95",
  "=1+1",
  '"',
  "a,b",
  "a\r\nb",
  "\n",
  " x ",
  "ä€😀",
  "1",
);
const written = fc.oneof(fc.string({ unit: "grapheme", minLength: 1 }), nasty);
const code = fc.constantFrom(1, 2, "dk");
const drivers = fc.shuffledSubarray(["vd-1", "vd-2", "vd-3", "vd-4"], { minLength: 1 });

const answers = fc.record(
  {
    member: fc.constantFrom("yes", "no", "refused"),
    results: fc.record({ "ro-1": code, "ro-2": code }, { requiredKeys: [] }),
    format: fc.subarray(["workshop", "exchange"], { minLength: 1 }),
    drivers,
    why: written,
  },
  { requiredKeys: [] },
);

/** Any responses to the small instrument, texts with traps included. For property tests. */
export const anyResponses: fc.Arbitrary<SurveyResponse[]> = fc
  .array(
    fc.tuple(answers, fc.shuffledSubarray(["vd-1", "vd-2", "vd-3", "vd-4"], { minLength: 4 })),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(([given, shown], number) =>
      smallResponse(number, allowed(given), { drivers: { shown, moves: number } }),
    ),
  );

/** The routed question has an answer only where it is shown. */
function allowed({ format, ...rest }: Partial<Answers>): Answers {
  const kept = rest.member === "yes" && format !== undefined ? { ...rest, format } : rest;
  const result: Answers = {};
  for (const [question, answer] of Object.entries(kept)) {
    if (answer !== undefined) result[question] = answer;
  }
  return result;
}
