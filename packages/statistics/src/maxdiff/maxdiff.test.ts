import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../seeded-random.ts";
import { individualMaxDiffScores } from "./individual-scores.ts";
import { type MaxDiffTask, maxDiffChoices } from "./maxdiff-choices.ts";
import { maxDiffCounts } from "./maxdiff-counts.ts";
import { designBalance, maxDiffSets, maxDiffVersions, participantSets } from "./maxdiff-design.ts";
import { maxDiffLogit } from "./maxdiff-logit.ts";
import type { MaxDiffLikelihood } from "./maxdiff-term.ts";

function choicesOf(tasks: readonly MaxDiffTask[], itemCount = 8) {
  const result = maxDiffChoices({ itemCount, tasks });
  if (!result.ok) throw new Error(JSON.stringify(result.badTasks));
  return result.choices;
}

/** Twelve respondents, 14 sets, answers by a rule that anyone can repeat: value −i/2 + ((7r + 3s + 5i) mod 11)/2. */
const madeUp = Array.from({ length: 12 }, (_, respondent) =>
  maxDiffSets().map((shown, s) => {
    const value = (i: number) => -i / 2 + ((respondent * 7 + s * 3 + i * 5) % 11) / 2;
    const best = shown.reduce((top, i) => (value(i) > value(top) ? i : top));
    const worst = shown.reduce((low, i) => (value(i) < value(low) ? i : low));
    return { respondent, shown, best, worst };
  }),
).flat();

describe("maxDiffCounts", () => {
  test("counts choices, and scores are their difference per showing", () => {
    const counts = maxDiffCounts(choicesOf(madeUp));
    expect(counts.map(({ best }) => best)).toEqual([44, 39, 26, 22, 19, 9, 7, 2]);
    expect(counts.map(({ worst }) => worst)).toEqual([3, 9, 9, 18, 21, 23, 40, 45]);
    expect(counts.every(({ shown }) => shown === 84)).toBe(true);
    expect(counts[0]?.score).toBeCloseTo(41 / 84, 12);
    const [lower = 1, upper = -1] = counts[0]?.scoreInterval ?? [];
    expect(lower).toBeLessThan(41 / 84);
    expect(upper).toBeGreaterThan(41 / 84);
  });

  test("leaves shares out where an item was never shown", () => {
    const counts = maxDiffCounts(
      choicesOf([{ respondent: 0, shown: [0, 1], best: 0, worst: 1 }], 3),
    );
    expect(counts[2]).toEqual({ item: 2, shown: 0, best: 0, worst: 0 });
    expect(counts[0]).not.toHaveProperty("scoreInterval");
    expect(counts[0]?.score).toBe(1);
  });
});

