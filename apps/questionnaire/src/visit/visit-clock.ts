import { longestVisitMinutes } from "@mehrwert/study";

/** Counts how long it was told to run; stopped at first. */
export type VisitClock = {
  run: (isRunning: boolean) => void;
  /** How long it has run so far, in milliseconds. */
  runMs: () => number;
};

/**
 * A clock that goes on from `beforeMs` milliseconds.
 *
 * @param now milliseconds from any beginning, never going back
 */
export function visitClock(now: () => number, beforeMs = 0): VisitClock {
  let countedMs = beforeMs;
  let since: number | undefined;
  const runMs = () => countedMs + (since === undefined ? 0 : now() - since);
  return {
    run: (isRunning) => {
      countedMs = runMs();
      since = isRunning ? now() : undefined;
    },
    runMs,
  };
}

/**
 * Milliseconds in whole minutes, the nearest ones.
 *
 * Range: 0 to `longestVisitMinutes`, which stands for everything longer.
 * @example wholeMinutes(90_000) // 2
 */
export function wholeMinutes(ms: number): number {
  return Math.min(longestVisitMinutes, Math.max(0, Math.round(ms / 60_000)));
}
