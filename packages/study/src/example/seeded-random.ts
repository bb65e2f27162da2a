import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** The sequence of `seededRandom` in packages/statistics, which study may not import. For tests. */
export function seededRandom(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  for (let thrownAway = 0; thrownAway < 64; thrownAway += 1) generator.next();
  return () => uniformFloat64(generator);
}
