/** Work to be timed. `run` must end with true, or the timing means nothing. */
export type TimedWork = { run: () => boolean };

/** Milliseconds of one piece of work: the median over the rounds, and its very first run, before anything is warm. */
export type WorkTime = { medianMs: number; firstMs: number };

/**
 * Milliseconds of each piece of work, over as many rounds after one that only counts as the first run.
 * All take turns within a round, so that whatever else runs on the machine slows all alike.
 * @throws RangeError if a run ends with false
 */
export function medianMs(rounds: number, works: readonly TimedWork[]): WorkTime[] {
  const times = works.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [place, { run }] of works.entries()) times[place]?.push(msOf(run));
  }
  return times.map(([firstMs = 0, ...counted]) => {
    const sorted = counted.toSorted((a, b) => a - b);
    const middle = (sorted.length - 1) / 2;
    const medianMs = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
    return { medianMs, firstMs };
  });
}

function msOf(run: () => boolean): number {
  const started = performance.now();
  if (!run()) throw new RangeError("medianMs requires every run to end well");
  return performance.now() - started;
}
