import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Outputs thrown away first, because neighbouring seeds start in similar states. */
const warmUp = 64;

/**
 * Repeatable random numbers: the same seed gives the same sequence on every machine.
 *
 * Unit/range: each call returns a number from 0 (included) to 1 (excluded), 53 random bits.
 * Source: xoroshiro128+ (Blackman and Vigna 2018), package pure-rand; not for secrets.
 * @throws RangeError if the seed is not a whole number of 32 bits
 * @example seededRandom(1)() === seededRandom(1)() // true
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isInteger(seed) || seed < -(2 ** 31) || seed >= 2 ** 32) {
    throw new RangeError("seededRandom requires a whole number of 32 bits as seed");
  }
  const generator = xoroshiro128plus(seed);
  for (let index = 0; index < warmUp; index += 1) generator.next();
  return () => uniformFloat64(generator);
}
