import type { RatingCell } from "../scales/rating-table.ts";

/**
 * Values that coders gave to the same units, in compact form, validated once. The name is Krippendorff's.
 *
 * cells[unit × coderCount + coder] is a category, −1 where the coder gave no value; values[category] is the number behind
 * it, ascending. Made by `reliabilityData`.
 */
export type ReliabilityData = {
  unitCount: number;
  coderCount: number;
  categoryCount: number;
  cells: Int32Array;
  values: Float64Array;
};

/** What a coefficient rests on: only units with values of two or more coders can be compared. */
export type AgreementBasis = {
  coders: number;
  /** Units compared, and the values in them. */
  units: number;
  values: number;
  excluded: { unitsWithoutValue: number; unitsWithOneValue: number };
};

/**
 * Takes in what coders gave to units: units × coders, one number each, nothing where a coder gave no value.
 *
 * Shape: rows[unit][coder]. Equal numbers are one category; for nominal data the numbers are mere names.
 * @throws RangeError if rows differ in length or a value is not finite
 * @example reliabilityData([[1, 1], [2, null]]).categoryCount // 2
 */
export function reliabilityData(rows: readonly (readonly RatingCell[])[]): ReliabilityData {
  const coderCount = rows[0]?.length ?? 0;
  const found = new Set<number>();
  for (const row of rows) {
    if (row.length !== coderCount)
      throw new RangeError("reliability data require the same coders in each row");
    for (const value of row) if (value !== null && value !== undefined) found.add(value);
  }
  const values = Float64Array.from(found).sort();
  if (!values.every(Number.isFinite))
    throw new RangeError("reliability data require finite values");
  const categoryOf = new Map([...values].map((value, category) => [value, category]));
  const cells = new Int32Array(rows.length * coderCount).fill(-1);
  for (const [unit, row] of rows.entries())
    for (const [coder, value] of row.entries())
      if (value !== null && value !== undefined)
        cells[unit * coderCount + coder] = categoryOf.get(value) ?? -1;
  return {
    ...{ unitCount: rows.length, coderCount, categoryCount: values.length },
    ...{ cells, values },
  };
}

/**
 * Counts what can be compared and what is left out.
 *
 * @example agreementBasis(reliabilityData([[1, 1], [2, null]])).excluded.unitsWithOneValue // 1
 */
export function agreementBasis({ unitCount, coderCount, cells }: ReliabilityData): AgreementBasis {
  let [units, values, unitsWithoutValue, unitsWithOneValue] = [0, 0, 0, 0];
  for (let unit = 0; unit < unitCount; unit += 1) {
    let given = 0;
    for (let coder = 0; coder < coderCount; coder += 1)
      if ((cells[unit * coderCount + coder] ?? -1) >= 0) given += 1;
    if (given === 0) unitsWithoutValue += 1;
    else if (given === 1) unitsWithOneValue += 1;
    else {
      units += 1;
      values += given;
    }
  }
  return { coders: coderCount, units, values, excluded: { unitsWithoutValue, unitsWithOneValue } };
}
