import type { ShownRankingRow, ShownRankingTable } from "@mehrwert/analysis";
import { disclosureRules } from "@mehrwert/privacy";

/** Fewer people than these did not place an option somewhere, as far as readers can tell. */
const { cell: fewest, batch: fewestHidden } = disclosureRules();

/**
 * A ranking table that tells of no answer that one or two people gave: no share of an option that so few put first or
 * among the first, no preference of so few or of all but so few. Shares of first places add up to one, those of the
 * first k to k, so others go with them until what is hidden could be spread in many ways.
 */
export function withoutFewAnswers(table: ShownRankingTable): ShownRankingTable {
  // Where the number is not shown, no more than all respondents can have ranked so far.
  const people = table.topRanked ?? table.answered ?? table.respondents;
  const firsts = hiddenRows(table.rows, people, ({ firstShare }) => firstShare);
  const tops = hiddenRows(table.rows, people, ({ topShare }) => topShare);
  const { compared, preferred } = table.pairwise;
  const isFew = (count: number) => count > 0 && count < fewest;
  const isTold = (row: number, column: number) => {
    const [one = 0, other = 0] = [preferred[row]?.[column], preferred[column]?.[row]];
    return isFew(one) || isFew(other);
  };
  const shown = (counts: number[][]) =>
    counts.map((cells, row) => cells.map((count, column) => (isTold(row, column) ? 0 : count)));
  return {
    ...table,
    rows: table.rows.map((row, place) =>
      withoutShares(row, { first: firsts.has(place), top: tops.has(place) }),
    ),
    pairwise: { ...table.pairwise, compared: shown(compared), preferred: shown(preferred) },
  };
}

/** Rows whose share goes: those of few people, and with them the next larger ones. */
function hiddenRows(
  rows: readonly ShownRankingRow[],
  people: number,
  shareOf: (row: ShownRankingRow) => number | undefined,
): ReadonlySet<number> {
  const counts = rows.flatMap((row, place) => {
    const share = shareOf(row);
    return share === undefined ? [] : [{ place, count: Math.round(share * people) }];
  });
  const few = counts.filter(({ count }) => count > 0 && count < fewest);
  if (few.length === 0) return new Set();
  const hidden = [...few];
  const others = counts
    .filter(({ count }) => count >= fewest)
    .sort((one, other) => one.count - other.count);
  const sum = () => hidden.reduce((total, { count }) => total + count, 0);
  while (hidden.length < 2 || sum() < fewestHidden) {
    const next = others.shift();
    if (next === undefined) break;
    hidden.push(next);
  }
  return new Set(hidden.map(({ place }) => place));
}

function withoutShares(
  row: ShownRankingRow,
  { first, top }: { first: boolean; top: boolean },
): ShownRankingRow {
  const { firstShare, firstShareInterval, topShare, topShareInterval, ...rest } = row;
  return {
    ...rest,
    ...(!first && firstShare !== undefined && { firstShare }),
    ...(!first && firstShareInterval !== undefined && { firstShareInterval }),
    ...(!top && topShare !== undefined && { topShare }),
    ...(!top && topShareInterval !== undefined && { topShareInterval }),
  };
}
