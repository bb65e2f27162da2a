import { expect, test, vi } from "vitest";
import { sampleInstrument, sampleQuestion } from "../example/sample-instrument.ts";
import { seededRandom } from "../example/seeded-random.ts";
import { type SimulationOptions, simulateAnswers } from "../simulate-answers.ts";

vi.setConfig({ testTimeout: 60_000 });

function crowd(size: number, options: SimulationOptions = {}) {
  const random = seededRandom(3);
  return Array.from({ length: size }, () =>
    simulateAnswers(sampleInstrument, random, { skippedShare: 0, ...options }),
  );
}

type Person = ReturnType<typeof crowd>[number];

function answerAt({ answers }: Person, question: string, key: string) {
  const answer = answers[question];
  return typeof answer === "object" && !Array.isArray(answer) ? answer[key] : undefined;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

test("what is needed and what is mastered go together a little", () => {
  const pairs = crowd(600).flatMap((person) => {
    const both = [
      answerAt(person, "skills", "km-1.required"),
      answerAt(person, "skills", "km-1.mastery"),
    ];
    const [x, y] = both;
    return typeof x === "number" && typeof y === "number" ? [{ x, y }] : [];
  });
  const [mx, my] = [mean(pairs.map(({ x }) => x)), mean(pairs.map(({ y }) => y))];
  const sum = (of: (pair: { x: number; y: number }) => number) =>
    pairs.reduce((total, pair) => total + of(pair), 0);
  const correlation =
    sum(({ x, y }) => (x - mx) * (y - my)) /
    Math.sqrt(sum(({ x }) => (x - mx) ** 2) * sum(({ y }) => (y - my) ** 2));
  expect(correlation).toBeGreaterThan(0.15);
  expect(correlation).toBeLessThan(0.9);
});

test("recommendations lean to the upper end, with a tail below, and end at 10", () => {
  const points = crowd(400).map(({ answers }) => Number(answers.recommend));
  const share = (isIn: (point: number) => boolean) => points.filter(isIn).length / points.length;
  expect(mean(points)).toBeGreaterThan(6.5);
  expect(share((point) => point >= 9)).toBeGreaterThan(0.2);
  expect(Math.max(...points)).toBe(10);
  expect(share((point) => point < 7)).toBeGreaterThan(0.03);
});

test("the second variant of a situation lifts ratings a little", () => {
  const people = crowd(1500);
  const ratings = (variant: string) =>
    people
      .filter(({ presentation }) => presentation.situation?.variant === variant)
      .map((person) => Number(answerAt(person, "situation", "telling")));
  const lift = mean(ratings("rival")) - mean(ratings("partner"));
  expect(lift).toBeGreaterThan(0.05);
  expect(lift).toBeLessThan(0.6);
});

test("MaxDiff follows the worths that rankings follow: early options are best, late ones worst", () => {
  const people = crowd(600).filter(({ answers }) => answers.method === "by-maxdiff");
  const scores = new Map<string | number, number>();
  const add = (option: string | number | undefined, points: number) => {
    if (option !== undefined) scores.set(option, (scores.get(option) ?? 0) + points);
  };
  for (const person of people) {
    for (const set of [1, 2, 3, 4, 5, 6, 7, 8]) {
      add(answerAt(person, "driver-sets", `${set}.best`), 1);
      add(answerAt(person, "driver-sets", `${set}.worst`), -1);
    }
  }
  const order = [...scores].toSorted((a, b) => b[1] - a[1]).map(([option]) => option);
  const options = sampleQuestion("driver-sets", "maxdiff").choices.map(({ value }) => value);
  expect(order).toEqual(options);
});

test("the split follows its shares, and the study's form is everybody's", () => {
  const people = crowd(400, { assigned: { form: "pulse" } });
  const ranked = people.filter(({ answers }) => answers.method === "by-ranking").length;
  expect(ranked / 400).toBeCloseTo(0.75, 1);
  expect(people.every(({ answers }) => answers.form === "pulse")).toBe(true);
  expect(people.some(({ answers }) => "statements" in answers)).toBe(false);
  expect(people.every(({ answers }) => "drivers" in answers !== "driver-sets" in answers)).toBe(
    true,
  );
});

test("those who end early do so on any page but the last, and everybody else goes to the end", () => {
  expect(crowd(50).some(({ lastPage }) => lastPage !== undefined)).toBe(false);
  const early = crowd(400, { endsEarlyShare: 0.5 }).flatMap(({ lastPage }) => lastPage ?? []);
  expect(early.length / 400).toBeCloseTo(0.5, 1);
  expect([...new Set(early)].toSorted()).toEqual([
    "driver-page",
    "panel",
    "ratings",
    "start",
    "ties-page",
  ]);
});

test("no two people have the same code", () => {
  const codes = crowd(200).map((person) => answerAt(person, "link", "code"));
  expect(new Set(codes).size).toBe(200);
});
