import type { StudyRole } from "@mehrwert/study";
import { useMe } from "../accounts/account-client.ts";

/** Whether the person who is signed in is one of these in a study; undefined until it is known. What may be done the server decides. */
export function useIsOneOf(study: string, roles: readonly StudyRole[]): boolean | undefined {
  const me = useMe().data;
  if (me === undefined) return undefined;
  const role = me.roles[study];
  return role !== undefined && roles.includes(role);
}

/** Who plans a study and leads it through its field. */
export const planners: readonly StudyRole[] = ["owner", "editor"];

/** Who may take its answers away. */
export const analysts: readonly StudyRole[] = ["owner", "editor", "analyst"];
