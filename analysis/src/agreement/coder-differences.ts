import {
  type AgreementCoefficient,
  cohensKappa,
  type NoAgreement,
  type PercentAgreement,
  percentAgreement,
  type ReliabilityData,
} from "@mehrwert/statistics";
import type { CodedUnits } from "./coded-units.ts";

/** Two coders compared on the units that both coded. */
export type CoderPair = {
  coders: readonly [string, string];
  units: number;
  percentAgreement: PercentAgreement | NoAgreement;
  cohensKappa: AgreementCoefficient | NoAgreement;
};

/** Two codes, or sets of codes, that were given to the same unit, and how often: one per pair of coders and unit. */
export type Confusion = { codes: readonly [readonly string[], readonly string[]]; count: number };

/** Where coders differ. */
export type CoderDifferences = {
  /** Every pair of coders; empty for two coders, who are the only pair. */
  pairs: CoderPair[];
  /** The most frequent first. */
  confusions: Confusion[];
  /** Units with different codes, in the order of the data. */
  units: { unit: string; codes: (readonly string[] | null)[] }[];
};

/** Finds where coders differ: which pairs, which codes are mixed up, which units to talk about. */
export function coderDifferences(
  { units, coders, cells }: CodedUnits,
  data: ReliabilityData,
  labels: readonly (readonly string[])[],
): CoderDifferences {
  const counts = new Map<number, number>();
  const differing: CoderDifferences["units"] = [];
  for (const [place, unit] of units.entries()) {
    const given = categoriesOf(data, place).filter((category) => category >= 0);
    if (new Set(given).size < 2) continue;
    differing.push({ unit, codes: [...(cells[place] ?? [])] });
    for (const [at, category] of given.entries())
      for (const other of given.slice(at + 1)) {
        if (category === other) continue;
        const key = Math.min(category, other) * labels.length + Math.max(category, other);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  }
  const confusions = [...counts]
    .sort(([keyA, a], [keyB, b]) => b - a || keyA - keyB)
    .map(([key, count]): Confusion => {
      const [lower, higher] = [Math.floor(key / labels.length), key % labels.length];
      return { codes: [labels[lower] ?? [], labels[higher] ?? []], count };
    });
  return { pairs: coders.length > 2 ? pairsOf(coders, data) : [], confusions, units: differing };
}

function pairsOf(coders: readonly string[], data: ReliabilityData): CoderPair[] {
  return coders.flatMap((first, one) =>
    coders.slice(one + 1).map((second, offset): CoderPair => {
      const both = twoCoders(data, one, one + 1 + offset);
      const percent = percentAgreement(both);
      return {
        coders: [first, second],
        units: percent.exists ? percent.basis.units : 0,
        percentAgreement: percent,
        cohensKappa: cohensKappa(both),
      };
    }),
  );
}

function twoCoders(data: ReliabilityData, one: number, other: number): ReliabilityData {
  const cells = new Int32Array(2 * data.unitCount);
  for (let unit = 0; unit < data.unitCount; unit += 1) {
    cells[2 * unit] = data.cells[unit * data.coderCount + one] ?? -1;
    cells[2 * unit + 1] = data.cells[unit * data.coderCount + other] ?? -1;
  }
  return { ...data, coderCount: 2, cells };
}

function categoriesOf({ cells, coderCount }: ReliabilityData, unit: number): Int32Array {
  return cells.subarray(unit * coderCount, (unit + 1) * coderCount);
}
