/**
 * What somebody may do; every route needs one. `public` is everybody, participants and watchdogs included. `account:manage`
 * is one's own account, which no program's key may touch. Those that begin with `study:` hold for one study, the others for
 * the installation.
 */
export const rights = [
  "public",
  "signed-in",
  "account:manage",
  "studies:create",
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
  "feedback:read",
] as const;

/** See `rights`. */
export type Right = (typeof rights)[number];

/** A right that holds for one study. */
export type StudyRight = Extract<Right, `study:${string}`>;

/** Whether a right holds for one study. */
export function isStudyRight(right: Right): right is StudyRight {
  return right.startsWith("study:");
}

/** What a program's key may be given. Accounts, people and their rights are left to people. */
export const tokenRights = rights.filter(
  (right) =>
    !["public", "signed-in", "account:manage", "installation:manage", "study:people"].includes(
      right,
    ),
);
