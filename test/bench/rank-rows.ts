import { type Rankings, seededRandom, simulatePlackettLuce } from "@mehrwert/statistics";

/** Rows as a reader of files leaves them: rows[respondent][item] = rank, null where nothing was ranked. */
export type RankRows = (number | null)[][];

/** Rows that follow the Plackett–Luce model, with log-worths a third apart. */
export function rankRows(input: {
  n: number;
  items: number;
  top?: number;
  seed: number;
}): RankRows {
  const { n, items, seed } = input;
  const logWorths = Array.from({ length: items }, (_, item) => -item / 3);
  const random = seededRandom(seed);
  const top = input.top ?? items;
  return rowsOf(simulatePlackettLuce({ logWorths, n, random, top }));
}

/** Rows from several classes, each with its own log-worths and share of the respondents. */
export function mixedRankRows(
  classes: readonly { logWorths: readonly number[]; n: number }[],
  seed: number,
): RankRows {
  const random = seededRandom(seed);
  return classes.flatMap(({ logWorths, n }) =>
    rowsOf(simulatePlackettLuce({ logWorths, n, random })),
  );
}

function rowsOf({ ranks, rowCount, itemCount }: Rankings): RankRows {
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from(ranks.subarray(row * itemCount, (row + 1) * itemCount), (rank) =>
      rank === 0 ? null : rank,
    ),
  );
}
