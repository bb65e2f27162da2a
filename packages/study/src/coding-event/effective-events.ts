import type { CodingEvent } from "./schema.ts";

/** Events that count, in their order, and those that do not, with the reason. */
export type EffectiveEvents = {
  events: CodingEvent[];
  undone: ReadonlySet<string>;
  /** Parts of runs that were never written whole. */
  incomplete: CodingEvent[];
};

/**
 * The order in which events happened: by sequence, what was written at once by person, and one person's in the order of
 * the file. The same event twice (a file merged with itself) counts once.
 */
export function orderedEvents(events: readonly CodingEvent[]): CodingEvent[] {
  const once = new Map(events.map((event) => [event.id, event]));
  return [...once.values()].sort(
    (a, b) => a.sequence - b.sequence || (a.person < b.person ? -1 : a.person > b.person ? 1 : 0),
  );
}

/**
 * Leaves out what was undone, and parts of runs that were cut off before they were whole.
 *
 * An undo takes back an earlier event or run; taking back an undo brings both into force again.
 */
export function effectiveEvents(all: readonly CodingEvent[]): EffectiveEvents {
  const ordered = orderedEvents(all);
  const sizes = new Map<string, number>();
  for (const { run } of ordered) {
    if (run !== undefined) sizes.set(run.id, (sizes.get(run.id) ?? 0) + 1);
  }
  const isWhole = ({ run }: CodingEvent) => run === undefined || sizes.get(run.id) === run.size;
  const whole = ordered.filter(isWhole);
  const undone = undoneEvents(whole);
  return {
    events: whole.filter(({ id, change }) => !undone.has(id) && change.kind !== "undone"),
    undone,
    incomplete: ordered.filter((event) => !isWhole(event)),
  };
}

/** From the last undo to the first: one that was itself taken back has no effect. */
function undoneEvents(events: readonly CodingEvent[]): Set<string> {
  const targets = new Map<string, { id: string; at: number }[]>();
  for (const [at, { id, run }] of events.entries()) {
    for (const name of run === undefined ? [id] : [id, run.id]) {
      const list = targets.get(name) ?? [];
      list.push({ id, at });
      targets.set(name, list);
    }
  }
  const undone = new Set<string>();
  for (const [at, { id, change }] of [...events.entries()].reverse()) {
    if (change.kind !== "undone" || undone.has(id)) continue;
    for (const target of targets.get(change.target) ?? []) {
      if (target.at < at) undone.add(target.id);
    }
  }
  return undone;
}
