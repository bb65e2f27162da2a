import { eq, lt, sql } from "drizzle-orm";
import { signInDelayTable } from "../account-tables.ts";
import { type Database, query } from "../database.ts";

/** So many attempts are free; then the wait doubles with each, from one second up to a quarter of an hour. */
export const signInWait = { freeAttempts: 4, longestSeconds: 900 } as const;

/**
 * Counts an attempt to sign in before it is made, unless it comes too early; attempts at the same moment come one after the
 * other here, so that many do not pass as one.
 *
 * @returns how many attempts there were since signing in last succeeded, this one included; undefined if it is too early
 */
export async function takeSignInAttempt(
  database: Database,
  addressHash: string,
  now: Date,
): Promise<number | undefined> {
  const { failures, lastFailure } = signInDelayTable;
  const { freeAttempts, longestSeconds } = signInWait;
  const wait = sql`least(power(2, least(${failures} - ${freeAttempts} - 1, 20)), ${longestSeconds})`;
  const rows = await query("counting an attempt", () =>
    database
      .insert(signInDelayTable)
      .values({ addressHash, failures: 1, lastFailure: now })
      .onConflictDoUpdate({
        target: signInDelayTable.addressHash,
        set: { failures: sql`${failures} + 1`, lastFailure: now },
        // Attempts at the same moment may come in another order than their clocks say: the free ones look at none.
        setWhere: sql`${failures} <= ${freeAttempts}
          or ${lastFailure} + make_interval(secs => ${wait}) <= ${now.toISOString()}::timestamptz`,
      })
      .returning({ failures }),
  );
  return rows[0]?.failures;
}

/** Forgets failures: somebody signed in. */
export async function forgetSignInFailures(database: Database, addressHash: string): Promise<void> {
  await query("forgetting failed attempts", () =>
    database.delete(signInDelayTable).where(eq(signInDelayTable.addressHash, addressHash)),
  );
}

/** Forgets failures older than a time. */
export async function deleteOldFailures(database: Database, before: Date): Promise<void> {
  await query("forgetting old attempts", () =>
    database.delete(signInDelayTable).where(lt(signInDelayTable.lastFailure, before)),
  );
}
