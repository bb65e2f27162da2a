import type postgres from "postgres";

/** Does work while no other process on the same database does work of the same name. */
export type Held = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/**
 * Locks over all processes that share a database. A lock belongs to a transaction, so that it also holds behind a pooler
 * of transactions, and goes with the connection of whoever dies. It writes nothing: no row, no log.
 *
 * Callers get the result as soon as the work is done. They do not wait for the end of the transaction, of which the driver
 * may never hear when the database dies while the work goes on.
 */
export function heldOverProcesses(pool: postgres.Sql): Held {
  return (name, work) =>
    new Promise((resolve, reject) => {
      pool
        .begin(async (transaction) => {
          await transaction`select pg_advisory_xact_lock(hashtextextended(${`mehrwert ${name}`}, 0))`;
          resolve(await work());
        })
        .catch(reject);
    });
}
