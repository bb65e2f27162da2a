import { smallGroup } from "@mehrwert/privacy";
import { NotFound, type Study } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import {
  type FieldedInstrument,
  type FieldedVersion,
  fieldedVersions,
} from "../fielded-instrument.ts";
import type { GroupedResults, OpenQuestion, ResultsReply } from "./results-reply.ts";
import { StudyReleases } from "./study-releases.ts";
import type { StudyWorker } from "./study-worker.ts";
import type { DatasetFrame } from "./worker-messages.ts";

/** Results and dataset of one wave of a study: the latest, or the one that `ofWave` names. */
export type StudyResults = {
  /** What was released, with a name for this state of it. */
  results: (study: Study) => Promise<{ reply: ResultsReply; tag: string }>;
  /** @throws NotFound for a variable by which the study allows no breakdown */
  grouped: (study: Study, grouping: string) => Promise<GroupedResults>;
  openAnswers: (study: Study) => Promise<OpenQuestion[]>;
  datasetZip: (study: Study, createdOn: string) => Promise<Uint8Array<ArrayBuffer>>;
};

/** What results say of the study they are of. */
export function summaryOf(study: Study): ResultsReply["study"] {
  const { slug, title, isSimulated, wave, status, minimumGroupSize } = study;
  return { slug, title, isSimulated, wave, status, minimumGroupSize };
}

/** A study as one of its waves sees it: an earlier wave is over for good. @throws NotFound if it has not been opened */
export function ofWave(study: Study, wave: number): Study {
  if (wave > study.wave) throw new NotFound(`${study.slug} has no wave ${wave}`);
  return wave === study.wave ? study : { ...study, wave, status: "closed" };
}

const nothing = {
  release: 0,
  rankings: [],
  questions: [],
  scales: [],
  groupings: [],
  notes: [],
} satisfies Partial<ResultsReply>;

/** What readers see is always a release, the same for everybody until the next; see `StudyReleases`. */
export function studyResults({
  store,
  now,
  log,
  softwareVersion,
  fieldedInstrument,
  worker,
}: Pick<AppDependencies, "store" | "now" | "log" | "softwareVersion"> & {
  worker: StudyWorker;
  fieldedInstrument: (version: FieldedVersion) => Promise<FieldedInstrument>;
}): StudyResults {
  const today = () => now().toISOString().slice(0, 10);

  async function frameOf({ slug, wave }: Pick<Study, "slug" | "wave">, createdOn = today()) {
    const study = ofWave(await store.study(slug), wave);
    const fielded = await Promise.all(fieldedVersions(study).map(fieldedInstrument));
    const instruments = fielded.map(({ instrument }) => instrument);
    return { study, instruments, createdOn, softwareVersion } satisfies DatasetFrame;
  }

  const releases = new StudyReleases({ store, log, worker, frameOf });

  async function state(study: Study) {
    const { count, ...known } = await releases.stateOf(study);
    return { ...known, sizeClass: smallGroup(count, study.minimumGroupSize).sizeClass };
  }

  return {
    async results(study) {
      const { sizeClass, kept, computing } = await state(study);
      const summary = summaryOf(study);
      if (kept === undefined) {
        const progress = computing === undefined ? {} : { computing };
        const reply = { study: summary, responses: { sizeClass }, ...nothing, ...progress };
        return { reply, tag: JSON.stringify([summary, computing]) };
      }
      const { responses, grouped: _, openAnswers: __, ...shown } = kept.results;
      const count =
        responses === undefined
          ? { sizeClass }
          : { count: responses.n, isRounded: responses.isRounded };
      return {
        reply: { study: summary, responses: count, ...shown },
        tag: JSON.stringify([summary, kept.revision]),
      };
    },
    async grouped(study, grouping) {
      const { kept } = await state(study);
      const found = kept?.results.grouped.find((each) => each.grouping === grouping);
      if (found === undefined) throw new NotFound(`${study.slug} shows no groups by ${grouping}`);
      return found;
    },
    async openAnswers(study) {
      return (await state(study)).kept?.results.openAnswers ?? [];
    },
    async datasetZip({ slug, wave }, createdOn) {
      const responses = await store.responses(slug, wave);
      const participants = await store.panelParticipants(slug);
      // Read after the responses: a version fielded meanwhile is then known, whoever answered it.
      const frame = await frameOf({ slug, wave }, createdOn);
      return worker.datasetZip({ ...frame, responses, participants });
    },
  };
}
