import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import type { ServerUser } from "./server-user.ts";

/** Programs of one PostgreSQL version that a certain account can run. */
export type Binaries = {
  folder: string;
  /** `18.4` */
  version: string;
  user: ServerUser | undefined;
};

/** Where copies of the programs go for an account that cannot reach the packages' folder. */
const copiesFolder = "/var/cache/mehrwert";

/**
 * Finds programs that one of the accounts can run, copying them once per version if it cannot reach them:
 * a project in a closed folder such as root's home is out of reach for any other account.
 *
 * @throws EmbeddedPostgresError `unsupported-platform` if there are none for this system
 */
export function findBinaries(users: ServerUser[] | undefined): Binaries {
  const { folder, label } = packageFolder();
  mendLinks(folder);
  const candidates = users ?? [undefined];
  for (const user of candidates) {
    const version = runnableVersion(folder, user);
    if (version !== undefined) return { folder, version, user };
  }
  if (users !== undefined) {
    const copy = copyOf(folder, label);
    for (const user of users) {
      const version = runnableVersion(copy, user);
      if (version !== undefined) return { folder: copy, version, user };
    }
  }
  throw unsupported();
}

function packageFolder(): { folder: string; label: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const isNamed = typeof manifest === "object" && manifest !== null && "version" in manifest;
    return { folder: join(root, "native"), label: isNamed ? String(manifest.version) : "unknown" };
  } catch {
    throw unsupported();
  }
}

/** The packages carry their links as a list, for a script that some installers are told not to run. */
function mendLinks(folder: string): void {
  try {
    const links: unknown = JSON.parse(readFileSync(join(folder, "pg-symlinks.json"), "utf8"));
    for (const link of Array.isArray(links) ? links : []) {
      const [source, target] = [String(link.source), String(link.target)];
      const place = join(dirname(folder), target);
      if (!existsSync(place)) symlinkSync(relative(dirname(target), source), place);
    }
  } catch {
    // A package without links, or a folder we may not write: running the programs tells whether they work.
  }
}

function runnableVersion(folder: string, user: ServerUser | undefined): string | undefined {
  const program = join(folder, "bin", process.platform === "win32" ? "postgres.exe" : "postgres");
  try {
    const answer = execFileSync(program, ["--version"], {
      encoding: "utf8",
      cwd: "/",
      env: serverEnvironment,
      stdio: ["ignore", "pipe", "ignore"],
      ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
    });
    return /(\d+\.\d+)/.exec(answer)?.[1];
  } catch {
    return undefined;
  }
}

/** What the server's processes see of our environment: nothing of it. */
export const serverEnvironment: NodeJS.ProcessEnv =
  process.platform === "win32" ? process.env : { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

function copyOf(folder: string, label: string): string {
  const copy = join(copiesFolder, `postgresql-${label}`);
  if (existsSync(copy)) return copy;
  const draft = join(copiesFolder, `draft-${process.pid}-${basename(copy)}`);
  try {
    mkdirSync(copiesFolder, { recursive: true });
    chmodSync(copiesFolder, 0o755);
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
    makeReadable(draft);
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw notCopied(error);
  }
  return copy;
}

/** A copy made under a strict umask, or of files that were closed, would be as closed as they. */
function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

function notCopied(error: unknown): EmbeddedPostgresError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new EmbeddedPostgresError("unwritable-folder", {
    de: `Die Datenbankprogramme ließen sich nicht nach ${copiesFolder} kopieren (${code}), wo das Konto der Datenbank sie erreicht. Bitte schaffen Sie dort Platz und Schreibrecht oder setzen Sie DATABASE_URL.`,
    en: `The database programs could not be copied to ${copiesFolder} (${code}), where the database's account can reach them. Please make that folder writable with some space left, or set DATABASE_URL.`,
  });
}

function unsupported(): EmbeddedPostgresError {
  const system = `${process.platform}-${process.arch}`;
  return new EmbeddedPostgresError("unsupported-platform", {
    de: `Für dieses System (${system}) bringt Mehrwert keine lauffähige Datenbank mit. Bitte richten Sie PostgreSQL 15 oder neuer ein und setzen Sie DATABASE_URL=postgres://name:passwort@host:5432/datenbank.`,
    en: `Mehrwert has no database of its own that runs on this system (${system}). Please set up PostgreSQL 15 or newer and set DATABASE_URL=postgres://name:password@host:5432/database.`,
  });
}
