import * as fc from "fast-check";
import { expect, test } from "vitest";
import { countPairOrders } from "./pair-orders.ts";
import { kendallsTauB, spearmansRho } from "./rank-correlation.ts";

test("spearmansRho and kendallsTauB of neighbours exchanged match scipy", () => {
  const x = [1, 2, 3, 4, 5, 6, 7, 8];
  const y = [2, 1, 4, 3, 6, 5, 8, 7];
  const rho = spearmansRho(x, y);
  const tau = kendallsTauB(x, y);
  if (!rho.exists || !tau.exists) throw new Error("no correlation");
  expect(rho.value).toBeCloseTo(0.9047619047619048, 12);
  expect(rho.p).toBeCloseTo(0.002008275505429469, 10);
  expect(tau.value).toBeCloseTo(0.7142857142857142, 12);
  expect(tau.p).toBeCloseTo(0.014136904761904762, 12);
  // tanh(atanh(r) ± 1.96 · √((1 + r²/2)/5)), tanh(atanh(τ) ± 1.96 · √(0.437/4))
  expect(rho.interval?.[0]).toBeCloseTo(
    Math.tanh(Math.atanh(rho.value) - 1.959963984540054 * Math.sqrt((1 + rho.value ** 2 / 2) / 5)),
    10,
  );
  expect(tau.interval?.[1]).toBeCloseTo(
    Math.tanh(Math.atanh(tau.value) + 1.959963984540054 * Math.sqrt(0.437 / 4)),
    10,
  );
});

test("spearmansRho and kendallsTauB with ties match scipy", () => {
  const x = [1, 2, 2, 3, 3, 3, 4, 5, 5, 1];
  const y = [2, 2, 3, 3, 1, 4, 4, 5, 4, 1];
  const rho = spearmansRho(x, y);
  const tau = kendallsTauB(x, y);
  if (!rho.exists || !tau.exists) throw new Error("no correlation");
  expect(rho.value).toBeCloseTo(0.7784810126582279, 12);
  expect(rho.p).toBeCloseTo(0.007984624302784814, 10);
  expect(tau.value).toBeCloseTo(0.6923076923076923, 12);
  expect(tau.p).toBeCloseTo(0.010899680091065149, 10);
});

test("countPairOrders counts what a look at every pair counts", () => {
  const anyPairs = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })),
    {
      maxLength: 30,
    },
  );
  void fc.assert(
    fc.property(anyPairs, (pairs) => {
      let [concordant, discordant] = [0, 0];
      for (const [i, [x, y]] of pairs.entries())
        for (const [otherX, otherY] of pairs.slice(i + 1)) {
          const sign = Math.sign(x - otherX) * Math.sign(y - otherY);
          if (sign > 0) concordant += 1;
          if (sign < 0) discordant += 1;
        }
      const x = pairs.map(([value]) => value);
      const y = pairs.map(([, value]) => value);
      expect(countPairOrders(x, y)).toMatchObject({ concordant, discordant });
    }),
  );
});

test("rank correlations lie from −1 to 1, turn their sign with one list, and never are NaN", () => {
  const anyPairs = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })),
    {
      maxLength: 20,
    },
  );
  void fc.assert(
    fc.property(anyPairs, (pairs) => {
      const x = pairs.map(([value]) => value);
      const y = pairs.map(([, value]) => value);
      for (const coefficient of [spearmansRho, kendallsTauB]) {
        const result = coefficient(x, y);
        const turned = coefficient(
          x,
          y.map((value) => -value),
        );
        expect(turned.exists).toBe(result.exists);
        if (!result.exists || !turned.exists) continue;
        expect(Math.abs(result.value)).toBeLessThanOrEqual(1);
        expect(turned.value).toBeCloseTo(-result.value, 10);
        for (const number of [result.p ?? 0, ...(result.interval ?? [])])
          expect(Number.isFinite(number)).toBe(true);
      }
    }),
  );
});

test("rank correlations name what is missing", () => {
  for (const coefficient of [spearmansRho, kendallsTauB]) {
    expect(coefficient([1], [1])).toEqual({ exists: false, reason: "fewer-than-two-respondents" });
    expect(coefficient([1, 1], [1, 2])).toEqual({ exists: false, reason: "no-variance" });
    expect(() => coefficient([1], [])).toThrow(RangeError);
  }
});

test("kendallsTauB of 100,000 pairs takes well under a second", () => {
  const x = Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 1000);
  const y = Array.from({ length: 100_000 }, (_, index) => (index * 104729) % 997);
  const started = performance.now();
  expect(kendallsTauB(x, y).exists).toBe(true);
  expect(performance.now() - started).toBeLessThan(3000);
});
