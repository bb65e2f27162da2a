import { type Interval, wilsonInterval } from "@mehrwert/statistics";
import type { WaveLinks, WaveOutcome } from "./link-waves.ts";
import type { WaveCodes } from "./wave-codes.ts";

/**
 * How often two different people have the same code (`exact`) or codes that differ in one element (`tolerant`), as seen
 * within waves, and how many links that explains.
 */
export type ChanceMatches = Record<"exact" | "tolerant", ChanceOf>;

export type ChanceOf = {
  /** Pairs of respondents of the same wave, and how many of them coincide so. */
  pairs: number;
  coinciding: number;
  /** Expected number of false links, with the bounds that follow from the interval of the rate; never more than links. */
  expected?: number;
  interval?: Interval;
};

/**
 * How many links are expected to join two different people.
 *
 * Two respondents of one wave are two people, so the share of such pairs that coincide estimates how often different
 * people coincide between waves. Only people without a true partner can be linked falsely: of these there are as many as
 * were not linked, plus F falsely linked ones, so that (u₁ + F)(u₂ + F) × rate = F. For exact links u counts everybody
 * without an exact link, for tolerant ones everybody without any candidate. Bounds: Wilson's interval of the rate, which
 * takes pairs as independent (they nearly are while coincidences are rare). Rather too high: frequent codes coincide with
 * several people at once and are then not linked; who answered twice in a wave counts as two people.
 *
 * Source: chance agreement from within-file pairs, after the unmatched-pair probabilities of Fellegi and Sunter (1969),
 * Journal of the American Statistical Association 64, 1183–1210; the equation for F is our own.
 * @returns without `expected` if no wave has two coded respondents
 */
export function chanceMatches(
  first: WaveCodes,
  second: WaveCodes,
  links: WaveLinks,
): ChanceMatches {
  const seen = [first, second].map(coincidences);
  const sum = (part: (each: Coincidences) => number) =>
    seen.reduce((total, each) => total + part(each), 0);
  const pairs = sum((each) => each.pairs);
  const exact = links.pairs.filter(({ kind }) => kind === "exact").length;
  const tolerant = links.pairs.length - exact;
  const of = (coinciding: number, others: [number, number], found: number): ChanceOf => {
    const interval = wilsonInterval(coinciding, pairs);
    if (interval === undefined) return { pairs, coinciding };
    const falseAt = (rate: number) => falseLinks(rate, others, found);
    return {
      ...{ pairs, coinciding, expected: falseAt(coinciding / pairs) },
      interval: [falseAt(interval[0]), falseAt(interval[1])],
    };
  };
  const [one, two] = links.outcomes;
  const withoutExact = ({ respondents, noCode }: WaveOutcome) => respondents - noCode - exact;
  return {
    exact: of(
      sum((each) => each.same),
      [withoutExact(one), withoutExact(two)],
      exact,
    ),
    tolerant: of(
      sum((each) => each.near),
      [one.unmatched, two.unmatched],
      tolerant,
    ),
  };
}

/** The least F from 0 to `found` with (a + F)(b + F) × rate = F; `found` if chance would make even more. */
function falseLinks(rate: number, [a, b]: [number, number], found: number): number {
  let falseOnes = 0;
  for (let step = 0; step < 200; step += 1) {
    const next = Math.min(found, (a + falseOnes) * (b + falseOnes) * rate);
    if (next - falseOnes < 1e-9) return next;
    falseOnes = next;
  }
  return falseOnes;
}

type Coincidences = { pairs: number; same: number; near: number };

/** Pairs of one wave: all, with the same code, with codes that differ in exactly one element. */
function coincidences({ respondents, elements }: WaveCodes): Coincidences {
  const coded = respondents.filter(({ code }) => code !== undefined);
  const same = pairsSharing(coded.map(({ code }) => code ?? ""));
  // Whoever shares the whole code also shares every part of it.
  const near = elements
    .map((_, at) => pairsSharing(coded.map(({ without }) => without[at] ?? "")) - same)
    .reduce((sum, each) => sum + each, 0);
  return { pairs: (coded.length * (coded.length - 1)) / 2, same, near };
}

function pairsSharing(keys: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}
