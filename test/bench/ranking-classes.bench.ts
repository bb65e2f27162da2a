import { plackettLuceMixtures, type Rankings, rankings } from "@mehrwert/statistics";
import type { BenchResult } from "./main.ts";
import { mixedRankRows, type RankRows } from "./rank-rows.ts";
import { timeTable } from "./time-table.ts";

const rounds = 5;

/** Latent classes by many starts: all numbers of classes up to the most, from rankings in memory to intervals. */
export async function bench(): Promise<BenchResult> {
  const large = built(
    mixedRankRows(
      [
        { n: 2600, logWorths: [1.5, 1.2, 0.9, 0.6, 0.3, 0, -0.3, -0.6, -0.9, -1.2] },
        { n: 1400, logWorths: [-1, -0.5, 0, 0.5, 1, 1.5, 1, 0.5, 0, -0.5] },
        { n: 1000, logWorths: [0, 0, 0, 0, 0, 0, 0, 0.5, 1.5, 2] },
      ],
      5,
    ),
  );
  const small = built(
    mixedRankRows(
      [
        { n: 480, logWorths: [1.2, 1, 0.7, 0.3, -0.4, -0.5, -0.9, -1.1] },
        { n: 120, logWorths: [0.2, 0, 0, -0.2, 2, -0.5, -0.6, -0.4] },
      ],
      6,
    ),
  );
  return timeTable(rounds, [
    {
      name: "5,000 x 10, 1 to 3 classes, 20 starts",
      barMs: 5000,
      run: () => classesOf(large, { mostClasses: 3, starts: 20 }) === 3,
    },
    {
      name: "600 x 8, 1 to 4 classes, 100 starts",
      barMs: 10_000,
      run: () => classesOf(small, { mostClasses: 4, starts: 100 }) === 2,
    },
  ]);
}

/** The number of classes that BIC chooses; 0 if there is no fit, or a log-likelihood falls with a class more. */
function classesOf(all: Rankings, options: { mostClasses: number; starts: number }): number {
  const found = plackettLuceMixtures(all, { ...options, seed: 1 });
  if (!found.exists) return 0;
  const rises = found.fits.every(
    ({ logLikelihood }, index) =>
      index === 0 || logLikelihood >= (found.fits[index - 1]?.logLikelihood ?? 0),
  );
  return rises ? found.chosen.bic : 0;
}

function built(rows: RankRows): Rankings {
  const read = rankings({ itemCount: rows[0]?.length ?? 0, rows });
  if (!read.ok) throw new RangeError(`${read.badRows.length} rows are no rankings`);
  return read.rankings;
}
