import type { Store } from "@mehrwert/store";
import type { Study } from "@mehrwert/study";
import type { Logger } from "pino";
import { loggableError } from "../problems/loggable-error.ts";
import type { ReleasedResults } from "./results-reply.ts";
import type { StudyWorker } from "./study-worker.ts";
import type { DatasetFrame } from "./worker-messages.ts";

/** A release as it is kept. */
export type KeptRelease = { revision: number; results: ReleasedResults };

/** What is known of a wave of a study now. `count`: responses, at most a second old; `computing`: how far the next release is. */
export type ReleaseState = {
  count: number;
  kept: KeptRelease | undefined;
  computing: { done: number; total: number } | undefined;
};

/** How often at most a wave is counted, however many people watch. */
const countEveryMs = 1000;

/** After a release, so many times as long as it took nothing is computed: while many answer at once, others need the processor. */
const restShare = 3;

/** How long readers wait for the first release before they are told how far it is. */
const patienceMs = 1500;

type Entry = {
  kept?: KeptRelease;
  counted?: { at: number; count: Promise<number> };
  computing?: { done: number; total: number };
  running?: Promise<void>;
  /** Until when no other release begins. */
  restsUntil?: number;
  /** What the last computation rested on. */
  basis?: Basis;
};

type Basis = { count: number; withdrawn: number; settings: string };

type Needs = {
  store: Pick<
    Store,
    | "countResponses"
    | "countDeletions"
    | "responsePortions"
    | "releasedResults"
    | "releaseMemory"
    | "keepRelease"
  >;
  log: Logger;
  worker: StudyWorker;
  frameOf: (study: Study) => Promise<DatasetFrame>;
};

/**
 * The releases of every study, each wave's on its own: kept in the database, computed in the background when enough has changed, by whichever
 * process is first.
 */
export class StudyReleases {
  readonly #needs: Needs;
  readonly #entries = new Map<string, Entry>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * The release to show now. A new one begins to be computed if it is due; the first is waited for, a moment.
   * A group below the minimum has none.
   *
   * @throws what kept the first release from being computed
   */
  async stateOf(study: Study): Promise<ReleaseState> {
    const key = `${study.slug} ${study.wave}`;
    const entry = this.#entries.get(key) ?? {};
    this.#entries.set(key, entry);
    const now = performance.now();
    if (entry.counted === undefined || now - entry.counted.at >= countEveryMs)
      entry.counted = { at: now, count: this.#look(entry, study) };
    const count = await entry.counted.count;
    if (count < study.minimumGroupSize) return { count, kept: undefined, computing: undefined };
    if (entry.kept === undefined && entry.running !== undefined)
      await Promise.race([entry.running, pause(patienceMs)]);
    return { count, kept: entry.kept, computing: entry.computing };
  }

  /** Counts, takes over what another process released, and begins a release that is due. */
  async #look(entry: Entry, study: Study): Promise<number> {
    const { store } = this.#needs;
    const { slug, wave } = study;
    const count = await store.countResponses(slug, wave);
    if (count < study.minimumGroupSize) return count;
    takeOver(entry, await store.releasedResults({ study: slug, wave }, entry.kept?.revision));
    const { status, definitionHash, groupedBy, minimumGroupSize } = study;
    const basis = {
      count,
      withdrawn: await store.countDeletions(slug),
      settings: JSON.stringify({ status, definitionHash, groupedBy, minimumGroupSize }),
    };
    if (entry.running !== undefined || !isDue(entry.basis, basis)) return count;
    const { settings, withdrawn } = entry.basis ?? {};
    const isUrgent = settings !== basis.settings || withdrawn !== basis.withdrawn;
    if (!isUrgent && performance.now() < (entry.restsUntil ?? 0)) return count;
    entry.basis = basis;
    entry.running = this.#compute(entry, study, basis).finally(() => {
      delete entry.running;
      delete entry.computing;
    });
    // Those who wait for it are told; in the background it is tried again when somebody looks.
    entry.running.catch((error) => {
      delete entry.basis;
      delete entry.counted;
      this.#needs.log.error({ causes: loggableError(error) }, "release failed");
    });
    return count;
  }

  async #compute(entry: Entry, study: Study, { count, withdrawn }: Basis): Promise<void> {
    const { store, worker, frameOf } = this.#needs;
    entry.computing = { done: 0, total: count };
    const after = entry.kept?.revision;
    const of = { study: study.slug, wave: study.wave };
    const memory = await store.releaseMemory(of);
    const released = await worker.release({ memory, withdrawn }, await frameOf(study), {
      portions: store.responsePortions(of),
      onPortion: (done) => {
        entry.computing = { done: Math.min(done, count), total: count };
      },
    });
    entry.restsUntil = performance.now() + restShare * released.workingMs;
    if (!released.isNew) return;
    await store.keepRelease(of, { after, ...released });
    // Ours or, if another process was faster, its.
    takeOver(entry, await store.releasedResults(of, after));
  }
}

/** Whether a computation could release anything new: a tenth and five more or fewer, a withdrawal, other settings. */
function isDue(before: Basis | undefined, now: Basis): boolean {
  if (before === undefined) return true;
  if (before.withdrawn !== now.withdrawn || before.settings !== now.settings) return true;
  return Math.abs(now.count - before.count) >= Math.max(5, before.count / 10);
}

/** What is in the database counts: it may be newer, or gone with its study while another took the study's name. */
function takeOver(entry: Entry, found: Awaited<ReturnType<Store["releasedResults"]>>): void {
  if (found === undefined) {
    if (entry.kept !== undefined) delete entry.basis;
    delete entry.kept;
  } else if (found.results !== undefined)
    entry.kept = { revision: found.revision, results: JSON.parse(found.results) };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
