import {
  plackettLuce,
  type Rankings,
  rankings,
  resampledLogWorths,
  resampledMeanRanks,
} from "@mehrwert/statistics";
import { hunterMm } from "./hunter-mm.ts";
import type { BenchResult } from "./main.ts";
import { otherTools } from "./other-tools.ts";
import { type RankRows, rankRows } from "./rank-rows.ts";
import { type TimedLine, timeTable } from "./time-table.ts";

const rounds = 7;
const draws = 1000;

/**
 * From parsed rows in memory to Plackett–Luce worths with standard errors, beside an MM algorithm that walks
 * through every row (and gives no errors); and 1,000 bootstrap draws. Our worths must agree with MM's.
 */
export async function bench(): Promise<BenchResult> {
  const small = rankRows({ n: 5000, items: 10, seed: 1 });
  const large = rankRows({ n: 100_000, items: 8, seed: 2 });
  const top = rankRows({ n: 100_000, items: 8, top: 3, seed: 3 });
  const few = built(rankRows({ n: 500, items: 8, seed: 4 }));
  return timeTable(
    rounds,
    [
      ...fits("5,000 x 10 complete", small, 20),
      ...fits("100,000 x 8 complete", large, 15),
      ...fits("100,000 x 8, first 3", top, 10),
      {
        name: `${draws} bootstrap draws of 500 x 8: worths`,
        barMs: 300,
        run: () => resampledLogWorths(few, { seed: 1, draws })?.failed === 0,
      },
      {
        name: `${draws} bootstrap draws of 500 x 8: mean ranks`,
        barMs: 20,
        run: () => resampledMeanRanks(few, { seed: 1, draws })?.failed === 0,
      },
    ],
    [...otherTools(small, "5,000 x 10 complete"), ...otherTools(large, "100,000 x 8 complete")],
  );
}

function fits(name: string, rows: RankRows, barMs: number): TimedLine[] {
  const items = rows[0]?.length ?? 0;
  const expected = hunterMm(rows, items, 1e-12);
  return [
    {
      name: `${name}: worths with errors`,
      barMs,
      run: () => {
        const fit = plackettLuce(built(rows));
        return (
          fit.exists &&
          isNear(fit.logWorthCentred, expected, 1e-8) &&
          fit.standardError.length === items
        );
      },
    },
    {
      name: `${name}: MM row by row, no errors`,
      run: () => isNear(hunterMm(rows, items), expected, 1e-6),
    },
  ];
}

function built(rows: RankRows): Rankings {
  const read = rankings({ itemCount: rows[0]?.length ?? 0, rows, unranked: "below" });
  if (!read.ok) throw new RangeError(`${read.badRows.length} rows are no rankings`);
  return read.rankings;
}

function isNear(values: ArrayLike<number>, expected: Float64Array, tolerance: number): boolean {
  return expected.every((value, item) => Math.abs(value - (values[item] ?? NaN)) <= tolerance);
}
