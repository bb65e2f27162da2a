import type { RankingRow, RankingTable } from "./ranking-table.ts";

type CountName = "answered" | "complete" | "topRanked";
type Agreement = NonNullable<RankingTable["kendallsW"]>;

/** A row of a ranking table that may be shown to others: absent is what would tell of few people. */
export type ShownRankingRow = Omit<RankingRow, "n"> & Partial<Pick<RankingRow, "n">>;

/**
 * A ranking table that may be shown to others. Counts are absent where they, or what they differ by from one that is
 * shown, would tell of few people; so is the test of W, from which the number of people can be computed. Every ranking
 * table is one.
 */
export type ShownRankingTable = Omit<RankingTable, CountName | "rows" | "kendallsW"> &
  Partial<Pick<RankingTable, CountName>> & {
    rows: ShownRankingRow[];
    kendallsW?: Pick<Agreement, "value" | "meaning"> & Partial<Agreement>;
  };
