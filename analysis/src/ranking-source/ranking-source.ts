import { type Rankings, rankings, type UnrankedMeaning } from "@mehrwert/statistics";
import { type Dataset, type LocalizedText, missingReason, missingReasons } from "@mehrwert/study";
import { type OriginFact, studyOrigin } from "../text-table/study-origin.ts";

/** One thing that was ranked: its column, its stable name, and what people read. */
export type RankedItem = { item: string; name: string; label: LocalizedText };

/** Rankings with what a report must say about them, wherever they came from. */
export type RankingSource = {
  /** One row per respondent (or per line with a count) who ranked at least one item. */
  rankings: Rankings;
  /** In the order of the columns of `rankings`. */
  items: RankedItem[];
  /** Respondents in the source, with and without a ranking. */
  respondents: number;
  title: LocalizedText;
  isSimulated: boolean;
  minimumGroupSize?: number;
  /** How many first places count as "among the first"; known for datasets only. */
  topK?: number;
  dataset?: Dataset;
  question?: string;
  questionText?: LocalizedText;
  /** Row of the dataset, or line of the file, behind each row of `rankings`. */
  rowOrigins?: Uint32Array;
  /** By variable, one value per row of `rankings`; undefined = missing. */
  covariates?: ReadonlyMap<string, readonly (string | undefined)[]>;
  /** How long each respondent took, in the file's unit, one value per row of `rankings`; undefined = not known. */
  durations?: readonly (number | undefined)[];
  /** Whether each respondent put an anchor question in the order everybody knows; undefined = not answered. */
  anchor?: { items: number; isCorrect: readonly (boolean | undefined)[] };
  /** Rows that were no rankings and were left out on request. */
  skippedRows: number;
  /** Where the data come from, for the end of a report. */
  origin: OriginFact[];
};

/** What a person says about a file of rankings. */
export type RankingFileOptions = {
  fileName: string;
  /** Size of the file, where it is known before it is read. */
  fileBytes?: number;
  /** What an empty cell means; without it, an empty cell is an error. */
  unranked?: Exclude<UnrankedMeaning, "complete">;
  /** Leave rows out that are no rankings, instead of refusing the file. */
  skipBad?: boolean;
  /** Columns that hold ranks; without it, all but `count`. The others become covariates. */
  items?: readonly string[];
  /** Column with the survey weight of each row. */
  weights?: string;
  /** Column with how long each respondent took. */
  durations?: string;
};

/**
 * The rankings of one ranking question of a dataset (default: its first).
 *
 * The instrument says what a blank means: shown and not placed, so below every placed option. Respondents without any
 * placed option have no row. An option that was not shown to somebody is not compared.
 * @throws RangeError if the dataset has no such ranking question, or a cell is neither a rank nor a missing code
 */
export function rankingSourceOf(dataset: Dataset, question?: string): RankingSource {
  const { dictionary, manifest } = dataset;
  const ranking = dictionary.rankings.find(
    (entry) => question === undefined || entry.question === question,
  );
  if (ranking === undefined) {
    throw new RangeError(`the dataset has no ranking question ${question ?? ""}`);
  }
  const labels = new Map(dictionary.variables.map(({ name, label }) => [name, label]));
  const columns = ranking.options.map((option) => dataset.columns.get(option) ?? []);
  const rowOrigins = answeredRows(columns, manifest.responses);
  return {
    rankings: rankingsOf(columns, rowOrigins),
    items: ranking.options.map((item) => ({
      item,
      name: ranking.names[item] ?? item,
      label: labels.get(item) ?? { de: item, en: item },
    })),
    respondents: manifest.responses,
    title: manifest.study.title,
    isSimulated: manifest.study.isSimulated,
    minimumGroupSize: manifest.study.minimumGroupSize,
    topK: ranking.topK,
    dataset,
    question: ranking.question,
    questionText: ranking.questionText,
    rowOrigins,
    covariates: covariatesOf(dataset, rowOrigins),
    skippedRows: 0,
    origin: studyOrigin(manifest),
  };
}

/** Rows with at least one rank; a cell that is neither a rank nor a missing code is a broken dataset. */
function answeredRows(columns: readonly (readonly string[])[], respondents: number): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < respondents; row += 1) {
    let isRanked = false;
    for (const column of columns) {
      const cell = column[row] ?? "";
      if (missingReason(cell) !== undefined) continue;
      if (!(Number(cell) >= 1)) {
        throw new RangeError(`${JSON.stringify(cell)} is neither a rank nor a missing code`);
      }
      isRanked = true;
    }
    if (isRanked) rows.push(row);
  }
  return Uint32Array.from(rows);
}

function rankingsOf(columns: readonly (readonly string[])[], rowOrigins: Uint32Array): Rankings {
  const k = columns.length;
  const notShown = missingReasons["not-shown"];
  const isPartlyShown = columns.some((column) =>
    rowOrigins.some((row) => column[row] === notShown),
  );
  const values = new Float64Array(rowOrigins.length * k);
  for (const [item, column] of columns.entries())
    for (let row = 0; row < rowOrigins.length; row += 1) {
      const rank = Number(column[rowOrigins[row] ?? 0]);
      if (rank >= 1) values[row * k + item] = rank;
    }
  const result = rankings({
    itemCount: k,
    rows: Array.from(rowOrigins, (_, row) => values.subarray(row * k, (row + 1) * k)),
    unranked: "below",
    ...(isPartlyShown && {
      presented: Array.from(rowOrigins, (origin) =>
        columns.map((column) => column[origin] !== notShown),
      ),
    }),
  });
  if (!result.ok) throw new RangeError("the ranks of the dataset are not rankings");
  return result.rankings;
}

/** Answers that can divide respondents into groups, or that can go with their rankings. */
function covariatesOf(
  { dictionary, columns }: Dataset,
  rowOrigins: Uint32Array,
): Map<string, (string | undefined)[]> {
  const kinds = ["single", "rating", "selected", "language"];
  return new Map(
    dictionary.variables
      .filter(({ type }) => kinds.includes(type))
      .map(({ name }) => {
        const cells = columns.get(name) ?? [];
        return [
          name,
          Array.from(rowOrigins, (row) => {
            const cell = cells[row];
            return cell === undefined || missingReason(cell) !== undefined ? undefined : cell;
          }),
        ];
      }),
  );
}
