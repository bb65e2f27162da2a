import { join } from "node:path";
import { openStore, type Store, startEmbeddedPostgres } from "@mehrwert/store";
import { temporaryFolder } from "../../setup/database.ts";
import { databaseKilledIn, killDatabaseIn } from "../../setup/kill-database.ts";
import { freePort, type MehrwertProcess, startMehrwert } from "../../setup/process.ts";
import { startTcpRelay } from "../../setup/tcp-relay.ts";

/** A Mehrwert process and a database that comes and goes behind it. */
export type ServedOnRelay = {
  server: MehrwertProcess;
  /** Ends the database, by SIGKILL of all its processes or in order, and starts it again at once. */
  restartDatabase: (how: "kill" | "fast") => Promise<void>;
  /** What is stored, by a connection of its own. */
  withStore: <T>(work: (store: Store) => Promise<T>) => Promise<T>;
  stop: () => Promise<void>;
};

/**
 * The application as its own process with `DATABASE_URL`, its ledger and journal in files, and a PostgreSQL of its own
 * that can be killed without it. `prepare` makes the studies before it starts.
 */
export async function serveOnRelay(
  prepare: (store: Store) => Promise<void>,
): Promise<ServedOnRelay> {
  const { folder, remove } = temporaryFolder();
  const dataFolder = join(folder, "data");
  const files = {
    participationFolder: join(folder, "participation"),
    deletionJournal: join(folder, "deletion-journal"),
  };
  const relay = await startTcpRelay();
  const start = async () => {
    const started = await startEmbeddedPostgres({ dataFolder });
    relay.target(Number(new URL(started.url).port));
    return started;
  };
  let postgres = await start();
  const withStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore({ databaseUrl: postgres.url, ...files });
    return work(store).finally(() => store.close());
  };
  await withStore(prepare);
  const url = new URL(postgres.url);
  url.port = String(relay.port);
  const server = await startMehrwert(
    {
      DATABASE_URL: url.href,
      MEHRWERT_PARTICIPATION_FOLDER: files.participationFolder,
      MEHRWERT_DELETION_JOURNAL: files.deletionJournal,
    },
    await freePort(),
  );
  return {
    server,
    restartDatabase: async (how) => {
      if (how === "kill") await databaseKilledIn(dataFolder);
      relay.target(undefined);
      await postgres.stop();
      postgres = await start();
    },
    withStore,
    stop: async () => {
      await server.kill();
      await postgres.stop();
      await relay.stop();
      killDatabaseIn(folder);
      remove();
    },
  };
}
