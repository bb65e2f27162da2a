import { and, eq } from "drizzle-orm";
import type postgres from "postgres";
import { type Database, query } from "../database.ts";
import { outboxTable } from "../fieldwork-tables.ts";

/**
 * Lets one process at a time send the mails of a study, over all that share the database. Whoever dies loses the turn with
 * its connection. What a former holder was handing over when it died is marked as uncertain first.
 *
 * The turn keeps the rate, not the promise that nobody gets a mail twice: that is `handOver`'s, which one process can win
 * even if two should believe it was their turn.
 * @param locks a pool of its own, because a turn holds a connection as long as it lasts
 * @returns false if it is somebody else's turn
 */
export async function inMailTurn(
  { locks, database }: { locks: postgres.Sql; database: Database },
  study: string,
  work: () => Promise<void>,
): Promise<boolean> {
  return query("sending mails", () =>
    locks.begin(async (transaction) => {
      const [row] = await transaction`
        select pg_try_advisory_xact_lock(hashtextextended(${`mehrwert mails ${study}`}, 0)) as mine`;
      if (row?.mine !== true) return false;
      await database
        .update(outboxTable)
        .set({ state: "uncertain" })
        .where(and(eq(outboxTable.study, study), eq(outboxTable.state, "handing-over")));
      await work();
      return true;
    }),
  );
}
