import { expect, test } from "vitest";
import { seededRandom } from "../seeded-random.ts";
import { simulatePlackettLuce } from "../simulate-plackett-luce.ts";
import { mixtureData } from "./mixture-data.ts";
import { Squarem } from "./squarem.ts";
import { randomStart } from "./starting-points.ts";

test("a slow climb that cannot reach the best one is given up, one that can is not", () => {
  const random = seededRandom(1);
  const logWorths = [1, 0.5, 0, -0.5, -1];
  const data = mixtureData(simulatePlackettLuce({ logWorths, n: 300, random }));
  const squarem = new Squarem(data, 4, 0);
  const pooled = Float64Array.from(logWorths);
  const start = randomStart(data, 4, random, { pooled, turn: 0 });
  const rule = { mostCycles: 2000, leastGain: 1e-9 };
  const whole = squarem.climb(start, rule);
  expect(whole.cycles).toBeGreaterThan(100);
  const hopeless = squarem.climb(start, { ...rule, toReach: whole.value + 5 });
  expect(hopeless).toMatchObject({ cycles: 100, settled: false });
  expect(squarem.climb(start, { ...rule, toReach: whole.value })).toEqual(whole);
});
