/** Work to be timed: every item must be judged true, or the timing means nothing. */
export type Contender<T> = { items: readonly T[]; run: (item: T) => boolean };

/**
 * Items per second of each contender: the median over the rounds, after one round nobody counts.
 * Contenders take turns within a round.
 * @throws RangeError if an item is judged false
 */
export function medianRates<T>(rounds: number, contenders: readonly Contender<T>[]): number[] {
  const rates = contenders.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [place, contender] of contenders.entries()) {
      const rate = rateOf(contender);
      if (round > 0) rates[place]?.push(rate);
    }
  }
  return rates.map(median);
}

function rateOf<T>({ items, run }: Contender<T>): number {
  const started = performance.now();
  for (const item of items) {
    if (!run(item)) throw new RangeError("medianRates requires every item to be judged true");
  }
  return (items.length / (performance.now() - started)) * 1000;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
