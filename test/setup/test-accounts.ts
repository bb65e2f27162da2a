import { createAccounts } from "@mehrwert/api";
import type { Store } from "@mehrwert/store";

/** The accounts of a store, for servers of tests that are not about who signs in. */
export function testAccounts(store: Pick<Store, "accounts">) {
  return createAccounts({
    store: store.accounts,
    secret: "a secret for tests, of at least 32 characters",
    origin: "http://127.0.0.1",
    now: () => new Date(),
  });
}
