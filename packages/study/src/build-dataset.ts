import {
  consentColumn,
  dataDictionary,
  participantColumn,
  versionColumn,
} from "./data-dictionary.ts";
import { type Dataset, missingReasons } from "./dataset.ts";
import type { Instrument } from "./instrument.ts";
import { instrumentColumns, responseCells } from "./instrument-columns.ts";
import { mergedVariables } from "./merged-variables.ts";
import type { Study } from "./study.ts";
import type { SurveyResponse } from "./survey-response.ts";

/** What a dataset is made of. */
export type DatasetParts = {
  study: Study;
  /** Every version that responses belong to, oldest first; the study's own, the last, in any case. */
  instruments: readonly Instrument[];
  responses: readonly SurveyResponse[];
  /** In a confidential study: whose response is whose, pseudonyms by response id. */
  participants?: ReadonlyMap<string, string> | undefined;
  /** Day of the export, `YYYY-MM-DD`. */
  createdOn: string;
  softwareVersion: string;
};

/**
 * The frozen table of a study: one row per response, one column per variable, in instrument order.
 *
 * Over several versions of the instrument, the columns are those of all; what a version does not ask is
 * `not-in-version`. How versions share columns: `mergedVariables`.
 * Rows are ordered by the random response id, so the order tells nothing about when people answered.
 * The manifest lists no files yet; `datasetFiles` adds them with their hashes.
 * @throws RangeError if the versions are not those of the study, a response belongs to none of them, or holds an answer
 * its version does not allow
 */
export function buildDataset(parts: DatasetParts): Dataset {
  const { study, instruments } = parts;
  const hashes = versionHashes(study);
  const versions = instruments.map(({ mehrwert: { version } }) => version);
  if (versions.at(-1) !== study.instrumentVersion || versions.some((each) => !hashes.has(each))) {
    throw new RangeError("buildDataset requires versions of the study's instrument, its own last");
  }
  const responses = [...parts.responses].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const earlierVersions = versions
    .slice(0, -1)
    .map((version) => ({ version, definitionHash: hashes.get(version) ?? "" }));
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
      ...(earlierVersions.length > 0 && { earlierVersions }),
      responses: responses.length,
      createdOn: parts.createdOn,
      files: [],
    },
    dictionary: dataDictionary(instruments, {
      hasParticipants: (parts.participants?.size ?? 0) > 0,
      hasConsentTexts: responses.some(({ consentHash }) => consentHash !== undefined),
    }),
    columns: columnsOf({ ...parts, responses }, hashes),
  };
}

/** The definition hash of every version the study fields or has fielded. */
function versionHashes({
  instrumentVersion,
  definitionHash,
  earlierVersions = [],
}: Study): ReadonlyMap<string, string> {
  const all = [...earlierVersions, { instrumentVersion, definitionHash }];
  return new Map(all.map((each) => [each.instrumentVersion, each.definitionHash]));
}

function columnsOf(
  { instruments, responses, participants }: DatasetParts,
  hashes: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const tables = new Map<string, VersionTable>();
  for (const instrument of instruments) {
    const { version } = instrument.mehrwert;
    tables.set(hashes.get(version) ?? version, versionTable(instrument));
  }
  const rows = responses.map((response) => {
    const table = tables.get(response.definitionHash);
    if (table === undefined) {
      throw new RangeError("buildDataset requires responses to the versions it is given");
    }
    return { version: table.version, cells: table.cellsOf(response) };
  });
  const merged = mergedVariables(instruments).map(({ variable, nameIn }) => {
    const places = new Map(
      [...tables.values()].map(({ version, names }) => [
        version,
        names.indexOf(nameIn.get(version) ?? ""),
      ]),
    );
    const cells = rows.map(
      (row) => row.cells[places.get(row.version) ?? -1] ?? missingReasons["not-in-version"],
    );
    return [variable.name, cells] as const;
  });
  return new Map<string, string[]>([
    ["id", responses.map(({ id }) => id)],
    ["language", responses.map(({ language }) => language)],
    ...(instruments.length > 1
      ? [[versionColumn, rows.map(({ version }) => version)] as const]
      : []),
    ...keyColumn(
      participantColumn,
      responses.map(({ id }) => participants?.get(id)),
    ),
    ...keyColumn(
      consentColumn,
      responses.map(({ consentHash }) => consentHash),
    ),
    ...merged,
  ]);
}

/** A column of keys, if there are any; who has none was never asked for one. */
function keyColumn(
  name: string,
  keys: readonly (string | undefined)[],
): (readonly [string, string[]])[] {
  if (keys.every((key) => key === undefined)) return [];
  return [[name, keys.map((key) => key ?? missingReasons["not-shown"])]];
}

/** One version: what it calls its columns, and the cells of a response in the same order. */
type VersionTable = {
  version: string;
  names: string[];
  cellsOf: (response: SurveyResponse) => string[];
};

function versionTable(instrument: Instrument): VersionTable {
  const columns = instrumentColumns(instrument);
  return {
    version: instrument.mehrwert.version,
    names: columns.map(({ variable }) => variable.name),
    cellsOf: (response) => responseCells(instrument, columns, response),
  };
}
