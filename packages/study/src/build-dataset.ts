import { dataDictionary } from "./data-dictionary.ts";
import type { Dataset } from "./dataset.ts";
import { questionColumns } from "./dataset-columns.ts";
import type { Instrument } from "./instrument.ts";
import type { Study } from "./study.ts";
import type { SurveyResponse } from "./survey-response.ts";
import { visibleQuestions } from "./visible-questions.ts";

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
  const columns = new Map<string, string[]>([
    ["id", responses.map(({ id }) => id)],
    ["language", responses.map(({ language }) => language)],
  ]);
  const visible = responses.map(({ answers }) => visibleQuestions(instrument, answers));
  for (const question of instrument.pages.flatMap((page) => page.elements)) {
    for (const { variable, cell } of questionColumns(question, instrument)) {
      const cells = responses.map(({ answers, presentation }, respondent) =>
        cell({
          isVisible: visible[respondent]?.has(question.name) ?? false,
          answer: Object.hasOwn(answers, question.name) ? answers[question.name] : undefined,
          presentation: Object.hasOwn(presentation, question.name)
            ? presentation[question.name]
            : undefined,
        }),
      );
      columns.set(variable.name, cells);
    }
  }
  return columns;
}
