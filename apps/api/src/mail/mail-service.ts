import { type FieldworkStore, type JobQueue, openJobQueue } from "@mehrwert/store";
import type { Logger } from "pino";
import { loggableError } from "../problems/loggable-error.ts";
import { type Sending, sendMails } from "./send-mails.ts";

/** What sends mails in the background. `isConfigured` is false where no mail server is named: then mails wait. */
export type MailService = {
  isConfigured: boolean;
  /** Looks at a study's outbox soon; the empty name stands for mails of the installation itself. */
  wake(study: string): Promise<void>;
  stop(): Promise<void>;
};

/** No mail server: what is in the outbox waits until there is one. */
export const noMailService: MailService = {
  isConfigured: false,
  wake: async () => undefined,
  stop: async () => undefined,
};

/** Two jobs: one looks every minute which studies have mails; one sends those of a study. */
const names = { look: "look-for-mails", send: "send-mails" };

/**
 * Sends what is in the outbox, together with all processes on the same database. What counts is the outbox; a job only says
 * where to look, and one that got lost is made up for within a minute.
 */
export async function startMailService({
  databaseUrl,
  log,
  ...sending
}: Sending & {
  store: { fieldwork: Pick<FieldworkStore, "studiesWithMail"> };
  databaseUrl: string;
  log: Logger;
}): Promise<MailService> {
  const { fieldwork } = sending.store;
  let jobs: JobQueue | undefined;
  const ask = async (study: string, afterSeconds = 0) =>
    jobs?.ask(names.send, study === "" ? installation : study, afterSeconds);
  jobs = await openJobQueue({
    databaseUrl,
    onError: (error) => log.error({ causes: loggableError(error) }, "job queue"),
    handlers: {
      [names.look]: async () => {
        for (const study of await fieldwork.studiesWithMail()) await ask(study);
      },
      [names.send]: async (key, signal) => {
        const study = key === installation ? "" : key;
        const turn = await sendMails(sending, study, signal);
        if (turn?.againAfter !== undefined) await ask(study, turn.againAfter);
      },
    },
    everyMinute: [names.look],
  });
  await jobs.ask(names.look, installation);
  return { isConfigured: true, wake: (study) => ask(study), stop: () => jobs.stop() };
}

/** A key no study can have. */
const installation = "*";
