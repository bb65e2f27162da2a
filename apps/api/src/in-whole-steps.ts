import { setTimeout as wait } from "node:timers/promises";

/**
 * Does something and waits, whether it succeeds or fails, until a whole number of steps has passed since it began. What
 * takes less than a step takes as long as anything else; what takes more, because much is going on, tells no more than
 * how many steps.
 */
export async function inWholeSteps<T>(stepMs: number, work: () => Promise<T>): Promise<T> {
  const begunMs = performance.now();
  try {
    return await work();
  } finally {
    const passedMs = performance.now() - begunMs;
    await wait(Math.max(1, Math.ceil(passedMs / stepMs)) * stepMs - passedMs);
  }
}
