import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  defaultDataFolder,
  EmbeddedPostgresError,
  openStore,
  type Store,
  StoreUnavailable,
  startEmbeddedPostgres,
  takeOwnership,
} from "@mehrwert/store";
import type { LocalizedText } from "@mehrwert/study";
import { projectFolder } from "./build-web-apps.ts";
import { StartFailure } from "./failure.ts";

/** An open store, what to tell about it, and how to close all of it. */
export type OpenDatabase = {
  store: Store;
  /** Where the data lie: a folder, or an address without password. */
  data: string;
  grade: LocalizedText;
  /** The data folder, if this server has one. */
  dataFolder: string | undefined;
  close: () => Promise<void>;
};

/** Opens the given PostgreSQL, or starts Mehrwert's own in the data folder. */
export async function openDatabase(options: {
  databaseUrl: string | undefined;
  dataFolder: string | undefined;
  /** Absent: a file in the data folder; with somebody else's PostgreSQL none. */
  deletionJournal: string | undefined;
  /** Absent: a folder in the data folder; with somebody else's PostgreSQL none, and no invitations. */
  participationFolder: string | undefined;
  onProgress: (text: LocalizedText) => void;
  onExit: (text: LocalizedText) => void;
}): Promise<OpenDatabase> {
  const { databaseUrl } = options;
  return databaseUrl === undefined
    ? openOwnDatabase(options)
    : openForeignDatabase({ ...options, databaseUrl });
}

function withoutPassword(databaseUrl: string): string {
  const { protocol, host, pathname } = new URL(databaseUrl);
  return `${protocol}//${host}${pathname}`;
}

async function openForeignDatabase({
  databaseUrl,
  deletionJournal,
  participationFolder,
}: {
  databaseUrl: string;
  deletionJournal: string | undefined;
  participationFolder: string | undefined;
}): Promise<OpenDatabase> {
  const address = withoutPassword(databaseUrl);
  try {
    const owner = participationFolder === undefined ? undefined : ownFolder(participationFolder);
    const store = await openStore({ databaseUrl, deletionJournal, participationFolder });
    return {
      store,
      data: address,
      dataFolder: undefined,
      grade: {
        de: `Ihr PostgreSQL ${store.databaseVersion} (DATABASE_URL): Sicherung und Betrieb liegen bei Ihnen`,
        en: `your PostgreSQL ${store.databaseVersion} (DATABASE_URL): backup and operation are yours`,
      },
      close: async () => {
        await store.close();
        owner?.release();
      },
    };
  } catch (cause) {
    throw isExplained(cause) ? new StartFailure(cause.text, cause) : cause;
  }
}

const isExplained = (cause: unknown): cause is StoreUnavailable | EmbeddedPostgresError =>
  cause instanceof StoreUnavailable || cause instanceof EmbeddedPostgresError;

/** Two processes that mark the same invitations would let people in twice. */
function ownFolder(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return takeOwnership(folder, "MEHRWERT_PARTICIPATION_FOLDER");
}

async function openOwnDatabase(options: {
  dataFolder: string | undefined;
  deletionJournal: string | undefined;
  participationFolder: string | undefined;
  onProgress: (text: LocalizedText) => void;
  onExit: (text: LocalizedText) => void;
}): Promise<OpenDatabase> {
  const isRoot = process.getuid?.() === 0;
  const dataFolder = options.dataFolder ?? defaultDataFolder({ isRoot, projectFolder });
  const { onProgress, onExit } = options;
  const postgres = await startEmbeddedPostgres({ dataFolder, onProgress, onExit }).catch(
    (cause) => {
      throw cause instanceof EmbeddedPostgresError ? new StartFailure(cause.text, cause) : cause;
    },
  );
  const deletionJournal = options.deletionJournal ?? join(postgres.dataFolder, "deletion-journal");
  const participationFolder =
    options.participationFolder ?? join(postgres.dataFolder, "participation");
  const store = await openStore({
    databaseUrl: postgres.url,
    deletionJournal,
    participationFolder,
  }).catch(async (cause) => {
    await postgres.stop();
    throw cause instanceof StoreUnavailable ? new StartFailure(cause.text, cause) : cause;
  });
  return {
    store,
    data: postgres.dataFolder,
    dataFolder: postgres.dataFolder,
    grade: {
      de: `eigenes PostgreSQL ${postgres.version}, schreibt jede bestätigte Antwort auf die Platte (fsync); sichern Sie den Ordner`,
      en: `own PostgreSQL ${postgres.version}, writes every acknowledged response to disk (fsync); back up the folder`,
    },
    close: async () => {
      await store.close();
      await postgres.stop();
    },
  };
}
