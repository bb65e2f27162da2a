import reference from "../../reference/drivers-synth.json" with { type: "json" };
import { rankings } from "../build-rankings.ts";
import type { Rankings } from "../rankings.ts";

/** The simulated study with known truth, as ranks, and what the reference implementations found in it. */
export const driversSynth = reference;

const rows = reference.rows.map((row) => {
  const [group = "", weight = "", ranks = ""] = row.split(" ");
  return { group, weight: Number(weight), ranks: Array.from(ranks, Number) };
});

/** Respondents of one group, or all; whole rankings or only the first `top` places. */
export function driversSynthRankings(
  options: { group?: string; top?: number; weighted?: boolean } = {},
): Rankings {
  const { group, top = 8, weighted } = options;
  const chosen = rows.filter((row) => group === undefined || row.group === group);
  const result = rankings({
    itemCount: 8,
    rows: chosen.map(({ ranks }) => ranks.map((rank) => (rank <= top ? rank : null))),
    unranked: "below",
    ...(weighted && { weights: chosen.map(({ weight }) => weight) }),
  });
  if (!result.ok) throw new Error("the reference rankings are not rankings");
  return result.rankings;
}
