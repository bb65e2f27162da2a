import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Numbers from 0 to below 1, always the same for the same seed. For tests. */
export function seededRandom(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  for (let thrownAway = 0; thrownAway < 64; thrownAway += 1) generator.next();
  return () => uniformFloat64(generator);
}