describe("maxDiffLogit", () => {
  /** Nelder–Mead in scipy on the written-out likelihoods; errors from a numerical Hessian. */
  const expected: Record<
    MaxDiffLikelihood,
    { logLikelihood: number; utilities: number[]; errors: number[] }
  > = {
    pair: {
      logLikelihood: -346.95401414956893,
      utilities: [
        0, -0.29162536439409803, -0.6311229294351657, -0.9536317319892469, -1.1688413882769766,
        -1.4665034352928763, -1.9619711126577766, -2.2322243759617075,
      ],
      errors: [0.2312395777402292, 0.23297390864305054, 0.23582221629234293, 0.24360124843310513],
    },
    marginal: {
      logLikelihood: -374.6295333682462,
      utilities: [
        0, -0.34468138210859134, -0.7599175057165692, -1.1686856661543314, -1.461553675823609,
        -1.8406590401658098, -2.447745737051923, -2.764790489253799,
      ],
      errors: [0.25127037214489756, 0.25508741181736627, 0.25921322173286954, 0.26843081244119166],
    },
    sequential: {
      logLikelihood: -348.88070493113474,
      utilities: [
        0, -0.3551067414551661, -0.7241738904203887, -1.1140401043017336, -1.391132335496343,
        -1.644287157862819, -2.2577920451232107, -2.489286814987384,
      ],
      errors: [0.2591640946484206, 0.2605648524292788, 0.26498061694154584, 0.27469154160958764],
    },
  };

  test.each(["pair", "marginal", "sequential"] as const)(
    "matches an independent search under %s",
    (likelihood) => {
      const fit = maxDiffLogit(choicesOf(madeUp), likelihood);
      if (!fit.exists) throw new Error(fit.reason);
      const known = expected[likelihood];
      expect(fit.likelihood).toBe(likelihood);
      expect(fit.logLikelihood).toBeCloseTo(known.logLikelihood, 8);
      for (const [item, utility] of known.utilities.entries())
        expect(fit.utilities[item]).toBeCloseTo(utility, 6);
      expect(fit.standardErrors[0]).toBe(0);
      for (const [index, error] of known.errors.entries())
        expect(fit.standardErrors[index + 1]).toBeCloseTo(error, 5);
      expect(fit.utilitiesCentred.reduce((sum, u) => sum + u, 0)).toBeCloseTo(0, 10);
      expect(fit.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(fit.robustStandardErrorsCentred?.every((error) => error > 0)).toBe(true);
      expect(fit).toMatchObject({ df: 7, tasks: 168, respondents: 12 });
    },
  );

  test("has errors by respondent like a sandwich of numerical slopes (numpy)", () => {
    const fit = maxDiffLogit(choicesOf(madeUp), "pair");
    if (!fit.exists) throw new Error(fit.reason);
    const robust = [0.043064, 0.233475, 0.144735, 0.113587, 0.161303, 0.117476, 0.125461, 0.128325];
    const plain = [0.166524, 0.159127, 0.153911, 0.151811, 0.151796, 0.153365, 0.161463, 0.169081];
    for (const item of robust.keys()) {
      expect(fit.robustStandardErrorsCentred?.[item]).toBeCloseTo(robust[item] ?? 0, 5);
      expect(fit.standardErrorsCentred[item]).toBeCloseTo(plain[item] ?? 0, 5);
    }
  });

  test("has the null log-likelihood of pure chance", () => {
    const fit = maxDiffLogit(choicesOf(madeUp), "pair");
    expect(fit.exists && fit.nullLogLikelihood).toBeCloseTo(-417.4643171643842, 9);
    const marginal = maxDiffLogit(choicesOf(madeUp), "marginal");
    expect(marginal.exists && marginal.nullLogLikelihood).toBeCloseTo(-168 * 2 * Math.log(4), 9);
  });

  test("of pairs is the log odds of wins, halved where two choices say the same (3 to 1)", () => {
    const tasks = [0, 1, 2, 3].map((respondent) => ({
      ...{ respondent, shown: [0, 1] },
      ...(respondent === 0 ? { best: 1, worst: 0 } : { best: 0, worst: 1 }),
    }));
    const utility = (likelihood: MaxDiffLikelihood) => {
      const fit = maxDiffLogit(choicesOf(tasks, 2), likelihood);
      return fit.exists ? -(fit.utilities[1] ?? 0) : Number.NaN;
    };
    expect(utility("pair")).toBeCloseTo(Math.log(3) / 2, 10);
    expect(utility("marginal")).toBeCloseTo(Math.log(3), 10);
    expect(utility("sequential")).toBeCloseTo(Math.log(3), 10);
  });

  test("renaming items renames utilities; respondent order changes nothing", () => {
    const order = [3, 0, 7, 1, 6, 2, 5, 4];
    const name = (item: number) => order[item] ?? 0;
    const renamed = madeUp.map((task) => ({
      ...{ respondent: 11 - task.respondent, shown: task.shown.map(name) },
      ...{ best: name(task.best), worst: name(task.worst) },
    }));
    const [plain, other] = [choicesOf(madeUp), choicesOf(renamed.reverse())].map((c) =>
      maxDiffLogit(c),
    );
    if (plain?.exists !== true || other?.exists !== true) throw new Error("no fit");
    for (const [item, utility] of plain.utilitiesCentred.entries()) {
      expect(other.utilitiesCentred[name(item)]).toBeCloseTo(utility, 9);
      expect(other.robustStandardErrorsCentred?.[name(item)]).toBeCloseTo(
        plain.robustStandardErrorsCentred?.[item] ?? 0,
        9,
      );
    }
  });

  test("says when utilities run to infinity, and who is above whom", () => {
    const always = [{ respondent: 0, shown: [0, 1, 2], best: 2, worst: 1 }];
    expect(maxDiffLogit(choicesOf(always, 3))).toEqual({
      ...{ exists: false, reason: "separated", components: [[2], [0], [1]] },
    });
    expect(maxDiffLogit(choicesOf([], 3))).toMatchObject({ exists: false, reason: "separated" });
  });

  test("recovers planted utilities from answers simulated under the pair likelihood", () => {
    const random = seededRandom(5);
    const planted = [1, 0.7, 0.4, 0.1, -0.2, -0.4, -0.7, -0.9];
    const tasks = Array.from({ length: 200 }, (_, respondent) =>
      participantSets(random).map((shown) => {
        const pairs = shown.flatMap((best) =>
          shown.filter((worst) => worst !== best).map((worst) => ({ best, worst })),
        );
        const weights = pairs.map((p) =>
          Math.exp((planted[p.best] ?? 0) - (planted[p.worst] ?? 0)),
        );
        let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
        let chosen = { best: shown[0] ?? 0, worst: shown[1] ?? 1 };
        for (const [place, weight] of weights.entries()) {
          if (left >= 0) chosen = pairs[place] ?? chosen;
          left -= weight;
        }
        return { respondent, shown, ...chosen };
      }),
    ).flat();
    const fit = maxDiffLogit(choicesOf(tasks), "pair");
    if (!fit.exists) throw new Error(fit.reason);
    for (const [item, utility] of planted.entries()) {
      const error = fit.standardErrorsCentred[item] ?? 0;
      expect(Math.abs((fit.utilitiesCentred[item] ?? 0) - utility)).toBeLessThan(4 * error);
    }
  });
});

describe("individualMaxDiffScores", () => {
  test("lie between the respondent's own score and the mean of all", () => {
    for (const scores of individualMaxDiffScores(choicesOf(madeUp))) {
      if (scores === undefined) throw new Error("no scores");
      expect(scores.reliability).toBeGreaterThanOrEqual(0);
      expect(scores.reliability).toBeLessThanOrEqual(1);
      for (const { raw, shrunk } of scores.scores) {
        expect(Math.abs(shrunk - scores.mean)).toBeLessThanOrEqual(
          Math.abs(raw - scores.mean) + 1e-12,
        );
        expect((shrunk - scores.mean) * (raw - scores.mean)).toBeGreaterThanOrEqual(-1e-12);
      }
    }
  });

  test("of two people with four showings each follow the analysis of variance, worked by hand", () => {
    const task = (respondent: number, best: number, worst: number) => ({
      ...{ respondent, shown: [0, 1, 2], best, worst },
    });
    const tasks = [
      ...[task(0, 0, 1), task(0, 0, 2), task(0, 0, 1), task(0, 1, 2)],
      ...[task(1, 1, 0), task(1, 2, 0), task(1, 1, 2), task(1, 2, 1)],
    ];
    const [first] = individualMaxDiffScores(choicesOf(tasks, 3));
    // Within 1.75/6, between 3.125; τ² = (3.125 − 1.75/6)/4; weight τ²/(τ² + (1.75/6)/4).
    expect(first?.mean).toBeCloseTo(0.125, 12);
    expect(first?.withinVariance).toBeCloseTo(1.75 / 6, 12);
    expect(first?.betweenVariance).toBeCloseTo(17 / 24, 12);
    expect(first?.reliability).toBeCloseTo(0.9066666666666666, 12);
    expect(first?.scores[0]?.shrunk).toBeCloseTo(0.125 + 0.9066666666666666 * 0.625, 12);
    expect(first?.scores[0]?.standardError).toBeCloseTo(0.2571208, 6);
  });

  test("keep people apart who answer consistently and differently, and nobody else", () => {
    const tasks = [0, 1, 2, 3].flatMap((respondent) =>
      maxDiffSets().map((shown) => {
        const order = respondent < 2 ? shown : [...shown].reverse();
        return { respondent, shown, best: order[0] ?? 0, worst: order[3] ?? 0 };
      }),
    );
    const [first] = individualMaxDiffScores(choicesOf(tasks));
    expect(first?.reliability).toBeGreaterThan(0.99);
    expect(first?.scores.map(({ raw }) => raw)).toEqual([1, 1, -1, -1]);
    const once = [{ respondent: 0, shown: [0, 1], best: 0, worst: 1 }];
    expect(individualMaxDiffScores(choicesOf(once, 2))).toEqual([undefined, undefined]);
  });
});

test("maxDiffChoices names every bad task", () => {
  const task = { respondent: 0, shown: [0, 1, 2], best: 0, worst: 1 };
  const bad = [
    task,
    { ...task, worst: 0 },
    { ...task, shown: [0, 1, 1] },
    { ...task, shown: [0, 1, 9] },
    { ...task, best: 3 },
    { ...task, shown: [0] },
  ];
  expect(maxDiffChoices({ itemCount: 4, tasks: bad })).toEqual({
    ok: false,
    badTasks: [
      { task: 1, problem: "best-is-worst" },
      { task: 2, problem: "item-repeated" },
      { task: 3, problem: "item-unknown" },
      { task: 4, problem: "not-among-shown" },
      { task: 5, problem: "too-few-shown" },
    ],
  });
  expect(() => maxDiffChoices({ itemCount: 1, tasks: [] })).toThrow(RangeError);
});

describe("the MaxDiff design", () => {
  test("in full shows each item 7 times and each pair 3 times, in couples that share no item", () => {
    const balance = designBalance(maxDiffSets(), 8);
    expect(balance.appearances).toEqual([7, 7, 7, 7, 7, 7, 7, 7]);
    expect(balance).toMatchObject({ isItemBalanced: true, isPairBalanced: true, unmetPairs: [] });
    expect(balance.pairs[0]?.slice(1)).toEqual([3, 3, 3, 3, 3, 3, 3]);
    for (let couple = 0; couple < 7; couple += 1)
      expect(
        new Set(
          maxDiffSets()
            .slice(2 * couple, 2 * couple + 2)
            .flat(),
        ).size,
      ).toBe(8);
  });

  test("has 28 short versions: each item 4 times, each pair 1 to 3 times", () => {
    const versions = maxDiffVersions();
    expect(versions).toHaveLength(28);
    for (const version of versions) {
      const balance = designBalance(version, 8);
      expect(balance.appearances).toEqual([4, 4, 4, 4, 4, 4, 4, 4]);
      expect(balance.unmetPairs).toEqual([]);
      expect(Math.max(...balance.pairs.flat())).toBeLessThanOrEqual(3);
    }
    const all = designBalance(versions.flat(), 8);
    expect(all.isPairBalanced).toBe(true);
    expect(all.pairs[0]?.[1]).toBe(48);
  });

  test("leaves out just the seven choices of couples that leave a pair unmet", () => {
    const sets = maxDiffSets();
    for (const name of ["1247", "1256", "1346", "1357", "2345", "2367", "4567"]) {
      const version = Array.from(name, Number).flatMap((couple) =>
        sets.slice(2 * couple - 2, 2 * couple),
      );
      expect(designBalance(version, 8).unmetPairs.length).toBeGreaterThan(0);
    }
  });

  test("stays balanced for every participant, and couples stay neighbours", () => {
    void fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const sets = participantSets(seededRandom(seed));
        const balance = designBalance(sets, 8);
        expect(sets).toHaveLength(8);
        expect(balance.isItemBalanced).toBe(true);
        expect(balance.unmetPairs).toEqual([]);
        for (let couple = 0; couple < 4; couple += 1)
          expect(new Set(sets.slice(2 * couple, 2 * couple + 2).flat()).size).toBe(8);
      }),
    );
  });

  test("diagnostics see what is uneven, unmet or apart", () => {
    const balance = designBalance(
      [
        [0, 1],
        [2, 3],
        [0, 1],
      ],
      5,
    );
    expect(balance).toMatchObject({ isItemBalanced: false, isPairBalanced: false });
    expect(balance.parts).toEqual([[0, 1], [2, 3], [4]]);
    expect(balance.positions[0]).toEqual([2, 0]);
    expect(() => designBalance([[0, 0]], 2)).toThrow(RangeError);
    expect(() => designBalance([[0, 5]], 2)).toThrow(RangeError);
  });
});

test("designBalance takes more sets than a call takes arguments", () => {
  const sets = Array.from({ length: 200_000 }, (_, set) => [set % 3, (set + 1) % 3]);
  expect(designBalance(sets, 3)).toMatchObject({ unmetPairs: [] });
});
