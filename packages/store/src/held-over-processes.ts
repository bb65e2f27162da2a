import type postgres from "postgres";

/** Does work while no other process on the same database does work of the same name. */
export type Held = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/**
 * Locks over all processes that share a database. A lock belongs to a transaction, so that it also holds behind a pooler
 * of transactions, and goes with the connection of whoever dies. It writes nothing: no row, no log.
 */
export function heldOverProcesses(pool: postgres.Sql): Held {
  const held = <T>(name: string, work: () => Promise<T>) =>
    pool.begin(async (transaction) => {
      await transaction`select pg_advisory_xact_lock(hashtextextended(${`mehrwert ${name}`}, 0))`;
      return { result: await work() };
    });
  return async (name, work) => (await held(name, work)).result;
}
