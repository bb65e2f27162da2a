import type { StudyRole } from "@mehrwert/study";
import { isStudyRight, type Right, type StudyRight } from "./right.ts";
import { roleRights } from "./role-rights.ts";

/** Who sent a request that somebody stands behind. */
export type Who = {
  person: { id: string; name: string; email: string };
  isAdministrator: boolean;
  /** What this person is in which study. */
  roles: ReadonlyMap<string, StudyRole>;
  /** The session, where a browser asks. */
  session?: string | undefined;
  /** What the key lets do, where a program asks: at most what its owner may do. */
  token?: { study?: string | undefined; rights: readonly string[] } | undefined;
};

/**
 * What administrators may do in every study: see that it exists, and say who works on it, so that none is orphaned. Not
 * read its results, nor its answers; whoever makes himself an owner for that stands in the audit log.
 */
const administratorRights: readonly StudyRight[] = ["study:read", "study:people"];

/** Those for the installation; everybody else who is signed in has the others. */
const onlyForAdministrators: readonly Right[] = [
  "installation:manage",
  "audit:read",
  "feedback:read",
];

function tokenLets({ token }: Who, right: Right, study: string | undefined): boolean {
  if (token === undefined || right === "public" || right === "signed-in") return true;
  if (!token.rights.includes(right)) return false;
  return token.study === undefined || (isStudyRight(right) && token.study === study);
}

/** Whether somebody may do something, in a study where the right is one of a study. Says nothing of whether that study exists. */
export function mayDo(who: Who, right: Right, study?: string): boolean {
  if (!tokenLets(who, right, study)) return false;
  if (!isStudyRight(right)) return who.isAdministrator || !onlyForAdministrators.includes(right);
  if (study === undefined) return false;
  const role = who.roles.get(study);
  const asAdministrator = who.isAdministrator && administratorRights.includes(right);
  return asAdministrator || (role !== undefined && roleRights[role].includes(right));
}
