import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";

/**
 * A process, told apart from a later one that got the same number.
 * `birth` is absent where the system does not tell (Windows); then only the number counts.
 */
export type ProcessIdentity = { pid: number; birth?: string | undefined };

/** The running process. */
export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, birth: birthOf(process.pid) };
}

/** Whether that very process still runs. A process waiting to be reaped by its parent does not. */
export function isRunning({ pid, birth }: ProcessIdentity): boolean {
  if (!hasNumber(pid)) return false;
  if (process.platform !== "linux") {
    const now = birthOf(pid);
    return birth === undefined || now === undefined || now === birth;
  }
  const stat = linuxStat(pid);
  if (stat === undefined) return true;
  return !"ZX".includes(stat.state) && (birth === undefined || birthOf(pid) === birth);
}

/** When a process began, as text that is equal only for the same process; undefined if unknown. */
function birthOf(pid: number): string | undefined {
  if (process.platform === "win32") return undefined;
  if (process.platform !== "linux") return psColumn(pid, "lstart");
  const stat = linuxStat(pid);
  if (stat === undefined) return undefined;
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return `${boot} ${readlinkSync("/proc/self/ns/pid")} ${stat.startTicks}`;
}

/** Whether a process is a PostgreSQL server on this cluster folder, by what the system says about it. */
export function isServerOn(clusterFolder: string, pid: number): boolean {
  if (!isRunning({ pid })) return false;
  if (process.platform === "win32") return true;
  if (process.platform !== "linux") {
    const command = psColumn(pid, "command") ?? "";
    return command.includes("postgres") && command.includes(`-D ${clusterFolder}`);
  }
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    const isPostgres = words[0]?.endsWith("postgres") ?? false;
    return isPostgres && (words.includes(clusterFolder) || worksIn(pid) === clusterFolder);
  } catch {
    return false;
  }
}

/** A server's working folder is its cluster folder, also after that was renamed. */
function worksIn(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function hasNumber(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function linuxStat(pid: number): { state: string; startTicks: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", startTicks: fields[19] ?? "" };
  } catch {
    return undefined;
  }
}

function psColumn(pid: number, column: "lstart" | "command"): string | undefined {
  try {
    const args = ["-ww", "-o", `${column}=`, "-p", String(pid)];
    const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
    return execFileSync("ps", args, { encoding: "utf8", env }).trim() || undefined;
  } catch {
    return undefined;
  }
}
