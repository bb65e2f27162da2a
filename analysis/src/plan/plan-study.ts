import {
  itemContrast,
  normalQuantile,
  plackettLuce,
  seededRandom,
  simulatePlackettLuce,
  wilsonInterval,
} from "@mehrwert/statistics";
import { minorityPower } from "./minority-power.ts";
import type {
  AssumedItem,
  NeighbourPower,
  PlannedDesign,
  SimulatedShare,
  StudyPlan,
  StudyPlanOptions,
} from "./study-plan.ts";

/** What the simulations of one design gave, by neighbours. */
type DesignResult = PlannedDesign & {
  found: number[];
  /** Mean of n times the squared standard error of each difference. */
  unitVariance: (number | undefined)[];
  notFitted: number;
};

/**
 * How many respondents it takes to tell each place from the next, by simulating whole studies.
 *
 * Each simulated study is analysed as a real one (Plackett–Luce, Wald test of the difference of neighbours, two-sided);
 * found = significant and in the right direction. Respondents for the target power: from the mean standard error at
 * the largest size, which shrinks with the root of n.
 */
export function planStudy(
  items: AssumedItem[],
  from: StudyPlan["from"],
  options: StudyPlanOptions,
): StudyPlan {
  const { sizes, tops, draws, seed, level, targetPower, minorityDraws } = options;
  const random = seededRandom(seed);
  let done = 0;
  const step = () => {
    done += 1;
    options.onDraw?.(done);
  };
  const designs = tops.flatMap((top) => sizes.map((n) => ({ n, top })));
  const results = designs.map((design) => simulated(items, design, { draws, level, random, step }));
  const minority = options.minority && minorityPower(items, designs, { ...options, random, step });
  return {
    ...{ exists: true, from, items },
    neighbours: items.slice(0, -1).flatMap((higher, index) => {
      const lower = items[index + 1];
      if (lower === undefined) return [];
      return [neighbourPower(higher, lower, index, { results, draws, level, targetPower })];
    }),
    ...(minority !== undefined && { minority }),
    ...{ sizes: [...sizes], tops: [...tops], draws, minorityDraws, seed, level, targetPower },
    notFitted: results.reduce((sum, result) => sum + result.notFitted, 0),
  };
}

function simulated(
  items: readonly AssumedItem[],
  { n, top }: PlannedDesign,
  run: { draws: number; level: number; random: () => number; step: () => void },
): DesignResult {
  const logWorths = items.map(({ logWorth }) => logWorth);
  const pairs = items.length - 1;
  const found = new Array<number>(pairs).fill(0);
  const variances = new Array<number>(pairs).fill(0);
  let notFitted = 0;
  for (let draw = 0; draw < run.draws; draw += 1) {
    const fit = plackettLuce(simulatePlackettLuce({ logWorths, n, top, random: run.random }));
    run.step();
    if (!fit.exists) {
      notFitted += 1;
      continue;
    }
    for (let pair = 0; pair < pairs; pair += 1) {
      const contrast = itemContrast(fit, pair, pair + 1);
      if (contrast === undefined) continue;
      if (contrast.p < run.level && contrast.difference > 0) found[pair] = (found[pair] ?? 0) + 1;
      variances[pair] = (variances[pair] ?? 0) + n * contrast.standardError ** 2;
    }
  }
  const fitted = run.draws - notFitted;
  const unitVariance = variances.map((sum) => (fitted > 0 ? sum / fitted : undefined));
  return { n, top, found, unitVariance, notFitted };
}

function neighbourPower(
  higher: AssumedItem,
  lower: AssumedItem,
  pair: number,
  run: { results: DesignResult[]; draws: number; level: number; targetPower: number },
): NeighbourPower {
  const difference = higher.logWorth - lower.logWorth;
  const tops = [...new Set(run.results.map(({ top }) => top))];
  const reach = normalQuantile(1 - run.level / 2) + normalQuantile(run.targetPower);
  return {
    ...{ higher, lower, difference },
    results: run.results.map(({ n, top, found }) =>
      simulatedShare({ n, top }, found[pair] ?? 0, run.draws),
    ),
    needed: tops.map((top) => {
      const own = run.results.filter((result) => result.top === top);
      const variance = own.findLast((result) => result.unitVariance[pair] !== undefined)
        ?.unitVariance[pair];
      if (difference < 1e-9) return { top, reason: "equal" };
      if (variance === undefined) return { top, reason: "not-fitted" };
      return { top, n: Math.ceil((variance * reach ** 2) / difference ** 2) };
    }),
  };
}

function simulatedShare(design: PlannedDesign, found: number, draws: number): SimulatedShare {
  const interval = wilsonInterval(found, draws);
  return { ...design, share: found / draws, ...(interval !== undefined && { interval }), draws };
}
