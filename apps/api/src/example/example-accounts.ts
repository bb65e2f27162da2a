import type { StudyRole } from "@mehrwert/study";
import type { Accounts } from "../accounts/accounts.ts";
import { createAccounts } from "../accounts/accounts.ts";
import type { AppDependencies } from "../app-dependencies.ts";
import type { Who } from "../rights/who.ts";

/** Owns whatever study is asked for. */
class EveryStudy extends Map<string, StudyRole> {
  override get(): StudyRole {
    return "owner";
  }
}

/** Somebody who may do everything, in tests that are not about who may do what. */
export const exampleOwner: Who = {
  person: {
    id: "00000000-0000-4000-8000-000000000001",
    name: "Ada Example",
    email: "ada@example.org",
  },
  isAdministrator: true,
  roles: new EveryStudy(),
};

/** The accounts of a store, where every request comes from `who`. */
export function exampleAccounts(
  store: AppDependencies["store"],
  who: Who | undefined = exampleOwner,
): Accounts {
  const accounts = createAccounts({
    store: store.accounts,
    secret: "a secret for tests, of at least 32 characters",
    origin: "http://127.0.0.1",
    now: () => new Date(),
  });
  return { ...accounts, whoAsks: async () => who && { who, setCookies: [] } };
}
