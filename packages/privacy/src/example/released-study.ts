import { nextRelease, type StudyMemory } from "../disclosure/next-release.ts";
import type { DisclosureRules } from "../disclosure/rules.ts";
import {
  countsOf,
  type SimulatedPerson,
  type SimulatedSize,
  simulatedStudy,
} from "./simulated-study.ts";

/** Releases of a simulated study, and how many had come by each, by its number. */
export type ReleasedStudy = {
  releases: StudyMemory[];
  arrived: Map<number, number>;
  people: readonly SimulatedPerson[];
  withdrawn: number;
};

/** A protection to be switched off, so that a test can show what it is for. */
export type SwitchedOff = "memory" | "overlaps";

/**
 * Lets people come in steps of 1 to 40, and some withdraw if `size` says so, and releases whatever may be; the same for
 * the same seed.
 *
 * `off`: `memory`, nothing of earlier releases counts; `overlaps`, nobody is in groups of two variables.
 */
export function releasedStudy(
  seed: number,
  size: SimulatedSize,
  rules: DisclosureRules,
  off?: SwitchedOff,
): ReleasedStudy {
  const study = simulatedStudy(seed, size);
  const releases: StudyMemory[] = [];
  const arrived = new Map<number, number>();
  const gone = new Set<SimulatedPerson>();
  for (let come = 0; come < size.people; ) {
    come = Math.min(size.people, come + 1 + Math.floor(study.random() * 40));
    for (const person of study.people.slice(0, come))
      if (study.random() < (size.leaving ?? 0)) gone.add(person);
    const here = study.people.slice(0, come).filter((person) => !gone.has(person));
    const counts = countsOf(study, here, { withdrawn: gone.size });
    const next = nextRelease(
      off === "memory" ? forgotten(releases.at(-1)) : releases.at(-1),
      off === "overlaps" ? withoutOverlaps(counts) : counts,
      rules,
      { isFinal: come === size.people },
    );
    if (next === undefined) continue;
    releases.push(next);
    arrived.set(next.release, next.counts.responses);
  }
  return { releases, arrived, people: study.people, withdrawn: gone.size };
}

function forgotten(before: StudyMemory | undefined): StudyMemory | undefined {
  return before === undefined ? undefined : { ...before, groups: [], items: [] };
}

function withoutOverlaps(counts: ReturnType<typeof countsOf>): ReturnType<typeof countsOf> {
  const none = (overlaps: number[][][][]) => overlaps.map((others) => others.map(() => []));
  const items = counts.items.map((item) => ({ ...item, overlaps: none(item.overlaps) }));
  return { ...counts, items, overlaps: none(counts.overlaps) };
}
