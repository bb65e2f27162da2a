import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type postgres from "postgres";
import { buildDatabase } from "./database.ts";
import { StoreUnavailable } from "./store-unavailable.ts";

const migrationsFolder = fileURLToPath(new URL("../migrations", import.meta.url));

/** Any number that no other program on this database is likely to lock. */
const lockNumber = 7_110_482_655_301;

/**
 * Brings the tables to this version. Processes that start together wait for each other.
 *
 * @param connection a pool of exactly one connection, because the lock belongs to the connection
 * @throws StoreUnavailable if a later version of Mehrwert has already changed the tables
 */
export async function migrateTables(connection: postgres.Sql): Promise<void> {
  await connection`select pg_advisory_lock(${lockNumber})`;
  try {
    await refuseLaterTables(connection);
    await migrate(buildDatabase(connection), { migrationsFolder });
  } finally {
    await connection`select pg_advisory_unlock(${lockNumber})`;
  }
}

async function refuseLaterTables(connection: postgres.Sql): Promise<void> {
  const [exists] = await connection`
    select to_regclass('drizzle.__drizzle_migrations') is not null as migrated`;
  if (exists?.migrated !== true) return;
  const [latest] = await connection`
    select max(created_at)::text as latest from drizzle.__drizzle_migrations`;
  const known = Math.max(
    ...readMigrationFiles({ migrationsFolder }).map((file) => file.folderMillis),
  );
  if (Number(latest?.latest ?? 0) <= known) return;
  throw new StoreUnavailable({
    de: "Die Datenbank wurde von einer neueren Version von Mehrwert angelegt; bitte starten Sie mindestens diese Version.",
    en: "The database was set up by a later version of Mehrwert; please start that version or a later one.",
  });
}
