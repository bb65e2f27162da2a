import { expect, test } from "vitest";
import { builtRankings } from "./example/arbitrary-rank-rows.ts";
import { driversSynth, driversSynthRankings } from "./example/drivers-synth.ts";
import { publishedRankings } from "./example/published-rankings.ts";
import { Expectation } from "./mixture/expectation.ts";
import { mixtureData } from "./mixture/mixture-data.ts";
import { mixtureCovariance } from "./mixture/mixture-information.ts";
import { extended } from "./mixture/starting-points.ts";
import { worthLevels } from "./mixture/worth-levels.ts";
import { mixtureBootstrapTest, simulateMixture } from "./mixture-bootstrap-test.ts";
import { plackettLuce } from "./plackett-luce.ts";
import { type PlackettLuceMixtures, plackettLuceMixtures } from "./plackett-luce-mixture.ts";
import type { Rankings } from "./rankings.ts";
import { seededRandom } from "./seeded-random.ts";

function mixtures(all: Rankings, mostClasses: number, options = {}): PlackettLuceMixtures {
  const found = plackettLuceMixtures(all, { mostClasses, seed: 1, ...options });
  if (!found.exists) throw new Error(found.reason);
  return found;
}

const { complete, top3 } = driversSynth.mixture;
const sets = [
  ["drivers_synth", driversSynthRankings(), complete.map((fit) => fit.logLikelihood)],
  ["its first three", driversSynthRankings({ top: 3 }), top3.map((fit) => fit.logLikelihood)],
  // Croon's data: best of an EM in C with 200 starts and PLMIX 2.2.0; two to four classes lie on the boundary.
  [
    "german",
    publishedRankings("german"),
    [-6957.623197033077, -6774.878563468504, -6548.09737293963, -6417.464258936719],
  ],
] as const;

test.each(sets)(
  "plackettLuceMixtures reaches the best log-likelihoods known on %s",
  { timeout: 120_000 },
  (_, all, best) => {
    const { fits } = mixtures(all, 4);
    for (const [index, fit] of fits.entries()) {
      expect(fit.logLikelihood).toBeGreaterThan((best[index] ?? 0) - 0.01);
      expect(fit.logLikelihood).toBeGreaterThanOrEqual(fits[index - 1]?.logLikelihood ?? -1e9);
      expect(fit.settled).toBe(true);
    }
  },
);

test("plackettLuceMixtures finds the planted minority, its size and what it wants", () => {
  const found = mixtures(driversSynthRankings(), 2, { starts: 20 });
  const [, fit] = found.fits;
  const [majority, minority] = fit?.classes ?? [];
  const reference = complete[1];
  expect(found.chosen.bic).toBe(2);
  expect(fit?.bic).toBeCloseTo(reference?.bic ?? 0, 3);
  expect(minority?.share).toBeCloseTo(0.1129, 3);
  expect(minority?.shareInterval?.[0]).toBeLessThan(driversSynth.truth.minorityShare);
  expect(minority?.shareInterval?.[1]).toBeGreaterThan(driversSynth.truth.minorityShare);
  const worths = reference?.worths;
  for (const [group, found] of [majority, minority].entries())
    for (const [item, worth] of found?.worth.entries() ?? []) {
      const expected = Array.isArray(worths?.[group]) ? worths[group][item] : undefined;
      expect(worth).toBeCloseTo(expected ?? -1, 4);
    }
  expect(fit?.isOnBoundary).toBe(false);
  expect(fit?.memberships.length).toBe(1200);
});

test("plackettLuceMixtures says that the first three places do not show the minority", () => {
  const { chosen } = mixtures(driversSynthRankings({ top: 3 }), 2, { starts: 20 });
  expect(chosen.bic).toBe(1);
});

test("one class has the worths and errors of plackettLuce, with and without weights", () => {
  for (const all of [driversSynthRankings({ top: 3 }), driversSynthRankings({ weighted: true })]) {
    const one = plackettLuce(all);
    const [fit] = mixtures(all, 1).fits;
    const estimates = fit?.classes[0]?.estimates;
    if (!one.exists) throw new Error(one.reason);
    for (let item = 0; item < 8; item += 1) {
      expect(estimates?.logWorth[item]).toBeCloseTo(one.logWorth[item] ?? 0, 6);
      expect(estimates?.standardError[item]).toBeCloseTo(one.standardError[item] ?? 0, 7);
    }
    expect(fit?.bic).toBeCloseTo(one.bic, 6);
  }
});

