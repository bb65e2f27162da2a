/** Ends of an axis, its ticks, and the decimals that tell them apart. */
export type AxisRange = { low: number; high: number; ticks: number[]; decimals: number };

/**
 * A range of round numbers around values, with room at both ends and four to nine ticks.
 *
 * @example axisRange([2.9, 5.2]).ticks // [2.5, 3, 3.5, 4, 4.5, 5, 5.5]
 */
export function axisRange(values: readonly number[]): AxisRange {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const span = most > least ? most - least : Math.max(Math.abs(most), 1);
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => span / (factor * power) <= 6) ?? 10) * power;
  const first = Math.floor((least - span * 0.06) / step);
  const last = Math.ceil((most + span * 0.06) / step);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const extra = Number.isInteger(Math.round(step * 10 ** decimals * 1e6) / 1e6) ? 0 : 1;
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { low: first * step, high: last * step, ticks, decimals: decimals + extra };
}
