import type { PartialRankings } from "@mehrwert/statistics";
import { type DataDictionary, type Dataset, type Missing, missingReasons } from "@mehrwert/study";

/** One ranking question of a dataset as ranks: the form all ranking statistics start from. */
export type DriverRankings = {
  ranking: DataDictionary["rankings"][number];
  /** Respondents in the dataset. */
  respondents: number;
  /** ranks[respondent][option] for those who placed at least one; undefined = shown, not placed. */
  ranks: PartialRankings;
  /** Those without any placed option, by reason. */
  missing: { reason: Missing; count: number }[];
};

/**
 * The ranks that respondents gave in one ranking question, with the reasons why others gave none.
 *
 * @throws RangeError if the dataset has no such ranking question
 */
export function driverRankings(dataset: Dataset, question?: string): DriverRankings {
  const { rankings } = dataset.dictionary;
  const ranking = rankings.find((entry) => question === undefined || entry.question === question);
  if (ranking === undefined) {
    throw new RangeError(`driverRankings: the dataset has no ranking question ${question ?? ""}`);
  }
  const columns = ranking.options.map((option) => dataset.columns.get(option) ?? []);
  const respondents = dataset.manifest.responses;
  const ranks: (number | undefined)[][] = [];
  const missing = new Map<Missing, number>();
  for (let respondent = 0; respondent < respondents; respondent += 1) {
    const cells = columns.map((column) => column[respondent] ?? "");
    const row = cells.map(rankInCell);
    if (row.some((rank) => rank !== undefined)) ranks.push(row);
    else {
      const reason = reasonInCell(cells[0] ?? "");
      missing.set(reason, (missing.get(reason) ?? 0) + 1);
    }
  }
  return {
    ranking,
    respondents,
    ranks,
    missing: [...missing].map(([reason, count]) => ({ reason, count })),
  };
}

function rankInCell(cell: string): number | undefined {
  const rank = Number(cell);
  return rank >= 1 ? rank : undefined;
}

function reasonInCell(cell: string): Missing {
  for (const reason of missingKeys) if (missingReasons[reason] === cell) return reason;
  throw new RangeError(
    `driverRankings: ${JSON.stringify(cell)} is neither a rank nor a missing code`,
  );
}

const missingKeys: readonly Missing[] = [
  "refused",
  "dk",
  "na",
  "not-shown",
  "skipped",
  "not-reached",
  "not-in-version",
  "unranked",
];