test("the covariance of a mixture is the inverse of the curvature of its log-likelihood", () => {
  const data = mixtureData(driversSynthRankings());
  const [, fit] = mixtures(driversSynthRankings(), 2, { starts: 20 }).fits;
  const start = (fit?.classes ?? []).flatMap(({ worth }) => worth.map(Math.log));
  const shares = (fit?.classes ?? []).map(({ share }) => Math.log(share));
  const parameters = Float64Array.from([...start, ...shares]);
  const expectation = new Expectation(data, 2);
  const all = [[...Array(8).keys()]];
  const covariance = mixtureCovariance({
    ...{ data, classes: 2, parameters, pseudoChoices: 0, levels: [all, all] },
    memberships: expectation.memberships(parameters),
  });
  // Along a direction d, curvature = dᵀ I d; check I·V·d = d for contrasts d by numerical second derivatives.
  const value = (moved: Float64Array) => {
    const total = Math.log(Math.exp(moved[16] ?? 0) + Math.exp(moved[17] ?? 0));
    const normal = moved.map((x, i) => (i < 16 ? x : x - total));
    return expectation.run(normal);
  };
  const direction = Float64Array.from({ length: 18 }, (_, i) => [1, -1][i - 12] ?? 0);
  const step = Float64Array.from({ length: 18 }, (_, row) =>
    direction.reduce((sum, d, i) => sum + (covariance?.[row * 18 + i] ?? 0) * d, 0),
  );
  const at = (a: number, b: number, along: Float64Array) =>
    value(parameters.map((p, i) => p + a * (step[i] ?? 0) + b * (along[i] ?? 0)));
  for (const along of [
    direction,
    Float64Array.from({ length: 18 }, (_, i) => [1, -1][i - 3] ?? 0),
  ]) {
    const h = 1e-2;
    const mixed =
      (at(h, h, along) - at(h, -h, along) - at(-h, h, along) + at(-h, -h, along)) / (4 * h * h);
    const expected = along.reduce((sum, d, i) => sum + d * (direction[i] ?? 0), 0);
    expect(-mixed).toBeCloseTo(expected, 2);
  }
});

test("plackettLuceMixtures repeats with its seed, and does not depend on how rows are counted", () => {
  const all = publishedRankings("german");
  const first = mixtures(all, 2, { starts: 5 });
  expect(mixtures(all, 2, { starts: 5 })).toEqual(first);
  const rows = Array.from({ length: all.rowCount }, (_, row) =>
    Array.from(all.ranks.slice(row * 4, row * 4 + 4)),
  ).flatMap((row, index) => Array<number[]>(all.counts?.[index] ?? 0).fill(row));
  const long = mixtures(builtRankings(4, rows), 2, { starts: 5 });
  expect(long.fits[1]?.logLikelihood).toBeCloseTo(first.fits[1]?.logLikelihood ?? 0, 6);
  expect(long.fits[1]?.memberships.length).toBe(2 * 2262);
});

test("a weak prior keeps worths off the boundary where maximum likelihood runs into it", () => {
  const [, likely] = mixtures(publishedRankings("german"), 2, { starts: 20 }).fits;
  const [, drawn] = mixtures(publishedRankings("german"), 2, { starts: 20, pseudoChoices: 1 }).fits;
  expect(likely?.isOnBoundary).toBe(true);
  expect(likely?.classes[1]?.estimates).toBeUndefined();
  expect(drawn?.isOnBoundary).toBe(false);
  expect(drawn?.classes[1]?.estimates?.standardError.every(Number.isFinite)).toBe(true);
  expect(drawn?.logLikelihood).toBeLessThan(likely?.logLikelihood ?? 0);
});

test("a class doubled without moving leaves the log-likelihood as it is", () => {
  const data = mixtureData(publishedRankings("salad"));
  const shares = [0.7, 0.3].map(Math.log);
  const two = Float64Array.from([0, 1, 2, 0.5, 1, 0, -1, 0.5, ...shares]);
  const three = extended(two, 3, 4, 1);
  const value = new Expectation(data, 2).run(two);
  expect(new Expectation(data, 3).run(three)).toBeCloseTo(value, 10);
});

test("worthLevels parts items that a class would practically never choose before others", () => {
  expect(worthLevels(Float64Array.of(0, -2, -30, -31), 100)).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(worthLevels(Float64Array.of(0, -2, -4), 100)).toEqual([[0, 1, 2]]);
});

test("plackettLuceMixtures names what keeps classes from being looked for", () => {
  const settings = { mostClasses: 2, seed: 1, starts: 3 };
  expect(plackettLuceMixtures(builtRankings(3, [[1, 2, 3]]), settings)).toEqual({
    exists: false,
    reason: "one-respondent",
  });
  const same = builtRankings(3, [
    [1, 2, 3],
    [1, 2, 3],
  ]);
  expect(plackettLuceMixtures(same, settings)).toMatchObject({
    exists: false,
    reason: "no-maximum",
    fit: { reason: "one-sided" },
  });
  const drawn = mixtures(same, 2, { ...settings, pseudoChoices: 1 });
  for (const { logLikelihood } of drawn.fits) expect(logLikelihood).toBeLessThan(0);
  expect(() => plackettLuceMixtures(same, { ...settings, mostClasses: 0 })).toThrow(RangeError);
  expect(() => plackettLuceMixtures(same, { ...settings, starts: 0 })).toThrow(RangeError);
});

test("mixtureBootstrapTest tells the planted minority from noise", { timeout: 60_000 }, () => {
  const settings = { classes: 1, draws: 19, starts: 2, seed: 3 };
  const all = driversSynthRankings();
  expect(mixtureBootstrapTest(all, settings)?.p).toBe(1 / 20);
  const [one] = mixtures(all, 1).fits;
  if (one === undefined) throw new Error("no fit");
  const noise = simulateMixture(all, one, seededRandom(5));
  expect(noise.n).toBe(600);
  expect(mixtureBootstrapTest(noise, settings)?.p).toBeGreaterThan(0.05);
});

test("mixtureBootstrapTest finds nothing where one class more gains nothing", () => {
  const rows = [
    [1, 2, 3],
    [1, 3, 2],
    [2, 1, 3],
    [3, 2, 1],
    [2, 3, 1],
  ];
  const few = builtRankings(3, rows);
  const test = mixtureBootstrapTest(few, { classes: 3, draws: 19, starts: 20, seed: 1 });
  expect(test?.value).toBeCloseTo(0, 6);
  expect(test?.p).toBe(1);
});
