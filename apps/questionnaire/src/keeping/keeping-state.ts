/**
 * Why saving has stopped for good, or until somebody decides. `elsewhere`: another device or window has saved since.
 * `other-window`: another window of this browser has taken over. `sent`: the answers were sent elsewhere.
 */
export type Stopped =
  | "elsewhere"
  | "other-window"
  | "sent"
  | "withdrawn"
  | "closed"
  | "not-admitted"
  | "wrong-key"
  | "refused";

/**
 * Where the newest of what somebody typed is. `saved`: on the server's disk. `saving`: on its way. `waiting`: not on the
 * server, and why; it is tried again by itself. `stopped`: not on the server, and not tried again by itself.
 */
export type KeepingState =
  | { at: "empty" | "saved" | "saving" }
  | { at: "waiting"; why: "offline" | "unreachable"; isOnDevice: boolean }
  | { at: "stopped"; why: Stopped; isOnDevice: boolean };

const waitsMs = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000];

/**
 * How long to wait after so many failures in a row: growing, never less than the server asks for, and spread, so that
 * a whole office does not come back in the same second.
 *
 * @param chance from 0 to 1
 */
export function waitMs(failures: number, retryAfterMs: number | undefined, chance: number): number {
  const own = waitsMs[Math.min(Math.max(failures, 1), waitsMs.length) - 1] ?? 30_000;
  return Math.max(own, retryAfterMs ?? 0) * (1 + chance / 2);
}

const stops: ReadonlyMap<string, Stopped> = new Map([
  ["/problems/conflict", "elsewhere"],
  ["/problems/continued-elsewhere", "elsewhere"],
  ["/problems/sent-already", "sent"],
  ["/problems/withdrawn", "withdrawn"],
  ["/problems/closed", "closed"],
  ["/problems/not-admitted", "not-admitted"],
]);

/** What a reply to a save means. The problem's type decides, never the status alone: a proxy may say 403 by itself. */
export function outcomeOf(
  reply: { status: number; problem: { type: string } | undefined } | undefined,
): "saved" | "failed" | "gone" | Stopped {
  if (reply === undefined) return "failed";
  const { status, problem } = reply;
  if (status === 200) return "saved";
  if (status >= 500 || status === 408 || status === 429) return "failed";
  if (problem?.type === "/problems/draft-gone") return "gone";
  const stopped = stops.get(problem?.type ?? "");
  if (stopped !== undefined) return stopped;
  // Without a problem of ours it was not our server that answered: a proxy, a portal of a hotel.
  return problem === undefined ? "failed" : "refused";
}
