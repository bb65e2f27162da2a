import type { Store } from "@mehrwert/store";
import { draftDays } from "@mehrwert/study";
import type { Logger } from "pino";
import { loggableError } from "../problems/loggable-error.ts";

const hourMs = 3_600_000;

/**
 * Deletes what must not be kept any longer, now and once on every day that begins: responses and interviews past their study's
 * retention date, withdrawn ones that an older copy of the database brought back, drafts nobody goes on with, and old
 * feedback on accessibility. Before that, waves past their last day begin to finish, and studies that have finished are
 * closed. A failure is logged and tried again an hour
 * later. The log learns how many, never of which study.
 *
 * @returns a function that ends it, after the run under way
 */
export function deleteDaily({
  store,
  now,
  log,
}: {
  store: Pick<
    Store,
    | "finishPastWaves"
    | "closeFinishedStudies"
    | "deleteExpiredResponses"
    | "deleteExpiredDrafts"
    | "replayDeletions"
    | "deleteExpiredFeedback"
  > & { accounts: Pick<Store["accounts"], "deleteExpiredLinks" | "deleteOldFailures"> };
  now: () => Date;
  log: Logger;
}): () => Promise<void> {
  let doneOn = "";
  let running = Promise.resolve();
  const runOnNewDay = async () => {
    const day = now().toISOString().slice(0, 10);
    if (day === doneOn) return;
    try {
      const withdrawn = await store.replayDeletions();
      const finishing = await store.finishPastWaves(day);
      const closed = await store.closeFinishedStudies(day);
      const expired = await store.deleteExpiredResponses(day);
      const drafts = await store.deleteExpiredDrafts(day, draftDays);
      const feedback = await store.deleteExpiredFeedback(day);
      await store.accounts.deleteExpiredLinks(now());
      await store.accounts.deleteOldFailures(new Date(now().getTime() - 24 * hourMs));
      const responses = expired.reduce((sum, entry) => sum + entry.responses, 0);
      const done = { finishing, closed, withdrawn, expired: responses, drafts, feedback };
      if (Object.values(done).some((count) => count > 0)) log.info(done, "deletion");
      doneOn = day;
    } catch (error) {
      log.error({ causes: loggableError(error) }, "deletion failed");
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
