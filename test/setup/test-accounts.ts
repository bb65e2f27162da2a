import { type Accounts, createAccounts } from "@mehrwert/api";
import type { Store } from "@mehrwert/store";

/** Accounts as a test's server has them: a secret of its own, and no mail. */
export function testAccounts(store: Store, now = () => new Date()): Accounts {
  return createAccounts({
    store: store.accounts,
    secret: "a secret for tests, of at least 32 characters",
    origin: "http://127.0.0.1",
    now,
  });
}
