import { nextRelease, type StudyMemory } from "../disclosure/next-release.ts";
import type { DisclosureRules } from "../disclosure/rules.ts";
import {
  countsOf,
  type SimulatedPerson,
  type SimulatedSize,
  simulatedStudy,
} from "./simulated-study.ts";

/** Releases of a simulated study, and who had come by each. */
export type ReleasedStudy = {
  releases: StudyMemory[];
  come: number[];
  people: readonly SimulatedPerson[];
};

/** A protection to be switched off, so that a test can show what it is for. */
export type SwitchedOff = "memory" | "overlaps";

/**
 * Lets people come in steps of 1 to 40 and releases whatever may be, the same for the same seed.
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
  const come: number[] = [];
  for (let arrived = 0; arrived < size.people; ) {
    arrived = Math.min(size.people, arrived + 1 + Math.floor(study.random() * 40));
    const counts = countsOf(study, study.people.slice(0, arrived));
    const next = nextRelease(
      off === "memory" ? forgotten(releases.at(-1)) : releases.at(-1),
      off === "overlaps" ? withoutOverlaps(counts) : counts,
      rules,
      { isFinal: arrived === size.people },
    );
    if (next === undefined) continue;
    releases.push(next);
    come.push(next.counts.responses);
  }
  return { releases, come, people: study.people };
}

function forgotten(before: StudyMemory | undefined): StudyMemory | undefined {
  return before === undefined ? undefined : { ...before, groups: [], items: [] };
}

function withoutOverlaps(counts: ReturnType<typeof countsOf>): ReturnType<typeof countsOf> {
  const overlaps = counts.overlaps.map((others) =>
    others.map((rows) => rows.map((cells) => cells.map(() => 0))),
  );
  return { ...counts, overlaps };
}
