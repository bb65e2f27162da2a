import {
  plackettLuceMixtures,
  type Rankings,
  rankings,
  simulatePlackettLuce,
  wilsonInterval,
} from "@mehrwert/statistics";
import type { AssumedItem, MinorityPower, PlannedDesign, StudyPlanOptions } from "./study-plan.ts";

const starts = 5;
/** A log-worth this far above all others is practically always first. */
const far = 12;

/**
 * How often a minority that puts one item first shows up as a group of its own (BIC prefers two groups to one), for
 * whole rankings and for short lists: the latter can hide what the former show.
 */
export function minorityPower(
  items: readonly AssumedItem[],
  designs: readonly PlannedDesign[],
  run: StudyPlanOptions & { random: () => number; step: () => void },
): MinorityPower | undefined {
  const favourite = items.findIndex(({ item }) => item === run.minority?.item);
  const item = items[favourite];
  if (run.minority === undefined || item === undefined) return undefined;
  const { share } = run.minority;
  const results = designs.map((design) => {
    let found = 0;
    for (let draw = 0; draw < run.minorityDraws; draw += 1) {
      const all = divided(items, favourite, { ...design, share, random: run.random });
      const fits = plackettLuceMixtures(all, { mostClasses: 2, seed: run.seed, starts });
      if (fits.exists && fits.chosen.bic === 2) found += 1;
      run.step();
    }
    const interval = wilsonInterval(found, run.minorityDraws);
    return {
      ...{ ...design, share: found / run.minorityDraws, draws: run.minorityDraws },
      ...(interval !== undefined && { interval }),
    };
  });
  const { label, name } = item;
  return { share, item: { item: item.item, name, label }, results };
}

/** Rankings of a majority and of a minority for which the favourite always comes first. */
function divided(
  items: readonly AssumedItem[],
  favourite: number,
  { n, top, share, random }: PlannedDesign & { share: number; random: () => number },
): Rankings {
  const minority = Math.min(n - 1, Math.max(1, Math.round(n * share)));
  const usual = items.map(({ logWorth }) => logWorth);
  const devoted = usual.map((logWorth, item) => (item === favourite ? far : logWorth));
  const parts = [
    simulatePlackettLuce({ logWorths: usual, n: n - minority, top, random }),
    simulatePlackettLuce({ logWorths: devoted, n: minority, top, random }),
  ];
  const k = items.length;
  const rows = parts.flatMap(({ ranks, rowCount }) =>
    Array.from({ length: rowCount }, (_, row) => ranks.subarray(row * k, (row + 1) * k)),
  );
  const result = rankings({ itemCount: k, rows, unranked: "below" });
  if (!result.ok) throw new RangeError("minorityPower requires finite log-worths");
  return result.rankings;
}
