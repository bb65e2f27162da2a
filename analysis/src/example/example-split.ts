import {
  type MaxDiffChoices,
  type MaxDiffTask,
  maxDiffChoices,
  type Rankings,
  simulatePlackettLuce,
} from "@mehrwert/statistics";

const sets = [
  [0, 1, 2],
  [2, 3, 4],
  [4, 0, 3],
  [1, 3, 0],
  [4, 1, 2],
];

/** Best first, then worst from the rest, as the likelihood "sequential" has it. */
function choice(shown: readonly number[], utilities: readonly number[], random: () => number) {
  const drawn = (open: readonly number[], sign: 1 | -1) => {
    const times = open.map((item) => ({
      item,
      time: -Math.log(1 - random()) / Math.exp(sign * (utilities[item] ?? 0)),
    }));
    return times.reduce((first, each) => (each.time < first.time ? each : first)).item;
  };
  const best = drawn(shown, 1);
  const rest = shown.filter((item) => item !== best);
  return { best, worst: drawn(rest, -1) };
}

/** Answers of a made-up split: n people rank five items, n others choose best and worst; no result. */
export function exampleSplit(input: {
  logWorths: readonly number[];
  utilities: readonly number[];
  n: number;
  random: () => number;
}): { rankings: Rankings; choices: MaxDiffChoices } {
  const { logWorths, utilities, n, random } = input;
  const tasks = Array.from({ length: n }, (_, respondent) => respondent).flatMap((respondent) =>
    sets.map((shown): MaxDiffTask => ({ respondent, shown, ...choice(shown, utilities, random) })),
  );
  const found = maxDiffChoices({ itemCount: logWorths.length, tasks });
  if (!found.ok) throw new RangeError("exampleSplit requires five items");
  return { rankings: simulatePlackettLuce({ logWorths, n, random }), choices: found.choices };
}
