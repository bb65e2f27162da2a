/** Six complete rankings of eight drivers: a worked example whose every figure is known by hand. For tests. */
export const sixRankings: readonly (readonly number[])[] = [
  [1, 2, 3, 4, 5, 6, 7, 8],
  [2, 1, 4, 3, 6, 5, 8, 7],
  [1, 3, 2, 5, 4, 7, 6, 8],
  [3, 1, 2, 4, 6, 5, 7, 8],
  [4, 5, 6, 3, 1, 2, 8, 7],
  [1, 2, 4, 3, 5, 8, 6, 7],
];

/** Times of 22 players over three methods; many ties. Hollander and Wolfe (1973), p. 140 ff.; R, `?friedman.test`. */
export const roundingTimes: readonly (readonly number[])[] = [
  [5.4, 5.5, 5.55],
  [5.85, 5.7, 5.75],
  [5.2, 5.6, 5.5],
  [5.55, 5.5, 5.4],
  [5.9, 5.85, 5.7],
  [5.45, 5.55, 5.6],
  [5.4, 5.4, 5.35],
  [5.45, 5.5, 5.35],
  [5.25, 5.15, 5.0],
  [5.85, 5.8, 5.7],
  [5.25, 5.2, 5.1],
  [5.65, 5.55, 5.45],
  [5.6, 5.35, 5.45],
  [5.05, 5.0, 4.95],
  [5.5, 5.5, 5.4],
  [5.45, 5.55, 5.5],
  [5.55, 5.55, 5.35],
  [5.45, 5.5, 5.55],
  [5.5, 5.45, 5.25],
  [5.65, 5.6, 5.4],
  [5.7, 5.65, 5.55],
  [6.3, 6.3, 6.25],
];
