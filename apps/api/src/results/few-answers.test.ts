import type { ShownRankingTable } from "@mehrwert/analysis";
import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutFewAnswers } from "./few-answers.ts";

/** A table in which so many people put each option first, and preferred it to the next. */
function tableOf(firsts: number[]): ShownRankingTable {
  const people = firsts.reduce((sum, count) => sum + count, 0);
  const names = firsts.map((_, place) => `option-${place}`);
  const text = { de: "", en: "" };
  return {
    ...{ question: "q", questionText: text, options: firsts.length, topK: 1, notes: [] },
    ...{ respondents: people, answered: people, complete: people, topRanked: people, missing: [] },
    rows: firsts.map((count, place) => ({
      ...{ item: `${place}`, name: `${place}`, label: text, n: people, position: place + 1 },
      ...{ firstShare: count / people, firstShareInterval: [0, 1] as [number, number] },
      ...{ topShare: count / people, topShareInterval: [0, 1] as [number, number] },
    })),
    pairwise: {
      items: names,
      preferred: firsts.map((count) => firsts.map(() => count)),
      compared: firsts.map((one) => firsts.map((other) => one + other)),
    },
    bootstrap: { seed: 1, draws: 1, level: 0.95 },
  };
}

test("withoutFewAnswers leaves alone what at least three people answered", () => {
  const table = tableOf([20, 10, 3, 0]);
  expect(withoutFewAnswers(table)).toEqual(table);
});

test("withoutFewAnswers hides the share of one person, and the next with it", () => {
  const { rows } = withoutFewAnswers(tableOf([20, 10, 6, 1]));
  expect(rows.map((row) => row.firstShare === undefined)).toEqual([false, false, true, true]);
  expect(rows.map((row) => row.firstShareInterval === undefined)).toEqual([
    ...[false, false, true, true],
  ]);
});

test("withoutFewAnswers tells no share of one or two, not even as what is left of the whole", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 9 });
  fc.assert(
    fc.property(counts, (firsts) => {
      const people = firsts.reduce((sum, count) => sum + count, 0);
      fc.pre(people >= 10);
      const { rows, pairwise } = withoutFewAnswers(tableOf(firsts));
      const shown = rows.flatMap(({ firstShare }) =>
        firstShare === undefined ? [] : Math.round(firstShare * people),
      );
      expect(shown.filter((count) => count === 1 || count === 2)).toEqual([]);
      const hidden = rows.length - shown.length;
      const left = people - shown.reduce((sum, count) => sum + count, 0);
      if (hidden > 0) {
        expect(hidden).toBeGreaterThan(1);
        expect(left).toBeGreaterThanOrEqual(5);
      }
      const preferences = pairwise.preferred.flat();
      expect(preferences.filter((count) => count === 1 || count === 2)).toEqual([]);
    }),
  );
});
