import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { DatabaseFailure, databaseErrorCode } from "./database-failure.ts";

/** A pool of connections with the query builder on top. */
export type Database = ReturnType<typeof buildDatabase>;

/** What runs inside a transaction of it. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Puts the query builder on a pool. */
export function buildDatabase(pool: postgres.Sql) {
  return drizzle({ client: pool });
}

/**
 * Runs queries and hides what the driver says about a failure, because it quotes answers.
 *
 * @param doing what was attempted, for the log: "storing a survey response"
 * @throws DatabaseFailure instead of any driver error; the errors named in `pass` go through as they are
 */
export async function query<T>(doing: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isOurs(error)) throw error;
    throw new DatabaseFailure(doing, databaseErrorCode(error));
  }
}

const ours = new Set([
  "NotFound",
  "Conflict",
  "Closed",
  "Withdrawn",
  "Invalid",
  "StoreUnavailable",
  "WrongStage",
]);
const isOurs = (error: unknown) => error instanceof Error && ours.has(error.name);

/** Asks the database for a sign of life. */
export async function pingDatabase(database: Database): Promise<void> {
  await query("asking for a sign of life", () => database.execute("select 1"));
}
