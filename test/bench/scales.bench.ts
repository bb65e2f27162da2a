import { cronbachsAlpha, ratingTable, seededRandom } from "@mehrwert/statistics";
import type { BenchResult } from "./main.ts";
import { timeTable } from "./time-table.ts";

const rounds = 7;

/** Cronbach's α with its interval and all statistics of the items, from parsed rows in memory. */
export async function bench(): Promise<BenchResult> {
  const random = seededRandom(7);
  const rows = Array.from({ length: 100_000 }, () => {
    const trait = random();
    return Array.from({ length: 10 }, () => 1 + Math.floor(3 * trait + 3 * random()));
  });
  return timeTable(rounds, [
    {
      name: "100,000 x 10 ratings: alpha",
      barMs: 100,
      run: () => {
        const alpha = cronbachsAlpha(ratingTable(rows));
        return alpha.exists && alpha.raw > 0.8 && alpha.items.length === 10;
      },
    },
  ]);
}
