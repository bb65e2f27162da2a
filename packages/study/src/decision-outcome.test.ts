import { expect, test } from "vitest";
import { decisionOutcome, jointDecision } from "./decision-outcome.ts";
import { decisionQuestion } from "./example/decision-question.ts";

const order = ["expertise", "confidentiality", "specificity", "novelty"];

function rated(ratings: readonly number[], weights: readonly number[] = []) {
  const answer: { [key: string]: string | number } = {};
  for (const [index, criterion] of order.entries()) {
    answer[criterion] = ratings[index] ?? 3;
    const weight = weights[index];
    if (weight !== undefined) answer[`${criterion}.weight`] = weight;
  }
  return answer;
}

test.each([
  { ratings: [5, 4, 5, 2], weights: [2, 2, 2, 2], score: -0.75, outcome: "low", isConflict: false },
  { ratings: [2, 2, 1, 5], weights: [2, 2, 2, 2], score: 0.75, outcome: "high", isConflict: false },
  {
    ratings: [4, 4, 3, 4],
    weights: [2, 2, 2, 2],
    score: -0.125,
    outcome: "between",
    isConflict: true,
  },
  {
    ratings: [2, 5, 3, 4],
    weights: [3, 3, 1, 1],
    score: -0.125,
    outcome: "between",
    isConflict: true,
  },
])("decisionOutcome of $ratings with weights $weights is $score, $outcome", (expected) => {
  const outcome = decisionOutcome(decisionQuestion, rated(expected.ratings, expected.weights));
  expect(outcome?.score).toBeCloseTo(expected.score, 12);
  expect(outcome).toMatchObject({ outcome: expected.outcome, isConflict: expected.isConflict });
});

test("decisionOutcome uses the default weight where none was given", () => {
  expect(decisionOutcome(decisionQuestion, rated([5, 4, 5, 2]))?.score).toBe(-0.75);
});

test("decisionOutcome lets the conflict rule override a clear score", () => {
  const outcome = decisionOutcome(decisionQuestion, rated([5, 5, 5, 4]));
  expect(outcome?.score).toBeLessThan(-0.33);
  expect(outcome).toMatchObject({ outcome: "between", isConflict: true });
  expect(outcome?.advice[0]).toEqual(decisionQuestion.conflict.advice);
});

test("decisionOutcome waits until every criterion with a direction is rated", () => {
  const { novelty, ...rest } = rated([5, 4, 5, 2]);
  expect(novelty).toBe(2);
  expect(decisionOutcome(decisionQuestion, rest)).toBeUndefined();
  expect(decisionOutcome(decisionQuestion, { ...rest, novelty: "dk" })).toBeUndefined();
  expect(decisionOutcome(decisionQuestion, undefined)).toBeUndefined();
});

test("decisionOutcome gives a reason for each criterion not rated in the middle", () => {
  const outcome = decisionOutcome(decisionQuestion, { ...rated([5, 3, 1, 4]), maturity: 1 });
  expect(outcome?.reasons.map(({ en }) => en)).toEqual([
    "expertise: agreed",
    "specificity: disagreed",
    "novelty: agreed",
  ]);
  expect(outcome?.advice.map(({ en }) => en)).toEqual(["advice between", "maturity: disagreed"]);
});

test("jointDecision gives mean and deviation of each criterion, and says where people differ", () => {
  const { criteria, joint } = jointDecision(decisionQuestion, [
    rated([5, 4, 5, 1]),
    rated([5, 2, 5, 5]),
    undefined,
  ]);
  expect(criteria[0]).toEqual({
    criterion: "expertise",
    n: 2,
    mean: 5,
    weight: 2,
    standardDeviation: 0,
    isSpread: false,
  });
  expect(criteria[3]?.mean).toBe(3);
  expect(criteria[3]?.standardDeviation).toBeCloseTo(2.8284, 4);
  expect(criteria.map(({ isSpread }) => isSpread)).toEqual([false, true, false, true, false]);
  expect(joint).toEqual(decisionOutcome(decisionQuestion, rated([5, 3, 5, 3])));
});

test("jointDecision has no recommendation, and no deviation, while nobody has rated", () => {
  const { criteria, joint } = jointDecision(decisionQuestion, []);
  expect(joint).toBeUndefined();
  expect(criteria[0]).toMatchObject({ n: 0, mean: undefined, standardDeviation: undefined });
});
