import type { ShownRankingTable } from "@mehrwert/analysis";
import { smallGroup } from "@mehrwert/privacy";
import type { Study } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { FieldedInstrument } from "../fielded-instrument.ts";
import type { ResultsReply } from "./results-reply.ts";
import type { DatasetInput } from "./study-task.ts";
import { StudyWorker } from "./study-worker.ts";

/** Results and dataset of a study, computed from the stored responses. */
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
 * Responses are only ever added and never changed, so a study's tables stay right while the number of responses
 * stays the same; they are computed once for each number, however many readers ask.
 */
export function studyResults({
  store,
  now,
  softwareVersion,
  fieldedInstrument,
}: Pick<AppDependencies, "store" | "now" | "softwareVersion"> & {
  fieldedInstrument: (study: Study) => Promise<FieldedInstrument>;
}): StudyResults {
  const worker = new StudyWorker();
  const known = new Map<string, { count: number; rankings: Promise<ShownRankingTable[]> }>();

  async function datasetInput(study: Study, createdOn: string): Promise<DatasetInput> {
    const versions = [...(study.earlierVersions ?? []), {}];
    const fielded = await Promise.all(
      versions.map((version) => fieldedInstrument({ ...study, ...version })),
    );
    const instruments = fielded.map(({ instrument }) => instrument);
    const responses = await store.responses(study.slug);
    return { study, instruments, responses, createdOn, softwareVersion };
  }

  async function compute(study: Study): Promise<ShownRankingTable[]> {
    return worker.rankingTables(await datasetInput(study, now().toISOString().slice(0, 10)));
  }

  function rankings(study: Study, count: number): Promise<ShownRankingTable[]> {
    const before = known.get(study.slug);
    if (before?.count === count) return before.rankings;
    const entry = { count, rankings: compute(study) };
    known.set(study.slug, entry);
    entry.rankings.catch(() => {
      if (known.get(study.slug) === entry) known.delete(study.slug);
    });
    return entry.rankings;
  }

  return {
    async results(study) {
      const count = await store.countResponses(study.slug);
      const { isSuppressed, sizeClass } = smallGroup(count, study.minimumGroupSize);
      if (isSuppressed) return { study: summaryOf(study), responses: { sizeClass }, rankings: [] };
      return {
        study: summaryOf(study),
        responses: { count },
        rankings: await rankings(study, count),
      };
    },
    async datasetZip(study, createdOn) {
      return worker.datasetZip(await datasetInput(study, createdOn));
    },
  };
}
