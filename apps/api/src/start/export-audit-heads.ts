import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { AccountStore } from "@mehrwert/store";
import type { Logger } from "pino";
import { loggableError } from "../problems/loggable-error.ts";
import type { OpenDatabase } from "./open-database.ts";

const hourMs = 3_600_000;

/** The file in the folder: one head of the audit log per line, JSON. */
export const auditHeadsFile = "audit-heads.jsonl";

/** The folder that was named, or one in the data folder, or none. */
export function auditFolder(
  named: string | undefined,
  { dataFolder }: Pick<OpenDatabase, "dataFolder">,
): string | undefined {
  return named ?? (dataFolder && join(dataFolder, "audit"));
}

/**
 * Notes where the audit log ends, now and once on every new day, at the end of a file. Kept where nobody who can change the
 * database can reach it, this shows a log that was shortened or written anew. A failure is logged and tried again an hour later.
 *
 * @returns a function that ends it, after the run under way
 */
export function exportAuditHeads({
  store,
  folder,
  now,
  log,
}: {
  store: Pick<AccountStore, "auditHead">;
  folder: string;
  now: () => Date;
  log: Logger;
}): () => Promise<void> {
  let doneOn = "";
  let running = Promise.resolve();
  const runOnNewDay = async () => {
    const day = now().toISOString().slice(0, 10);
    if (day === doneOn) return;
    try {
      const head = await store.auditHead(now());
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      appendFileSync(join(folder, auditHeadsFile), `${JSON.stringify(head)}\n`, { mode: 0o600 });
      doneOn = day;
    } catch (error) {
      log.error({ causes: loggableError(error) }, "the audit log's head could not be exported");
    }
  };
  const run = () => {
    running = running.then(runOnNewDay);
  };
  run();
  const timer = setInterval(run, hourMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
