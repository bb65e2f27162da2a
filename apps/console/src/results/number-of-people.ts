import { numberWriter, type ShownRankingTable } from "@mehrwert/analysis";
import type { Language } from "@mehrwert/study";

/**
 * On how many people something rests, for a caption: `n = 233`; where the number is not shown because it would tell of
 * a small group, what is known of it all the same: `n ≥ 10`.
 */
export function numberOfPeople(
  count: "answered" | "complete" | "topRanked",
  table: ShownRankingTable,
  minimum: number,
  language: Language,
): string {
  const write = numberWriter(language);
  const exact = table[count];
  return exact === undefined
    ? `n\u00a0≥\u00a0${write.count(table.complete ?? minimum)}`
    : `n\u00a0=\u00a0${write.count(exact)}`;
}
