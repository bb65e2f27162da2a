/**
 * What somebody may do; every route needs one. `public` is everybody, participants and watchdogs included. Those that
 * begin with `study:` hold for one study, the others for the installation.
 */
export const rights = [
  "public",
  "signed-in",
  "library:read",
  "library:write",
  "study:read",
  "study:plan",
  "study:field",
  "study:results",
  "study:dataset",
  "study:people",
  "study:delete",
  "installation:manage",
  "audit:read",
] as const;

/** See `rights`. */
export type Right = (typeof rights)[number];

/** A right that holds for one study. */
export type StudyRight = Extract<Right, `study:${string}`>;

/** Whether a right holds for one study. */
export function isStudyRight(right: Right): right is StudyRight {
  return right.startsWith("study:");
}
