import type { RankingTable, ShownRankingTable } from "@mehrwert/analysis";

/** On what the most rests comes first: a count is shown only beside those before it. */
const countNames = ["complete", "answered", "topRanked"] as const;

/**
 * The counts of a ranking table that tell of no small group: not below the minimum themselves, and neither from the
 * number of respondents nor from each other by fewer people than that, because readers subtract. Those who answered,
 * placed enough and placed all are each a part of the ones before, so a difference is a group of people.
 */
export function shownCounts(
  table: RankingTable,
  minimum: number,
): Pick<ShownRankingTable, (typeof countNames)[number]> {
  const shown: Pick<ShownRankingTable, (typeof countNames)[number]> = {};
  const others = [table.respondents];
  for (const name of countNames) {
    const count = table[name];
    const isApart = others.every((other) => other === count || Math.abs(other - count) >= minimum);
    if (count < minimum || !isApart) continue;
    shown[name] = count;
    others.push(count);
  }
  return shown;
}
