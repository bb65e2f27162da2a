/** Levels of measurement with their difference functions. */
export type AlphaLevel = "nominal" | "ordinal" | "interval" | "ratio";

/**
 * How far two values lie apart: by level of measurement, or by a distance of one's own between two categories
 * (symmetric, 0 for a category and itself).
 */
export type AlphaDifference =
  | { level: AlphaLevel }
  | { distance: (category: number, other: number) => number };
