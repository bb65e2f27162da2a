import type { AccountStore } from "@mehrwert/store";
import type { AppEnv } from "../app-env.ts";
import { Refusal } from "../problems/refusal.ts";

/** From this many on, and at every doubling, the attempts stand in the audit log. */
const alarmingAttempts = 10;

const isAlarming = (attempts: number) =>
  attempts >= alarmingAttempts && Number.isInteger(Math.log2(attempts / alarmingAttempts));

/**
 * One attempt to sign in with an address. It waits for nothing: who is too early is refused, without any look at the password.
 * Addresses with and without an account are treated alike, so that the refusal tells nothing. The network address is not
 * looked at: a whole authority may share one.
 *
 * @throws Refusal `too-many-attempts`, or whatever `attempt` throws
 */
export async function attemptedSignIn<T>(
  of: {
    store: AccountStore;
    addressHash: string;
    email: string;
    audit: AppEnv["Variables"]["audit"];
    now: Date;
  },
  attempt: () => Promise<T>,
): Promise<T> {
  const { store, addressHash, now } = of;
  const attempts = await store.takeSignInAttempt(addressHash, now);
  if (attempts === undefined) throw new Refusal("too-many-attempts");
  try {
    const outcome = await attempt();
    await store.forgetSignInFailures(addressHash);
    return outcome;
  } catch (error) {
    if (isAlarming(attempts)) {
      const person = await store.personByEmail(of.email);
      await of.audit({
        action: "sign-in.failed-repeatedly",
        ...(person && { person: { id: person.id, name: person.name } }),
        details: { attempts },
      });
    }
    throw error;
  }
}
