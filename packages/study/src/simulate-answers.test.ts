import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { answersSchema } from "./answers-schema.ts";
import { seededRandom } from "./example/seeded-random.ts";
import { smallInstrument } from "./example/small-study.ts";
import { instrumentSchema } from "./instrument.ts";
import { type SimulationOptions, simulateAnswers, usualDriverOrder } from "./simulate-answers.ts";
import type { Answer } from "./survey-response.ts";

vi.setConfig({ testTimeout: 60_000 });

const file = new URL("../../../instruments/value-drivers/1.0.0/instrument.json", import.meta.url);
const instrument = instrumentSchema.parse(JSON.parse(readFileSync(file, "utf8")));
const names = instrument.mehrwert.rankings.find(
  ({ question }) => question === "value-drivers",
)?.names;

function crowd(size: number, options: SimulationOptions = {}, seed = 7) {
  const random = seededRandom(seed);
  return Array.from({ length: size }, () => simulateAnswers(instrument, random, options));
}

/** The stable names in the order somebody ranked them. */
function drivers(answer: Answer | undefined): string[] {
  return Array.isArray(answer) ? answer.map((code) => names?.[code] ?? "") : [];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function ratings(people: ReturnType<typeof crowd>, question: string, row: string): number[] {
  return people.flatMap(({ answers }) => {
    const answer = answers[question];
    const rating = typeof answer === "object" && !Array.isArray(answer) ? answer[row] : undefined;
    return typeof rating === "number" ? [rating] : [];
  });
}

describe("simulateAnswers", () => {
  test("gives the same respondent for the same random numbers, and others for others", () => {
    expect(crowd(5)).toEqual(crowd(5));
    expect(crowd(5)).not.toEqual(crowd(5, {}, 8));
  });

  test("puts the drivers in the wanted order, on average", () => {
    const driverOrder = [...usualDriverOrder].reverse();
    const options = {
      driverOrder,
      resultsFocusedShare: 0,
      completeRankingShare: 1,
      skippedShare: 0,
    };
    const rankings = crowd(400, options).map(({ answers }) => drivers(answers["value-drivers"]));
    const meanRank = (driver: string) => mean(rankings.map((ranking) => ranking.indexOf(driver)));
    expect(usualDriverOrder.toSorted((a, b) => meanRank(a) - meanRank(b))).toEqual(driverOrder);
  });

  test("chooses as many options as a question asks for at least", () => {
    const pages = instrument.pages.map((page) => ({
      ...page,
      elements: page.elements.map((question) => {
        if (question.type !== "checkbox" || question.name !== "meeting-format") return question;
        const { maxSelectedChoices: _none, ...rest } = question;
        return { ...rest, minSelectedChoices: 5 };
      }),
    }));
    const demanding = { ...instrument, pages };
    const random = seededRandom(3);
    const schema = answersSchema(demanding);
    for (let person = 0; person < 50; person += 1) {
      const { answers, presentation } = simulateAnswers(demanding, random);
      expect(schema.check(answers, presentation)).toEqual([]);
    }
  });

  test("lets nobody agree when the concentration is 0", () => {
    const options = {
      concentration: 0,
      resultsFocusedShare: 0,
      completeRankingShare: 1,
      skippedShare: 0,
    };
    const rankings = crowd(1000, options).map(({ answers }) => drivers(answers["value-drivers"]));
    for (const driver of usualDriverOrder) {
      expect(mean(rankings.map((ranking) => ranking.indexOf(driver)))).toBeCloseTo(3.5, 0);
    }
  });

  test("lets the results-focused put joint results first, lead more often and want results more", () => {
    const focused = crowd(300, { resultsFocusedShare: 1, skippedShare: 0 });
    const others = crowd(300, { resultsFocusedShare: 0, skippedShare: 0 });
    const firsts = focused.map(({ answers }) => drivers(answers["value-drivers"])[0]);
    expect(new Set(firsts)).toEqual(new Set(["joint-results"]));
    const leads = (people: typeof focused) =>
      people.filter(({ answers }) => answers["network-experience"] === "lead").length;
    expect(leads(focused)).toBeGreaterThan(2 * leads(others));
    for (const row of ["ro-1", "ro-2"]) {
      const difference =
        mean(ratings(focused, "results-orientation", row)) -
        mean(ratings(others, "results-orientation", row));
      expect(difference).toBeGreaterThan(0.7);
    }
  });

  test("turns reverse-keyed items against the others of their construct", () => {
    const people = crowd(400, { skippedShare: 0 });
    const both = people.filter(({ answers }) => {
      const given = Object.values(answers["cond-trust"] ?? {});
      return given.length === 3 && given.every((rating) => typeof rating === "number");
    });
    expect(
      correlation(ratings(both, "cond-trust", "cv-1"), ratings(both, "cond-trust", "cv-2")),
    ).toBeGreaterThan(0.2);
    expect(
      correlation(ratings(both, "cond-trust", "cv-1"), ratings(both, "cond-trust", "cv-3")),
    ).toBeLessThan(-0.2);
  });

  test("skips, ranks in part and cannot judge, now and then", () => {
    const people = crowd(300);
    const placed = people.map(({ answers }) => drivers(answers["value-drivers"]).length);
    expect(placed.filter((count) => count === 8).length).toBeGreaterThan(180);
    expect(placed.filter((count) => count >= 3 && count < 8).length).toBeGreaterThan(20);
    expect(placed.filter((count) => count === 0).length).toBeGreaterThan(2);
    const all = JSON.stringify(people.map(({ answers }) => answers));
    expect(all).toContain('"dk"');
    expect(all).toContain('"na"');
    expect(all).toContain('"refused"');
  });

  test("marks every open text as simulated, in the language of the respondent", () => {
    for (const [language, mark] of [
      ["de", "(Simuliert) "],
      ["en", "(Simulated) "],
    ] as const) {
      const texts = crowd(200, { language }).flatMap(({ answers }) =>
        [answers["value-drivers-reason"], answers["closing-comment"]].filter(
          (text) => text !== undefined,
        ),
      );
      expect(texts.length).toBeGreaterThan(50);
      for (const text of texts) expect(String(text).startsWith(mark)).toBe(true);
    }
  });

  test("knows other instruments too, and never leaves out what they require", () => {
    const strict = instrumentSchema.parse({
      ...smallInstrument,
      pages: smallInstrument.pages.map((page) => ({
        ...page,
        elements: page.elements.map((question) => ({ ...question, isRequired: true })),
      })),
    });
    const schema = answersSchema(strict);
    const random = seededRandom(11);
    for (let count = 0; count < 200; count += 1) {
      const { answers, presentation } = simulateAnswers(strict, random, { skippedShare: 0.5 });
      expect(schema.check(answers, presentation)).toEqual([]);
    }
  });
});

function correlation(first: readonly number[], second: readonly number[]): number {
  const [a, b] = [mean(first), mean(second)];
  const sum = (terms: number[]) => terms.reduce((total, term) => total + term, 0);
  const product = sum(first.map((value, place) => (value - a) * ((second[place] ?? b) - b)));
  const spread =
    sum(first.map((value) => (value - a) ** 2)) * sum(second.map((value) => (value - b) ** 2));
  return product / Math.sqrt(spread);
}
