/** Above so many drawn respondents, the normal distribution is as exact as drawing, and far faster. */
const mostPicks = 20_000_000;

/**
 * Whether a bootstrap of so many respondents is drawn, or replaced by the normal distribution.
 *
 * @example isWorthDrawing({ n: 500, draws: 2000 }) // true
 */
export function isWorthDrawing({ n, draws }: { n: number; draws: number }): boolean {
  return n * draws <= mostPicks;
}
