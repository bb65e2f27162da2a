/**
 * Why a cell holds no answer. Each reason has its own code, the same for every variable.
 * `unranked`: the option was shown in a ranking but not placed.
 */
export const missingReasons = {
  refused: "-99",
  dk: "-98",
  na: "-97",
  "not-shown": "-96",
  skipped: "-95",
  "not-reached": "-94",
  "not-in-version": "-93",
  unranked: "-92",
} as const;

/** Reason why a cell of a dataset holds no answer. */
export type Missing = keyof typeof missingReasons;
