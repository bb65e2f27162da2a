import type { CodingEvent, CodingPhase } from "@mehrwert/study";

/** What the server has let this person see so far. */
export type SeenEvents = { phase: CodingPhase; events: readonly CodingEvent[] };

/**
 * What is known after a reply to a question for everything after the first `since` events. Undefined if the phase has
 * changed: everything is numbered anew then and has to be asked for from the beginning. A reply that comes late takes
 * nothing away.
 */
export function withReply(
  known: SeenEvents | undefined,
  since: number,
  reply: SeenEvents,
): SeenEvents | undefined {
  if (known === undefined) return since === 0 ? reply : undefined;
  if (known.phase !== reply.phase) return since === 0 ? reply : undefined;
  const events = [...known.events.slice(0, since), ...reply.events];
  return events.length > known.events.length ? { phase: reply.phase, events } : known;
}
