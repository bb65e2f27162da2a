import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

const warmUp = 64;
const range = 2 ** 32;

/**
 * Repeatable random whole numbers from 0 to size − 1, for drawing respondents millions of times.
 *
 * One 32-bit number per draw, scaled; for sizes up to a million no index is off by more than 0.03 % of its share.
 * Source: as `seededRandom`, whose numbers it does not share.
 * @throws RangeError if the seed is not a whole number of 32 bits
 * @example seededIndex(1)(6) // 0 … 5
 */
export function seededIndex(seed: number): (size: number) => number {
  if (!Number.isInteger(seed) || seed < -(2 ** 31) || seed >= 2 ** 32)
    throw new RangeError("seededIndex requires a whole number of 32 bits as seed");
  const generator = xoroshiro128plus(seed);
  for (let index = 0; index < warmUp; index += 1) generator.next();
  return (size) => Math.floor(((generator.next() >>> 0) / range) * size);
}
