import { driversSynth } from "./drivers-synth.ts";

/** The simulated study as plain rows: group, and rank of each of eight drivers. For tests. */
export const driverRankRows: readonly { group: string; ranks: readonly number[] }[] =
  driversSynth.rows.map((row) => {
    const [group = "", , ranks = ""] = row.split(" ");
    return { group, ranks: Array.from(ranks, Number) };
  });

/** Ranks of one driver, over respondents. */
export function driverRanks(driver: number, group?: string): number[] {
  return driverRankRows
    .filter((row) => group === undefined || row.group === group)
    .map(({ ranks }) => ranks[driver] ?? 0);
}
