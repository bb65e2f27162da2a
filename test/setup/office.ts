import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "@mehrwert/store";
import { setupToken } from "./account.ts";
import { testDatabase } from "./database.ts";
import { freePort, type MehrwertProcess, startMehrwert } from "./process.ts";
import type { TestSmtp } from "./smtp.ts";
import { startBalancer } from "./tcp-balancer.ts";
import { until } from "./until.ts";

/** Mehrwert as an office runs it: processes on one database behind a balancer, whose mails leave through a mail server. */
export type Office = {
  /** Of the balancer. */
  url: string;
  servers: MehrwertProcess[];
  /** What is stored, by a connection of its own. */
  store: Store;
  databaseUrl: string;
  /** Starts the server at this place again. */
  startAgain: (at: number) => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * Starts so many servers at once on an empty database, as an orchestrator would, and waits until each has printed its link for the
 * first administrator.
 */
export async function startOffice(smtp: TestSmtp, servers: number): Promise<Office> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), "mehrwert-office-"));
  const participationFolder = join(folder, "participation");
  const ports = await Promise.all(Array.from({ length: servers }, freePort));
  const balancer = await startBalancer(ports, await freePort());
  const env = {
    DATABASE_URL: database.url,
    MEHRWERT_PARTICIPATION_FOLDER: participationFolder,
    MEHRWERT_DELETION_JOURNAL: join(folder, "deletion-journal"),
    MEHRWERT_PUBLIC_URL: balancer.url,
    MEHRWERT_LANG: "de",
    MEHRWERT_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    MEHRWERT_MAIL_FROM: "Befragung <befragung@amt.example>",
  };
  const running = await Promise.all(ports.map((port) => startMehrwert(env, port)));
  await until(
    () => running.every((one) => setupToken(one.output()) !== undefined),
    "every server has printed its link",
  ).catch((cause) => {
    throw new Error(running.map((one) => one.output()).join("\n"), { cause });
  });
  const store = await openStore({ databaseUrl: database.url, participationFolder });
  return {
    ...{ url: balancer.url, servers: running, store, databaseUrl: database.url },
    startAgain: async (at) => {
      running[at] = await startMehrwert(env, ports[at] ?? 0);
    },
    stop: async () => {
      await Promise.all(running.map((one) => one.stop()));
      await balancer.stop();
      await store.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
