import { rankings } from "../build-rankings.ts";
import type { Rankings } from "../rankings.ts";

type Table = { k: number; unranked: "complete" | "not-presented"; rows: string };

/** Salad dressings, 32 tasters: Vargo (1989), in Critchlow and Fligner (1991), Psychometrika 56, 517–533. */
const salad: Table = {
  k: 4,
  unranked: "complete",
  rows: "2×1234 1×2134 2×2143 1×2314 2×3124 1×3142 1×3421 11×4123 6×4132 3×4213 1×4312 1×4321",
};

/** Political goals, 2,262 Germans: Croon (1989), in New Developments in Psychological Choice Modeling, p. 111. */
const german: Table = {
  k: 4,
  unranked: "complete",
  rows:
    "137×1234 29×1243 309×1324 255×1342 52×1423 93×1432 48×2134 23×2143 61×2314 55×2341 33×2413 59×2431 " +
    "330×3124 294×3142 117×3214 69×3241 70×3412 34×3421 21×4123 30×4132 29×4213 52×4231 35×4312 27×4321",
};

/** Chocolate puddings, paired with ties: Davidson (1970), J. American Statistical Association 65, 317–328. */
const pudding: Table = {
  k: 6,
  unranked: "not-presented",
  rows:
    "19×12.... 22×21.... 16×11.... 16×1.2... 19×2.1... 12×1.1... 19×.12... 19×.21... 10×.11... " +
    "18×1..2.. 23×2..1.. 13×1..1.. 23×.1.2.. 19×.2.1.. 9×.1.1.. 19×..12.. 20×..21.. 15×..11.. " +
    "13×1...2. 19×2...1. 18×1...1. 16×.1..2. 20×.2..1. 12×.1..1. 16×..1.2. 15×..2.1. 17×..1.1. " +
    "17×...12. 14×...21. 16×...11. 18×1....2 21×2....1 12×1....1 22×.1...2 20×.2...1 12×.1...1 " +
    "13×..1..2 18×..2..1 10×..1..1 14×...1.2 19×...2.1 18×...1.1 11×....12 21×....21 12×....11",
};

const tables = { salad, german, pudding };

/** A published table of rankings with counts. */
export function publishedRankings(name: keyof typeof tables): Rankings {
  const { k, unranked, rows } = tables[name];
  const parsed = rows.split(" ").map((row) => {
    const [count = "", ranks = ""] = row.split("×");
    return { count: Number(count), ranks: Array.from(ranks, (rank) => (rank === "." ? 0 : +rank)) };
  });
  const result = rankings({
    itemCount: k,
    rows: parsed.map(({ ranks }) => ranks),
    counts: parsed.map(({ count }) => count),
    unranked,
  });
  if (!result.ok) throw new Error("the published rankings are not rankings");
  return result.rankings;
}
