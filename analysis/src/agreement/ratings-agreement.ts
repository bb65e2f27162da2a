import {
  type AgreementBasis,
  type AgreementCoefficient,
  type AlphaDifference,
  type AlphaInterval,
  agreementBasis,
  alphaBootstrap,
  brennanPrediger,
  cohensKappa,
  fleissKappa,
  gwetsAc1,
  type KrippendorffsAlpha,
  krippendorffsAlpha,
  type NoAgreement,
  type PercentAgreement,
  percentAgreement,
  type ReliabilityData,
  type SetDistance,
  setDistance,
} from "@mehrwert/statistics";
import { type CodedUnits, codeCategories } from "./coded-units.ts";
import { type CoderDifferences, coderDifferences } from "./coder-differences.ts";

/** What a person chooses for a comparison of codes. */
export type AgreementSettings = {
  /** How many codes (or sets of codes) were possible; those that occur if left out. */
  possible?: number;
  /** How far two sets of codes lie apart, for set-valued codes. */
  setDistance: SetDistance;
  seed: number;
  draws: number;
};

/** A code, or a set of codes, with its share among all codes given. */
export type CodeShare = { codes: readonly string[]; count: number; share: number };

/** Everything there is to say about the agreement of coders on units. */
export type RatingsAgreement = {
  coded: CodedUnits;
  settings: AgreementSettings;
  basis: AgreementBasis;
  /** Possible categories for the coefficients that need their number. */
  categories: { possible: number; seen: number };
  /** The most frequent first. */
  shares: CodeShare[];
  percentAgreement: PercentAgreement | NoAgreement;
  krippendorffsAlpha: KrippendorffsAlpha | NoAgreement;
  interval: AlphaInterval | NoAgreement;
  gwetsAc1: AgreementCoefficient | NoAgreement;
  brennanPrediger: AgreementCoefficient | NoAgreement;
  fleissKappa: AgreementCoefficient | NoAgreement;
  cohensKappa: AgreementCoefficient | NoAgreement;
  /** α of sets under each distance; only for set-valued codes. */
  setAlphas?: Record<SetDistance, KrippendorffsAlpha | NoAgreement>;
  differences: CoderDifferences;
};

/**
 * Compares what coders gave to the same units.
 *
 * Percent, AC1, Brennan–Prediger and the κ ask whether codes, or whole sets of codes, are the same; α also asks how far
 * apart they are, by the level of measurement or the distance between sets.
 * @throws RangeError if fewer codes are said to be possible than occur
 */
export function ratingsAgreement(coded: CodedUnits, settings: AgreementSettings): RatingsAgreement {
  const { data, labels } = codeCategories(coded);
  const difference = differenceFor(coded, labels, settings.setDistance);
  const seen = data.categoryCount;
  const possible = settings.possible ?? seen;
  const { seed, draws } = settings;
  return {
    ...{ coded, settings, basis: agreementBasis(data), categories: { possible, seen } },
    shares: codeShares(data, labels),
    percentAgreement: percentAgreement(data),
    krippendorffsAlpha: krippendorffsAlpha(data, difference),
    interval: alphaBootstrap(data, { difference, seed, draws }),
    gwetsAc1: gwetsAc1(data, { categories: possible }),
    brennanPrediger: brennanPrediger(data, { categories: possible }),
    fleissKappa: fleissKappa(data),
    cohensKappa: cohensKappa(data),
    ...(coded.isSetValued && { setAlphas: alphasOfSets(data, labels) }),
    differences: coderDifferences(coded, data, labels),
  };
}

function differenceFor(
  { isSetValued, level }: CodedUnits,
  labels: readonly (readonly string[])[],
  distance: SetDistance,
): AlphaDifference {
  return isSetValued ? { distance: distanceOf(labels, distance) } : { level };
}

function alphasOfSets(
  data: ReliabilityData,
  labels: readonly (readonly string[])[],
): Record<SetDistance, KrippendorffsAlpha | NoAgreement> {
  const alpha = (name: SetDistance) =>
    krippendorffsAlpha(data, { distance: distanceOf(labels, name) });
  return { nominal: alpha("nominal"), jaccard: alpha("jaccard"), masi: alpha("masi") };
}

/** The distance between two categories that are sets of codes. */
function distanceOf(labels: readonly (readonly string[])[], name: SetDistance) {
  const numbers = new Map(
    [...new Set(labels.flat())].map((code, number) => [code, number] as const),
  );
  const sets = labels.map((codes) => new Set(codes.map((code) => numbers.get(code) ?? -1)));
  const none: ReadonlySet<number> = new Set();
  return (category: number, other: number) =>
    setDistance(sets[category] ?? none, sets[other] ?? none, name);
}

function codeShares(data: ReliabilityData, labels: readonly (readonly string[])[]): CodeShare[] {
  const counts = new Float64Array(labels.length);
  let total = 0;
  for (const category of data.cells) {
    if (category < 0) continue;
    counts[category] = (counts[category] ?? 0) + 1;
    total += 1;
  }
  return labels
    .map((codes, category) => {
      const count = counts[category] ?? 0;
      return { codes, count, share: count / total };
    })
    .sort((a, b) => b.count - a.count);
}
