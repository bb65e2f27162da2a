import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { barrierFor, type ServerUser, serverUserCandidates } from "./server-user.ts";

/**
 * Where the data lie unless the person says otherwise.
 *
 * Root gets a folder of its own outside the project: the server runs under another account, which could not
 * reach a project in root's home.
 */
export function defaultDataFolder(place: { isRoot: boolean; projectFolder: string }): string {
  return place.isRoot ? "/var/lib/mehrwert" : join(place.projectFolder, ".data");
}

/** Where things lie in a data folder. */
export function placesIn(dataFolder: string) {
  const postgres = join(dataFolder, "postgres");
  return {
    postgres,
    cluster: join(postgres, "cluster"),
    password: join(postgres, "password"),
    serverLock: join(dataFolder, "server.lock"),
    log: join(dataFolder, "postgres.log"),
  };
}

/** A data folder that is ready, under its real path, and the accounts that may run the server in it. */
export type PreparedFolder = { dataFolder: string; users: ServerUser[] | undefined };

/**
 * Creates the data folder if need be and closes it to everybody else (0700).
 *
 * @throws EmbeddedPostgresError if it cannot be written or reached, or holds somebody else's files
 */
export function prepareDataFolder(path: string): PreparedFolder {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
    const dataFolder = realpathSync(path);
    refuseForeignFolder(dataFolder);
    const users = reachableUsers(dataFolder);
    chmodSync(dataFolder, 0o700);
    return { dataFolder, users };
  } catch (error) {
    throw folderError(path, error);
  }
}

/** Hands the data folder to the account that runs the server; nothing to do unless this process is root. */
export function giveTo(user: ServerUser | undefined, dataFolder: string): void {
  if (user !== undefined) chownSync(dataFolder, user.uid, user.gid);
}

function refuseForeignFolder(dataFolder: string): void {
  const isFolder = statSync(dataFolder).isDirectory();
  const names = isFolder ? readdirSync(dataFolder).filter((name) => name !== "lost+found") : [];
  const isOurs = names.length === 0 || names.includes("owners");
  if (isFolder && isOurs) return;
  throw new EmbeddedPostgresError("foreign-folder", {
    de: `${dataFolder} ist kein Datenordner von Mehrwert und nicht leer. Bitte geben Sie mit MEHRWERT_DATA einen leeren oder neuen Ordner an.`,
    en: `${dataFolder} is not a data folder of Mehrwert and not empty. Please name an empty or new folder with MEHRWERT_DATA.`,
  });
}

function reachableUsers(dataFolder: string): ServerUser[] | undefined {
  const candidates = serverUserCandidates(placesIn(dataFolder).cluster);
  if (candidates === undefined) return undefined;
  const users = candidates.filter((user) => barrierFor(user, dataFolder) === undefined);
  if (users.length > 0) return users;
  const first = candidates[0];
  const barrier = first === undefined ? undefined : barrierFor(first, dataFolder);
  if (barrier === undefined) throw noAccount(dataFolder);
  throw new EmbeddedPostgresError("unreachable-folder", {
    de: `Als root läuft die Datenbank unter einem Konto ohne Rechte, und das erreicht ${dataFolder} nicht, weil ${barrier} gesperrt ist. Bitte wählen Sie einen erreichbaren Datenordner, etwa MEHRWERT_DATA=/var/lib/mehrwert, oder setzen Sie DATABASE_URL.`,
    en: `As root, the database runs under an account without privileges, which cannot reach ${dataFolder} because ${barrier} is closed to it. Please choose a data folder it can reach, such as MEHRWERT_DATA=/var/lib/mehrwert, or set DATABASE_URL.`,
  });
}

function noAccount(dataFolder: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError("unreachable-folder", {
    de: `Als root läuft die Datenbank unter einem Konto ohne Rechte, und für ${dataFolder} gibt es keines. Bitte geben Sie den Ordner einem solchen Konto (chown -R nobody ${dataFolder}), starten Sie ohne root oder setzen Sie DATABASE_URL.`,
    en: `As root, the database runs under an account without privileges, and there is none for ${dataFolder}. Please give the folder to such an account (chown -R nobody ${dataFolder}), start without root, or set DATABASE_URL.`,
  });
}

/** Says what a failure of the file system means to the person; every other error stays as it is. */
export function folderError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof EmbeddedPostgresError) return error;
  const code = "code" in error ? String(error.code) : "";
  if (code === "ENOSPC" || error.message.includes("No space left on device")) return diskFull(path);
  if (!["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOENT", "EDQUOT"].includes(code))
    return error;
  return new EmbeddedPostgresError("unwritable-folder", {
    de: `Der Datenordner ${path} lässt sich nicht anlegen oder beschreiben (${code}). Bitte wählen Sie mit MEHRWERT_DATA einen Ordner, der Ihnen gehört, oder setzen Sie DATABASE_URL.`,
    en: `The data folder ${path} cannot be created or written (${code}). Please choose a folder that belongs to you with MEHRWERT_DATA, or set DATABASE_URL.`,
  });
}

/** The error for a full disk. */
export function diskFull(path: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError("disk-full", {
    de: `Auf dem Datenträger von ${path} ist kein Platz mehr. Bitte schaffen Sie Platz und starten Sie noch einmal.`,
    en: `The disk that holds ${path} is full. Please free some space and start again.`,
  });
}
