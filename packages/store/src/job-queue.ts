import PgBoss from "pg-boss";
import postgres from "postgres";
import { heldOverProcesses } from "./held-over-processes.ts";

/** Jobs that any process on the same database may do; none of them is lost when a process dies. */
export type JobQueue = {
  /** Asks for a job. While one with the same name and key waits, asking again changes nothing. */
  ask(name: string, key: string, afterSeconds?: number): Promise<void>;
  /** Lets the jobs under way end, at most so many milliseconds. */
  stop(timeoutMs?: number): Promise<void>;
};

/** What is done for a job of a name. `signal` is aborted when the process is about to stop. */
export type JobHandlers = Record<string, (key: string, signal: AbortSignal) => Promise<void>>;

/**
 * Does jobs, with others that share the database. A job says what to look at, never anything about a person: its key is a
 * study. A job whose handler fails is done again, later and later.
 *
 * @param atOnce how many jobs of a name this process does at the same time
 * @param everyMinute asked for once a minute, by one process for all
 * @param onError told what goes wrong in the queue itself
 */
export async function openJobQueue({
  databaseUrl,
  handlers,
  atOnce = 2,
  everyMinute = [],
  onError,
}: {
  databaseUrl: string;
  handlers: JobHandlers;
  atOnce?: number;
  everyMinute?: readonly string[];
  onError: (error: unknown) => void;
}): Promise<JobQueue> {
  const url = new URL(databaseUrl);
  // Its driver then reads `sslmode` as ours does.
  url.searchParams.set("uselibpqcompat", "true");
  const boss = new PgBoss({
    connectionString: url.href,
    application_name: "mehrwert jobs",
    max: 2,
    archiveCompletedAfterSeconds: 60,
    deleteAfterMinutes: 60,
  });
  const stopping = new AbortController();
  boss.on("error", onError);
  const starting = async () => {
    await boss.start();
    for (const [name, handler] of Object.entries(handlers)) {
      await boss.createQueue(name, { name, policy: "short" });
      for (let worker = 0; worker < atOnce; worker += 1)
        await boss.work<{ key: string }>(name, { pollingIntervalSeconds: 1 }, async ([job]) => {
          // What fails is done again, by a process that stays.
          if (stopping.signal.aborted) throw new Error("this process is stopping");
          if (job !== undefined) await handler(job.data.key, stopping.signal);
        });
    }
    for (const name of everyMinute) await boss.schedule(name, "* * * * *", { key: "" });
  };
  // The queue makes its tables as it starts; several processes that did so at once would be in each other's way.
  const locks = postgres(databaseUrl, { max: 1 });
  try {
    await heldOverProcesses(locks)("job queue", starting);
  } finally {
    await locks.end({ timeout: 5 });
  }
  return {
    ask: async (name, key, afterSeconds = 0) => {
      await boss.send(name, { key }, { singletonKey: key, startAfter: afterSeconds, ...retrying });
    },
    stop: async (timeoutMs = 10_000) => {
      stopping.abort();
      await boss.stop({ graceful: true, wait: true, timeout: timeoutMs });
    },
  };
}

const retrying = { retryLimit: 10, retryBackoff: true, retryDelay: 5, expireInMinutes: 10 };
