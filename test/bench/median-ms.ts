/** Work to be timed. `run` must end with true, or the timing means nothing. */
export type TimedWork = { run: () => boolean };

/**
 * Milliseconds of one piece of work: the median over the rounds, on the clock and in processor time, and its very
 * first run on the clock, before anything is warm.
 */
export type WorkTime = { medianMs: number; processorMs: number; firstMs: number };

/**
 * Milliseconds of each piece of work, over as many rounds after one that only counts as the first run.
 * All take turns within a round, so that whatever else runs on the machine slows all alike.
 * @throws RangeError if a run ends with false
 */
export function medianMs(rounds: number, works: readonly TimedWork[]): WorkTime[] {
  const times = works.map((): Run[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [place, { run }] of works.entries()) times[place]?.push(timed(run));
  }
  return times.map(([first, ...counted]) => ({
    medianMs: median(counted.map(({ clockMs }) => clockMs)),
    processorMs: median(counted.map(({ processorMs }) => processorMs)),
    firstMs: first?.clockMs ?? 0,
  }));
}

type Run = { clockMs: number; processorMs: number };

function timed(run: () => boolean): Run {
  const processor = process.cpuUsage();
  const started = performance.now();
  if (!run()) throw new RangeError("medianMs requires every run to end well");
  const clockMs = performance.now() - started;
  const { user, system } = process.cpuUsage(processor);
  return { clockMs, processorMs: (user + system) / 1000 };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
