import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decisionOutcome } from "./decision-outcome.ts";
import { readInstrument } from "./instrument-folder.ts";

const file = new URL("../../../instruments/cop-form-aid/1.0.0/instrument.json", import.meta.url);

function shippedDecision() {
  const parsed = readInstrument(readFileSync(file, "utf8"));
  const questions = parsed.ok ? parsed.value.pages.flatMap(({ elements }) => elements) : [];
  const decision = questions.find((question) => question.type === "decision");
  if (decision === undefined) throw new Error("the decision aid has no decision");
  return decision;
}

test.each([
  { ratings: [5, 4, 5, 2], weights: [2, 2, 2, 2], score: -0.75, becomes: "internal" },
  { ratings: [2, 2, 1, 5], weights: [2, 2, 2, 2], score: 0.75, becomes: "external" },
  { ratings: [4, 4, 3, 4], weights: [2, 2, 2, 2], score: -0.125, becomes: "hybrid" },
  { ratings: [2, 5, 3, 4], weights: [3, 3, 1, 1], score: -0.125, becomes: "hybrid" },
])("the decision aid recommends $becomes for $ratings", ({ ratings, weights, score, becomes }) => {
  const decision = shippedDecision();
  const answer: { [part: string]: number } = {};
  for (const [index, { value }] of decision.criteria.slice(0, 4).entries()) {
    answer[value] = ratings[index] ?? 0;
    answer[`${value}.weight`] = weights[index] ?? 0;
  }
  const outcome = decisionOutcome(decision, answer);
  expect(outcome?.score).toBeCloseTo(score, 12);
  expect(decision.outcomes[outcome?.outcome ?? "low"].value).toBe(becomes);
  expect(outcome?.isConflict).toBe(becomes === "hybrid");
});

test("without experience the advice is to start small, whatever the form", () => {
  const decision = shippedDecision();
  const rated = { "co-1": 5, "co-2": 4, "co-3": 5, "co-4": 2 };
  const texts = (experience: number) =>
    decisionOutcome(decision, { ...rated, "co-5": experience })?.advice.map(({ en }) => en);
  expect(texts(1)?.at(-1)).toMatch(/start small/);
  expect(texts(5)?.at(-1)).not.toMatch(/start small/);
});
