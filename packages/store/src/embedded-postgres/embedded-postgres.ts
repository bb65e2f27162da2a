import { setTimeout as pause } from "node:timers/promises";
import type { LocalizedText } from "@mehrwert/study";
import postgres from "postgres";
import { type Binaries, findBinaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";
import { diskFull, folderError, giveTo, placesIn, prepareDataFolder } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { type OwnerLock, takeOwnership } from "./owner-lock.ts";
import { isServerOn } from "./process-identity.ts";
import { type Launch, launchServer, runningServer, stopServer } from "./server-process.ts";

/** Mehrwert's own PostgreSQL while it runs. */
export type EmbeddedPostgres = {
  /** For `openStore`: an account that owns its database and nothing else. Holds the password. */
  url: string;
  /** The cluster's administrator. Holds the password. */
  adminUrl: string;
  /** Real path of the folder with everything in it. */
  dataFolder: string;
  /** `18.4` */
  version: string;
  /** Stops in order, waits until the server is gone and gives the folder free. */
  stop(): Promise<void>;
};

/** What `startEmbeddedPostgres` needs to know. */
export type EmbeddedPostgresOptions = {
  dataFolder: string;
  onProgress?: (text: LocalizedText) => void;
  /** Called once if the server ends without having been stopped. */
  onExit?: (text: LocalizedText) => void;
};

/**
 * Starts Mehrwert's own PostgreSQL in a data folder, making the cluster on the first start.
 *
 * A server that an earlier, killed process left behind is stopped first. The folder belongs to this process
 * until `stop` returns or the process ends. As root, the server runs under an account without privileges.
 * @throws EmbeddedPostgresError with one sentence for the person who starts Mehrwert
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const onProgress = options.onProgress ?? (() => {});
  const { dataFolder, users } = prepareDataFolder(options.dataFolder);
  const owner = ownership(dataFolder);
  try {
    const binaries = findBinaries(users);
    giveTo(binaries.user, dataFolder);
    await stopOrphan(dataFolder, binaries, onProgress);
    const password = await ensureCluster(dataFolder, binaries, onProgress);
    onProgress({ de: "Die Datenbank wird gestartet …", en: "Starting the database …" });
    const server = await launchPatiently(dataFolder, binaries);
    const stop = supervise(server, dataFolder, binaries, options.onExit, owner.release);
    const url = (account: string, database: string) =>
      `postgres://${account}:${password}@127.0.0.1:${server.port}/${database}`;
    const adminUrl = url("postgres", "postgres");
    await ensureDatabase(adminUrl, password).catch(async (error) => {
      await stop();
      throw error;
    });
    const { version } = binaries;
    return { url: url("mehrwert", "mehrwert"), adminUrl, dataFolder, version, stop };
  } catch (error) {
    owner.release();
    throw folderError(dataFolder, error);
  }
}

function ownership(dataFolder: string): OwnerLock {
  try {
    return takeOwnership(dataFolder);
  } catch (error) {
    throw folderError(dataFolder, error);
  }
}

async function stopOrphan(
  dataFolder: string,
  binaries: Binaries,
  onProgress: (text: LocalizedText) => void,
): Promise<void> {
  const { cluster } = placesIn(dataFolder);
  const pid = runningServer(cluster);
  if (pid === undefined) return;
  onProgress({
    de: "Eine Datenbank, die ein früherer Lauf zurückließ, wird beendet …",
    en: "Stopping a database that an earlier run left behind …",
  });
  const isGone = () => !isServerOn(cluster, pid);
  if (await stopServer(pid, isGone, { cluster, binaries })) return;
  throw stillRunning(dataFolder, pid);
}

/** Parts of a killed server may take a moment to notice and go; a port may be snatched away. */
async function launchPatiently(dataFolder: string, binaries: Binaries) {
  let launch: Launch = { failure: "" };
  for (let attempt = 0; attempt < 25; attempt += 1) {
    launch = await launchServer(dataFolder, binaries);
    if ("process" in launch) return launch;
    if (!/kernel lock taken|pre-existing shared memory|could not bind/.test(launch.failure)) break;
    await pause(200);
  }
  throw startFailed(dataFolder, launch.failure);
}

function supervise(
  server: Extract<Launch, { port: number }>,
  dataFolder: string,
  binaries: Binaries,
  onExit: EmbeddedPostgresOptions["onExit"],
  release: () => void,
): () => Promise<void> {
  const child = server.process;
  const pid = child.pid ?? 0;
  const { cluster } = placesIn(dataFolder);
  let stopping: Promise<void> | undefined;
  const stopAtOurEnd = () => child.kill("SIGINT");
  process.once("exit", stopAtOurEnd);
  child.once("exit", () => {
    process.off("exit", stopAtOurEnd);
    if (stopping === undefined) onExit?.(diedText(dataFolder));
  });
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const stopInOrder = async () => {
    if (!(await stopServer(pid, isGone, { cluster, binaries })))
      throw stillRunning(dataFolder, pid);
    release();
  };
  return () => {
    stopping ??= stopInOrder();
    return stopping;
  };
}

/** The account that Mehrwert uses is not the administrator's, so that a flaw in a query cannot reach files. */
async function ensureDatabase(adminUrl: string, password: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [found] = await admin`
      select exists (select from pg_roles where rolname = 'mehrwert') as account,
             exists (select from pg_database where datname = 'mehrwert') as database`;
    if (found?.account !== true)
      await admin.unsafe(`create role mehrwert login password '${password}'`);
    if (found?.database !== true) await admin.unsafe("create database mehrwert owner mehrwert");
  } finally {
    await admin.end({ timeout: 5 });
  }
}

function stillRunning(dataFolder: string, pid: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError("in-use", {
    de: `Im Datenordner ${dataFolder} läuft noch ein Datenbankserver (Prozess ${pid}), der sich nicht beenden lässt. Bitte beenden Sie ihn und starten Sie noch einmal.`,
    en: `A database server (process ${pid}) still runs in the data folder ${dataFolder} and cannot be stopped. Please end it and start again.`,
  });
}

function startFailed(dataFolder: string, output: string): EmbeddedPostgresError {
  if (output.includes("No space left on device")) return diskFull(dataFolder);
  if (output.includes("kernel lock taken"))
    return new EmbeddedPostgresError("in-use", {
      de: `Der Datenordner ${dataFolder} wird von einem Datenbankserver benutzt, den dieses System nicht zeigt, etwa aus einem anderen Container. Beenden Sie ihn zuerst oder wählen Sie einen anderen Ordner.`,
      en: `The data folder ${dataFolder} is used by a database server that this system does not show, for instance from another container. Stop it first or choose another folder.`,
    });
  const reason = /(?:FATAL|PANIC):\s*(.+)/.exec(output)?.[1] ?? output.trim().slice(-300);
  const { log } = placesIn(dataFolder);
  return new EmbeddedPostgresError("start-failed", {
    de: `Die Datenbank in ${dataFolder} startet nicht: ${reason}. Mehr steht in ${log}; sonst hilft DATABASE_URL.`,
    en: `The database in ${dataFolder} does not start: ${reason}. There is more in ${log}; otherwise set DATABASE_URL.`,
  });
}

function diedText(dataFolder: string): LocalizedText {
  const { log } = placesIn(dataFolder);
  return {
    de: `Die Datenbank hat sich unerwartet beendet; mehr steht in ${log}. Bestätigte Antworten sind gespeichert. Bitte starten Sie Mehrwert noch einmal.`,
    en: `The database ended unexpectedly; there is more in ${log}. Acknowledged responses are safe. Please start Mehrwert again.`,
  };
}
