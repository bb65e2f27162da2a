import { rankDrivers, type ShownRankingTable, seededRandom } from "@mehrwert/analysis";
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
import { withoutSmallGroups } from "./small-groups.ts";

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

/** The table of every ranking question, without what rests on fewer people than the study's minimum group. */
export function rankingTables(input: DatasetInput): ShownRankingTable[] {
  const dataset = buildDataset(input);
  return dataset.dictionary.rankings.flatMap(({ question }) => {
    const table = rankDrivers(dataset, { question });
    return withoutSmallGroups(table, input.study.minimumGroupSize) ?? [];
  });
}

/** The dataset's files in one zip. Same input, same bytes: entries carry the day of the export, no clock. */
export async function datasetZip(input: DatasetInput): Promise<Uint8Array<ArrayBuffer>> {
  const files = await datasetFiles(buildDataset(input));
  const entries = files.map(({ name, text }) => [name, strToU8(text)] as const);
  const zip = zipSync(Object.fromEntries(entries), { mtime: `${input.createdOn}T12:00:00` });
  return new Uint8Array(zip);
}
