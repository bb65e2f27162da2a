import { dataDictionary } from "./data-dictionary.ts";
import type { Dataset } from "./dataset.ts";
import type { Instrument } from "./instrument.ts";
import { instrumentColumns, responseCells } from "./instrument-columns.ts";
import type { Study } from "./study.ts";
import type { SurveyResponse } from "./survey-response.ts";

/** What a dataset is made of. */
export type DatasetParts = {
  study: Study;
  instrument: Instrument;
  responses: readonly SurveyResponse[];
  /** Day of the export, `YYYY-MM-DD`. */
  createdOn: string;
  softwareVersion: string;
};

/**
 * The frozen table of a study: one row per response, one column per variable, in instrument order.
 *
 * Rows are ordered by the random response id, so the order tells nothing about when people answered.
 * The manifest lists no files yet; `datasetFiles` adds them with their hashes.
 * @throws RangeError if a response belongs to another instrument version, or holds an answer the instrument does not allow
 */
export function buildDataset(parts: DatasetParts): Dataset {
  const { study, instrument } = parts;
  for (const response of parts.responses) {
    if (response.definitionHash !== study.definitionHash) {
      throw new RangeError(
        "buildDataset requires responses to the instrument version of the study",
      );
    }
  }
  const responses = [...parts.responses].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return {
    manifest: {
      format: "mehrwert-dataset",
      formatVersion: 1,
      software: { name: "mehrwert", version: parts.softwareVersion },
      study: {
        slug: study.slug,
        title: study.title,
        wave: study.wave,
        isSimulated: study.isSimulated,
        minimumGroupSize: study.minimumGroupSize,
      },
      instrument: {
        slug: study.instrumentSlug,
        version: study.instrumentVersion,
        definitionHash: study.definitionHash,
      },
      responses: responses.length,
      createdOn: parts.createdOn,
      files: [],
    },
    dictionary: dataDictionary(instrument),
    columns: columnsOf(instrument, responses),
  };
}

function columnsOf(
  instrument: Instrument,
  responses: readonly SurveyResponse[],
): ReadonlyMap<string, readonly string[]> {
  const columns = instrumentColumns(instrument);
  const rows = responses.map((response) => responseCells(instrument, columns, response));
  return new Map<string, string[]>([
    ["id", responses.map(({ id }) => id)],
    ["language", responses.map(({ language }) => language)],
    ...columns.map(
      ({ variable }, column) => [variable.name, rows.map((row) => row[column] ?? "")] as const,
    ),
  ]);
}
