import type { StudyRole } from "@mehrwert/study";
import type { StudyRight } from "./right.ts";

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
