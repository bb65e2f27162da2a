import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { inWholeSteps } from "./in-whole-steps.ts";

/** In which step something ended, after how many milliseconds of work. */
async function stepsOf(workMs: number, fails = false): Promise<number> {
  const begunMs = performance.now();
  const work = async () => {
    if (workMs > 0) await wait(workMs);
    if (fails) throw new RangeError("failed");
    return workMs;
  };
  const done = await inWholeSteps(200, work).catch((error) => error);
  expect(done).toEqual(fails ? new RangeError("failed") : workMs);
  return Math.floor((performance.now() - begunMs + 5) / 200);
}

test("what takes less than a step takes one, succeeding or failing; what takes longer, the steps it began", async () => {
  const steps = [stepsOf(0), stepsOf(40), stepsOf(40, true), stepsOf(0, true), stepsOf(250)];
  expect(await Promise.all(steps)).toEqual([1, 1, 1, 1, 2]);
});
