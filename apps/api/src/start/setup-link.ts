import type { AccountStore } from "@mehrwert/store";
import { newToken } from "../accounts/accounts.ts";

/** How long the link is good for. */
export const setupMinutes = 30;

/**
 * The link by which the first administrator is set up, new at every start while there is none; the former one no longer
 * works. Its token stands in the fragment, and only its hash is kept.
 *
 * @returns undefined if somebody administers the installation
 */
export async function newSetupLink(
  store: Pick<AccountStore, "hasAdministrator" | "keepOneTimeLink">,
  origin: string,
  now: Date,
): Promise<string | undefined> {
  if (await store.hasAdministrator()) return undefined;
  const token = newToken();
  const expiresAt = new Date(now.getTime() + setupMinutes * 60_000);
  await store.keepOneTimeLink({ token, link: { kind: "setup" }, expiresAt });
  return `${origin}/console/setup#${token}`;
}
