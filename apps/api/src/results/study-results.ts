import type { ShownRankingTable } from "@mehrwert/analysis";
import { smallGroup } from "@mehrwert/privacy";
import type { Study } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import {
  type FieldedInstrument,
  type FieldedVersion,
  fieldedVersions,
} from "../fielded-instrument.ts";
import type { ResultsReply } from "./results-reply.ts";
import type { DatasetInput } from "./study-task.ts";
import type { StudyWorker } from "./study-worker.ts";

/** Results and dataset of one wave of a study, `study.wave`, computed from the stored responses. */
export type StudyResults = {
  results: (study: Study) => Promise<ResultsReply>;
  datasetZip: (study: Study, createdOn: string) => Promise<Uint8Array<ArrayBuffer>>;
};

function summaryOf({
  slug,
  title,
  isSimulated,
  status,
  minimumGroupSize,
}: Study): ResultsReply["study"] {
  return { slug, title, isSimulated, status, minimumGroupSize };
}

/**
 * Responses are added or withdrawn and never changed, so a study's tables stay right while the number of responses,
 * that of withdrawals, the wave and the version fielded stay the same; they are computed once for each, however many readers ask.
 */
export function studyResults({
  store,
  now,
  softwareVersion,
  fieldedInstrument,
  worker,
}: Pick<AppDependencies, "store" | "now" | "softwareVersion"> & {
  worker: StudyWorker;
  fieldedInstrument: (version: FieldedVersion) => Promise<FieldedInstrument>;
}): StudyResults {
  const known = new Map<string, { of: string; rankings: Promise<ShownRankingTable[]> }>();

  async function datasetInput({ slug, wave }: Study, createdOn: string): Promise<DatasetInput> {
    const responses = await store.responses(slug, wave);
    const participants = await store.panelParticipants(slug);
    // Read after the responses: a version fielded meanwhile is then known, whoever answered it.
    const study = { ...(await store.study(slug)), wave };
    const fielded = await Promise.all(fieldedVersions(study).map(fieldedInstrument));
    const instruments = fielded.map(({ instrument }) => instrument);
    return { study, instruments, responses, participants, createdOn, softwareVersion };
  }

  async function compute(study: Study): Promise<ShownRankingTable[]> {
    return worker.rankingTables(await datasetInput(study, now().toISOString().slice(0, 10)));
  }

  function rankings(study: Study, count: number, gone: number): Promise<ShownRankingTable[]> {
    const of = `${study.wave} ${count} ${gone} ${study.definitionHash}`;
    const before = known.get(study.slug);
    if (before?.of === of) return before.rankings;
    const entry = { of, rankings: compute(study) };
    known.set(study.slug, entry);
    entry.rankings.catch(() => {
      if (known.get(study.slug) === entry) known.delete(study.slug);
    });
    return entry.rankings;
  }

  return {
    async results(study) {
      // Counted first: what is withdrawn meanwhile only makes the tables be computed once more.
      const gone = await store.countDeletions(study.slug);
      const count = await store.countResponses(study.slug, study.wave);
      const { isSuppressed, sizeClass } = smallGroup(count, study.minimumGroupSize);
      if (isSuppressed) return { study: summaryOf(study), responses: { sizeClass }, rankings: [] };
      return {
        study: summaryOf(study),
        responses: { count },
        rankings: await rankings(study, count, gone),
      };
    },
    async datasetZip(study, createdOn) {
      return worker.datasetZip(await datasetInput(study, createdOn));
    },
  };
}
