import { foldWord } from "@mehrwert/study";

/** Shortest and longest runs of characters that are looked at. */
export const ngramLengths = { least: 3, most: 5 } as const;

/** In how many sentences of those learned from a run of characters must stand to be used. */
export const leastSentencesOfNgram = 2;

/** Weights of some features; `index` rises. The squares of the weights add up to 1, or the row is empty. */
export type SparseRow = { index: Int32Array; value: Float64Array };

/** What turns sentences into rows, as learned from some of them. */
export type NgramSpace = { size: number; row: (ngrams: ReadonlyMap<string, number>) => SparseRow };

/**
 * Runs of 3 to 5 characters of a text and how often each stands there. Case does not matter, everything that is neither
 * letter nor digit is one space, and the text has a space before and after.
 *
 * @example characterNgrams("Ja ja").get("ja ") // 2
 */
export function characterNgrams(text: string): Map<string, number> {
  const plain = ` ${foldWord(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
  const counts = new Map<string, number>();
  for (let length = ngramLengths.least; length <= ngramLengths.most; length += 1) {
    for (let at = 0; at + length <= plain.length; at += 1) {
      const run = plain.slice(at, at + length);
      counts.set(run, (counts.get(run) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Learns which runs of characters are rare: weight (1 + ln count) · (1 + ln((1 + sentences) / (1 + sentences with it))),
 * each row scaled to length 1. Runs met in fewer than two sentences are left out.
 */
export function ngramSpace(sentences: readonly ReadonlyMap<string, number>[]): NgramSpace {
  const frequency = new Map<string, number>();
  for (const ngrams of sentences) {
    for (const run of ngrams.keys()) frequency.set(run, (frequency.get(run) ?? 0) + 1);
  }
  const features = new Map<string, { index: number; rarity: number }>();
  for (const [run, count] of frequency) {
    if (count < leastSentencesOfNgram) continue;
    const rarity = 1 + Math.log((1 + sentences.length) / (1 + count));
    features.set(run, { index: features.size, rarity });
  }
  return {
    size: features.size,
    row: (ngrams) => {
      const cells: [number, number][] = [];
      for (const [run, count] of ngrams) {
        const feature = features.get(run);
        if (feature === undefined) continue;
        cells.push([feature.index, (1 + Math.log(count)) * feature.rarity]);
      }
      cells.sort(([a], [b]) => a - b);
      const length = Math.sqrt(cells.reduce((sum, [, value]) => sum + value * value, 0));
      return {
        index: Int32Array.from(cells, ([index]) => index),
        value: Float64Array.from(cells, ([, value]) => value / length),
      };
    },
  };
}
