import { eq, lt, sql } from "drizzle-orm";
import { signInDelayTable } from "../account-tables.ts";
import { type Database, query } from "../database.ts";

/** How often signing in failed in a row, and when last. */
export type SignInFailures = { failures: number; lastFailure: Date };

/** Undefined where nothing failed since signing in last succeeded. */
export async function signInFailures(
  database: Database,
  addressHash: string,
): Promise<SignInFailures | undefined> {
  const rows = await query("reading failed attempts", () =>
    database.select().from(signInDelayTable).where(eq(signInDelayTable.addressHash, addressHash)),
  );
  return rows[0];
}

/** Counts an attempt before it is made, so that many at once do not pass as one. Returns how many there were with it. */
export async function countSignInAttempt(
  database: Database,
  addressHash: string,
  now: Date,
): Promise<number> {
  const rows = await query("counting an attempt", () =>
    database
      .insert(signInDelayTable)
      .values({ addressHash, failures: 1, lastFailure: now })
      .onConflictDoUpdate({
        target: signInDelayTable.addressHash,
        set: { failures: sql`${signInDelayTable.failures} + 1`, lastFailure: now },
      })
      .returning({ failures: signInDelayTable.failures }),
  );
  return rows[0]?.failures ?? 1;
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
