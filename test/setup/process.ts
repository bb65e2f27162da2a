import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { projectFolder } from "@mehrwert/api";

/** Mehrwert as its own process, as a person starts it. */
export type MehrwertProcess = {
  url: string;
  pid: number;
  /** Standard output and error so far. */
  output: () => string;
  /** Exit code once ended; null after a signal. */
  ended: Promise<number | null>;
  /** Sends SIGTERM and waits for the end. */
  stop: () => Promise<number | null>;
  /** SIGKILL for the server alone, or for everything it started too. */
  kill: (whole?: boolean) => Promise<void>;
};

/** A port nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === pid;
      } catch {
        return false;
      }
    })
    .map(Number);
}

function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}

function killed(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself in the meantime.
  }
}

/** Spawns the server with this environment and returns at once; see `isServing`. */
export function spawnMehrwert(env: { [name: string]: string }, port: number): MehrwertProcess {
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", "apps/api/src/main.ts"], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, TZ: "UTC", LANG: "C", MEHRWERT_PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const pid = child.pid;
  if (pid === undefined) throw new Error("the server could not be spawned");
  return {
    url: `http://127.0.0.1:${port}`,
    pid,
    output: () => output,
    ended,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
    kill: async (whole = false) => {
      const family = whole ? descendantsOf(pid) : [];
      killed(pid);
      for (const member of family) killed(member);
      await gone;
    },
  };
}

/** Spawns the server and waits until it answers; fails with its output if it ends first. */
export async function startMehrwert(
  env: { [name: string]: string },
  port: number,
): Promise<MehrwertProcess> {
  const running = spawnMehrwert(env, port);
  let hasEnded = false;
  running.ended.then(() => (hasEnded = true)).catch(() => undefined);
  for (let attempt = 0; attempt < 1200; attempt++) {
    if (hasEnded) throw new Error(`the server ended before it served:\n${running.output()}`);
    const reply = await fetch(`${running.url}/health`).catch(() => undefined);
    if (reply?.ok) return running;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await running.kill(true);
  throw new Error(`the server did not answer within a minute:\n${running.output()}`);
}
