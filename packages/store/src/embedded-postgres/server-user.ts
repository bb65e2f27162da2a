import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** The account the server runs under when Mehrwert itself runs as root, which PostgreSQL refuses to do. */
export type ServerUser = { name: string; uid: number; gid: number };

/** A dedicated account if the administrator made one, else accounts every system has. */
const preferredNames = ["mehrwert", "nobody", "postgres", "daemon"];

/**
 * Accounts that could run the server, best first: the owner of an existing cluster before all others.
 *
 * @returns undefined unless this process is root: then the server runs under the same account
 */
export function serverUserCandidates(clusterFolder: string): ServerUser[] | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = usersOf(readFileSync("/etc/passwd", "utf8"));
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })?.uid;
  if (owner !== undefined) return users.filter((user) => user.uid === owner && owner !== 0);
  return preferredNames.flatMap((name) => users.filter((user) => user.name === name));
}

function usersOf(passwd: string): ServerUser[] {
  return passwd.split("\n").flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    const user = { name: name ?? "", uid: Number(uid), gid: Number(gid) };
    return user.name !== "" && Number.isInteger(user.uid) && user.uid > 0 ? [user] : [];
  });
}

/** The nearest folder on the way to `path` that the account may not pass; undefined if it can reach it. */
export function barrierFor(user: ServerUser, path: string): string | undefined {
  let barrier: string | undefined;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat !== undefined && !mayPass(user, stat)) barrier = folder;
    if (folder === dirname(folder)) return barrier;
  }
}

function mayPass(user: ServerUser, stat: { uid: number; gid: number; mode: number }): boolean {
  const search = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
  return (stat.mode & search) !== 0;
}

/**
 * Runs a shell script as that account. In a folder of the account, root must not open files itself:
 * whoever else runs under the account could have put a link there.
 *
 * @param args `$1`, `$2`, … in the script
 * @throws Error if the script fails
 */
export function runAs(user: ServerUser, script: string, args: string[], input = ""): void {
  execFileSync("/bin/sh", ["-c", script, "sh", ...args], {
    ...{ uid: user.uid, gid: user.gid, cwd: "/", input, stdio: ["pipe", "ignore", "pipe"] },
    env: { PATH: "/usr/bin:/bin", LC_ALL: "C" },
  });
}
