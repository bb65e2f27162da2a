import type { Instrument, Item, ResponseOption } from "../instrument.ts";
import { chance, evenChoice, type Random, standardNormal } from "./draws.ts";

/** Where the ratings of a construct lie on average, as a share of the scale; others lie at `usualLevel`. */
const levels: { readonly [construct: string]: number } = {
  "networking-importance": 0.85,
  "results-orientation": 0.55,
  "results-benefit": 0.65,
  "barrier-personal": 0.3,
  "barrier-network": 0.42,
  "barrier-work": 0.6,
  "cond-time": 0.4,
  "cond-budget": 0.35,
  "cond-trust": 0.68,
  "lead-role-model": 0.5,
  "network-effect-transformation": 0.66,
};
const usualLevel = 0.58;

/** How much higher the results-focused stand, as a share of the scale. */
const resultsFocusedLift: { readonly [construct: string]: number } = {
  "results-orientation": 0.3,
  "results-benefit": 0.12,
};

const missingProbability: { readonly [code: string]: number } = { dk: 0.05, na: 0.02 };

/** Gives one respondent's answer to one row; undefined if the row is skipped. */
export type Rater = (
  row: string,
  columns: readonly ResponseOption[],
) => string | number | undefined;

/**
 * A respondent's way of rating: items of a construct share a leaning, all items share a little,
 * reverse-keyed items are turned, cannot-judge and does-not-apply are chosen where they are offered.
 */
export function rater(instrument: Instrument, random: Random, isResultsFocused: boolean): Rater {
  const items = new Map(instrument.mehrwert.items.map((item) => [item.id, item]));
  const leanings = new Map<string, number>();
  const general = standardNormal(random);
  const leaningOf = (construct: string): number => {
    const known = leanings.get(construct);
    if (known !== undefined) return known;
    const lift = isResultsFocused ? (resultsFocusedLift[construct] ?? 0) : 0;
    const drawn = lift + 0.05 * general + 0.17 * standardNormal(random);
    leanings.set(construct, drawn);
    return drawn;
  };
  return (row, columns) => {
    const missing = columns.filter(({ value }) => typeof value === "string");
    for (const { value } of missing) {
      if (chance(random, missingProbability[value] ?? 0)) return value;
    }
    const points = columns.map(({ value }) => value).filter((value) => typeof value === "number");
    if (points.length === 0) return evenChoice(random, columns).value;
    return pointAt(points, share(items.get(row), leaningOf, random));
  };
}

function share(item: Item | undefined, leaningOf: (construct: string) => number, random: Random) {
  const construct = item?.construct ?? "";
  const level = (levels[construct] ?? usualLevel) + leaningOf(construct) + easeOf(item?.id ?? "");
  const noisy = level + 0.15 * standardNormal(random);
  return item?.reverseKeyed === true ? 1 - noisy : noisy;
}

/** Items of a construct differ a little in how readily people agree: −0.08 to 0.08 of the scale, by their id. */
function easeOf(id: string): number {
  const sum = [...id].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (((sum * 37) % 17) - 8) / 100;
}

/** The scale point nearest to a share of the way from the lowest to the highest. */
function pointAt(points: readonly number[], wanted: number): number | undefined {
  const sorted = points.toSorted((a, b) => a - b);
  const place = Math.round(wanted * (sorted.length - 1));
  return sorted[Math.min(Math.max(place, 0), sorted.length - 1)];
}
