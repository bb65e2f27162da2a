import type { Rankings } from "@mehrwert/statistics";

/** How much of a whole ranking respondents give; an unranked item that was not presented could not be placed. */
export function placesGiven(all: Rankings): {
  mean: number;
  completeShare: number;
  ofItems: number;
} {
  const { itemCount: k, ranks, presented } = all;
  let [placed, complete] = [0, 0];
  for (let row = 0; row < all.rowCount; row += 1) {
    const count = all.counts?.[row] ?? 1;
    let [given, offered] = [0, 0];
    for (let cell = row * k; cell < (row + 1) * k; cell += 1) {
      const isPlaced = (ranks[cell] ?? 0) > 0;
      if (isPlaced) given += 1;
      if (isPlaced || (all.unranked === "below" && presented?.[cell] !== 0)) offered += 1;
    }
    placed += count * given;
    // The last place needs no answer of its own.
    if (given >= offered - 1) complete += count;
  }
  return { mean: placed / all.n, completeShare: complete / all.n, ofItems: k };
}
