import { type ChildProcess, execFile, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Binaries, serverEnvironment } from "./binaries.ts";
import { placesIn } from "./data-folder.ts";
import { isServerOn } from "./process-identity.ts";

/** A server that accepts connections, or what it said before it gave up. */
export type Launch = { process: ChildProcess; port: number } | { failure: string };

/**
 * Starts the server once and waits until it accepts connections.
 *
 * It leads a session of its own, so that Ctrl-C in the terminal reaches Mehrwert alone, which then stops it in
 * order. Its log goes to a file, which still takes it when Mehrwert is gone, and quotes neither statements nor values.
 */
export async function launchServer(dataFolder: string, binaries: Binaries): Promise<Launch> {
  const places = placesIn(dataFolder);
  const port = await freePort();
  const server = [join(binaries.folder, "bin", "postgres"), "-D", places.cluster];
  const child = spawnLogged(dataFolder, binaries, [...server, ...settings(port)]);
  let isOver = false;
  child.once("error", () => {
    isOver = true;
  });
  child.once("exit", () => {
    isOver = true;
  });
  while (!isOver) {
    if (isReady(places.cluster, child.pid)) return { process: child, port };
    await pause(20);
  }
  if (child.exitCode === kernelLockTaken) return { failure: "kernel lock taken" };
  return { failure: existsSync(places.log) ? readFileSync(places.log, "utf8") : "" };
}

/**
 * As root, the folder belongs to another account, whose links root must not follow: so it is the server's
 * account that opens the log, in a shell that becomes the server.
 */
function spawnLogged(dataFolder: string, { user }: Binaries, command: string[]): ChildProcess {
  const { cluster, log } = placesIn(dataFolder);
  const pidFile = join(cluster, "postmaster.pid");
  const options = { cwd: dataFolder, env: serverEnvironment, detached: true };
  if (process.platform === "win32") {
    rmSync(pidFile, { force: true });
    const logFile = openSync(log, "w", 0o600);
    const [program = "", ...args] = command;
    const child = spawn(program, args, { ...options, stdio: ["ignore", logFile, logFile] });
    closeSync(logFile);
    return child;
  }
  const start = 'rm -f "$0" && : >"$1" && shift && exec "$@"';
  const startLocked = [...kernelLock(dataFolder), "/bin/sh", "-c", start, pidFile, log, ...command];
  return spawn("/bin/sh", ["-c", 'umask 077; exec "$@" >>"$0" 2>&1', log, ...startLocked], {
    ...options,
    stdio: "ignore",
    ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
  });
}

function settings(port: number): string[] {
  const values = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 60,
    shared_buffers: "32MB",
    max_wal_size: "256MB",
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    log_parameter_max_length_on_error: 0,
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

const kernelLockTaken = 75;

/**
 * Takes a lock that the kernel keeps for as long as any process of the server lives (Linux).
 *
 * It holds even between containers that share the folder but cannot see each other's processes. Under it, it is
 * safe to remove a pid file, whose number may belong to a stranger by now whom PostgreSQL would take for a server.
 * Elsewhere the caller's ownership of the folder has to do.
 */
function kernelLock(dataFolder: string): string[] {
  const flock = "/usr/bin/flock";
  if (process.platform !== "linux" || !existsSync(flock)) return [];
  const conflict = `--conflict-exit-code=${kernelLockTaken}`;
  return [flock, "--nonblock", "--no-fork", conflict, placesIn(dataFolder).serverLock];
}

/** The last line of the server's own pid file says when it accepts connections. */
function isReady(cluster: string, pid: number | undefined): boolean {
  const lines = pidFileLines(cluster);
  return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
}

function pidFileLines(cluster: string): string[] {
  const file = join(cluster, "postmaster.pid");
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

/** The number of the server process that runs on a cluster according to its pid file and the system. */
export function runningServer(cluster: string): number | undefined {
  const pid = Number(pidFileLines(cluster)[0] ?? 0);
  return pid > 0 && isServerOn(cluster, pid) ? pid : undefined;
}

/**
 * Stops a server and waits until it is gone: in order, and after ten seconds at once, which loses nothing that
 * was acknowledged.
 */
export async function stopServer(
  pid: number,
  isGone: () => boolean,
  { cluster, binaries }: { cluster: string; binaries: Binaries },
): Promise<boolean> {
  for (const [signal, mode] of [
    ["SIGINT", "fast"],
    ["SIGQUIT", "immediate"],
  ] as const) {
    if (!isGone()) sendStop(pid, signal, mode, cluster, binaries);
    for (let waitedMs = 0; waitedMs < 10_000 && !isGone(); waitedMs += 20) await pause(20);
  }
  return isGone();
}

function sendStop(
  pid: number,
  signal: "SIGINT" | "SIGQUIT",
  mode: "fast" | "immediate",
  cluster: string,
  binaries: Binaries,
): void {
  if (process.platform === "win32") {
    // Windows knows no signals; without this program a stop would be a kill.
    const args = ["stop", "-D", cluster, "-m", mode, "--no-wait"];
    execFile(join(binaries.folder, "bin", "pg_ctl.exe"), args, () => {});
    return;
  }
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in the meantime.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
