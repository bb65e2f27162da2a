/**
 * How often something is tried: as often as the goal asks for in `pnpm test:faults` (vitest's mode `long`), often enough
 * to be noticed in `pnpm test`.
 */
export function howOften({ inTest, inLong }: { inTest: number; inLong: number }): number {
  return process.env.MODE === "long" ? inLong : inTest;
}
