import type { StudyRight } from "./right.ts";

/** What a person is in a study. */
export const studyRoles = ["owner", "editor", "analyst", "viewer"] as const;

/** See `studyRoles`. */
export type StudyRole = (typeof studyRoles)[number];

/** What each role may do in its study. */
export const roleRights: Record<StudyRole, readonly StudyRight[]> = {
  owner: [
    "study:read",
    "study:plan",
    "study:field",
    "study:results",
    "study:dataset",
    "study:people",
    "study:delete",
  ],
  editor: ["study:read", "study:plan", "study:field", "study:results", "study:dataset"],
  analyst: ["study:read", "study:results", "study:dataset"],
  viewer: ["study:read", "study:results"],
};
