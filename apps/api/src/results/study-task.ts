import { seededRandom } from "@mehrwert/analysis";
import {
  buildDataset,
  datasetFiles,
  type Instrument,
  type PreFieldChecks,
  preFieldChecks,
  type Study,
  type SurveyResponse,
} from "@mehrwert/study";
import { strToU8, zipSync } from "fflate";
import type { GrownDataset } from "./grown-dataset.ts";
import { type ReleaseMemory, releaseStudy } from "./release-study.ts";

/** Everything a dataset is made of. `instruments`: all fielded versions, the current one last. */
export type DatasetInput = {
  study: Study;
  instruments: Instrument[];
  responses: SurveyResponse[];
  /** In a confidential study: whose response is whose. */
  participants?: ReadonlyMap<string, string> | undefined;
  /** `YYYY-MM-DD` */
  createdOn: string;
  softwareVersion: string;
};

/** What is checked before the field. */
export type ChecksInput = { instrument: Instrument; expectedRespondents: number | undefined };

/** Always the same simulated respondents, so that a number changes only when the instrument does. */
const checksSeed = 20_261_123;

/** As `preFieldChecks`. */
export function instrumentChecks({ instrument, expectedRespondents }: ChecksInput): PreFieldChecks {
  return preFieldChecks(instrument, { random: seededRandom(checksSeed), expectedRespondents });
}

/** What to release from: everything but the responses, and what the last release left. `memory`: JSON. */
export type ReleaseInput = { memory: string | undefined; withdrawn: number };

/** A release as it is kept: two JSON texts. `isNew`: whether anything differs from the one before. */
export type ReleasedTexts = { memory: string; results: string; isNew: boolean };

/** As `releaseStudy`, from and to texts. */
export function releasedTexts(
  { dataset, study, instruments }: GrownDataset,
  { memory, withdrawn }: ReleaseInput,
  random: () => number,
): ReleasedTexts {
  const before: ReleaseMemory | undefined = memory === undefined ? undefined : JSON.parse(memory);
  const leftOut = new Set(instruments.map(({ mehrwert }) => mehrwert.consent.question));
  const released = releaseStudy(dataset, study, { before, withdrawn, leftOut, random });
  const next = JSON.stringify(released.memory);
  return { memory: next, results: JSON.stringify(released.results), isNew: next !== memory };
}

/** The dataset's files in one zip. Same input, same bytes: entries carry the day of the export, no clock. */
export async function datasetZip(input: DatasetInput): Promise<Uint8Array<ArrayBuffer>> {
  const files = await datasetFiles(buildDataset(input));
  const entries = files.map(({ name, text }) => [name, strToU8(text)] as const);
  const zip = zipSync(Object.fromEntries(entries), { mtime: `${input.createdOn}T12:00:00` });
  return new Uint8Array(zip);
}
