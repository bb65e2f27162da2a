import { spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { LocalizedText } from "@mehrwert/study";
import { type Binaries, serverEnvironment } from "./binaries.ts";
import { diskFull, placesIn } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { runAs, type ServerUser } from "./server-user.ts";

const draftPrefix = "new-postgres-";

/**
 * Makes sure that the data folder holds a database cluster of this version.
 *
 * It is made in a folder beside and moved into place when it is complete and on disk, so that an interrupted
 * first start leaves nothing but a draft, which the next start throws away.
 * @returns the password of the cluster's accounts
 * @throws EmbeddedPostgresError if the cluster is of another version or cannot be made
 */
export async function ensureCluster(
  dataFolder: string,
  binaries: Binaries,
  onProgress: (text: LocalizedText) => void,
): Promise<string> {
  const places = placesIn(dataFolder);
  removeDrafts(dataFolder, binaries.user);
  if (!existsSync(places.postgres)) {
    onProgress({
      de: "Die Datenbank wird angelegt (einmalig, einige Sekunden) …",
      en: "Creating the database (once, some seconds) …",
    });
    await createCluster(dataFolder, binaries);
  }
  refuseOtherVersion(dataFolder, binaries);
  return readFileSync(places.password, "utf8").trim();
}

function removeDrafts(dataFolder: string, user: ServerUser | undefined): void {
  const drafts = readdirSync(dataFolder).filter((entry) => entry.startsWith(draftPrefix));
  for (const name of drafts) removeFolder(join(dataFolder, name), user);
}

/** What cannot be removed now, because a program left over still writes there, goes at the next start. */
function removeFolder(folder: string, user: ServerUser | undefined): void {
  try {
    if (user === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    else runAs(user, 'rm -rf "$1"', [folder]);
  } catch {}
}

async function createCluster(dataFolder: string, binaries: Binaries): Promise<void> {
  const draft = join(dataFolder, `${draftPrefix}${randomUUID()}`);
  const passwordFile = join(draft, "password");
  const password = randomBytes(24).toString("base64url");
  if (binaries.user === undefined) {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600, flush: true });
  } else {
    const script = 'umask 077 && mkdir "$1" && cat >"$2" && sync "$2"';
    runAs(binaries.user, script, [draft, passwordFile], password);
  }
  const output = await runInitdb(binaries, join(draft, "cluster"), passwordFile);
  if (output !== undefined) {
    removeFolder(draft, binaries.user);
    throw initdbFailed(dataFolder, output);
  }
  renameSync(draft, placesIn(dataFolder).postgres);
  syncFolder(dataFolder);
}

/** Nothing if it worked, else what it said. */
function runInitdb(
  { folder, user }: Binaries,
  cluster: string,
  passwordFile: string,
): Promise<string | undefined> {
  const args = [
    ...["-D", cluster, "--username=postgres", `--pwfile=${passwordFile}`],
    ...["--auth-local=scram-sha-256", "--auth-host=scram-sha-256", "--encoding=UTF8"],
    ...["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ...["--no-instructions", "--data-checksums"],
  ];
  const child = spawn(join(folder, "bin", "initdb"), args, {
    cwd: dirname(cluster),
    env: serverEnvironment,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
    ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code) => resolve(code === 0 ? undefined : output));
  });
}

function initdbFailed(dataFolder: string, output: string): EmbeddedPostgresError {
  if (output.includes("No space left on device")) return diskFull(dataFolder);
  const reason = /(?:error|FATAL|PANIC):\s*(.+)/.exec(output)?.[1] ?? output.trim().slice(-300);
  return new EmbeddedPostgresError("start-failed", {
    de: `Die Datenbank ließ sich in ${dataFolder} nicht anlegen: ${reason}. Bitte prüfen Sie den Ordner oder setzen Sie DATABASE_URL.`,
    en: `The database could not be created in ${dataFolder}: ${reason}. Please check the folder, or set DATABASE_URL.`,
  });
}

function refuseOtherVersion(dataFolder: string, { version }: Binaries): void {
  const found = readFileSync(join(placesIn(dataFolder).cluster, "PG_VERSION"), "utf8").trim();
  const ours = version.split(".")[0];
  if (found === ours) return;
  throw new EmbeddedPostgresError("wrong-version", {
    de: `Die Daten in ${dataFolder} stammen von PostgreSQL ${found}, dieses Mehrwert bringt PostgreSQL ${ours} mit. Bitte starten Sie eine dazu passende Version von Mehrwert oder setzen Sie DATABASE_URL.`,
    en: `The data in ${dataFolder} belong to PostgreSQL ${found}, and this Mehrwert comes with PostgreSQL ${ours}. Please start a version of Mehrwert that fits, or set DATABASE_URL.`,
  });
}

/** Makes a rename last through a power cut. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}
