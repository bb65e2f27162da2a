import { setTimeout as wait } from "node:timers/promises";
import { participationLink, secretCode } from "@mehrwert/privacy";
import type { FieldworkStore, OutgoingMail, Store } from "@mehrwert/store";
import { filledMail, type Mailing, type Study } from "@mehrwert/study";
import { type MailContent, mailMessage } from "./mail-message.ts";
import type { MailSettings } from "./mail-settings.ts";
import { type SendOutcome, SmtpLink, type SmtpPatience } from "./smtp-link.ts";

/** What sending needs from outside. */
export type Sending = {
  store: Pick<Store, "study"> & { fieldwork: Outbox };
  settings: MailSettings;
  /** The private key mails are signed with, in PEM. */
  dkimKey?: string | undefined;
  /** Where studies are answered, without a slash at the end. */
  publicUrl: string;
  patience?: SmtpPatience;
  /** How long to wait after the server failed. Default: 30 seconds. */
  troubleSeconds?: number;
  /** How long to wait after it asked to come again for somebody; doubled up to four times. Default: five minutes. */
  greylistSeconds?: number;
};

type Outbox = Pick<
  FieldworkStore,
  | "mailing"
  | "inMailTurn"
  | "nextMail"
  | "handOver"
  | "mailSent"
  | "mailUncertain"
  | "mailPutBack"
  | "mailRefused"
  | "noteTrouble"
>;

/** How codes of participation look. */
export const codeOf = (bytes: Uint8Array) => secretCode("participation", bytes);

/** After so many milliseconds the turn is passed on; what is left is sent in the next. */
const turnMs = 30_000;
/** After so many failures a mail is given up: with growing pauses that is about a day. */
const mostAttempts = 20;
const accountMailsPerMinute = 600;

/** When to go on with mails that are left, in seconds from now; absent: nothing is left. */
export type Turn = { againAfter?: number };

/**
 * Sends mails of a study as long as its turn lasts, at the study's rate, one after the other. Ends when none is left, the
 * turn is over, the server fails, or somebody asks to stop.
 *
 * @returns undefined if it is another process's turn
 */
export async function sendMails(
  sending: Sending,
  study: string,
  signal: AbortSignal,
): Promise<Turn | undefined> {
  const { fieldwork } = sending.store;
  let turn: Turn | undefined;
  await fieldwork.inMailTurn(study, async () => {
    turn = await takeTurn(sending, study, signal);
  });
  return turn;
}

async function takeTurn(sending: Sending, slug: string, signal: AbortSignal): Promise<Turn> {
  const { fieldwork } = sending.store;
  const about =
    slug === ""
      ? undefined
      : { study: await sending.store.study(slug), mailing: await fieldwork.mailing(slug) };
  const perMinute = about?.mailing.perMinute ?? accountMailsPerMinute;
  const { troubleSeconds = 30, greylistSeconds = 300 } = sending;
  const link = new SmtpLink(sending.settings, sending.patience);
  const tried: string[] = [];
  const until = Date.now() + turnMs;
  let mostTried = 0;
  try {
    while (!signal.aborted && Date.now() <= until) {
      const mail = await fieldwork.nextMail({ study: slug, tried, codeOf });
      if (mail === undefined)
        return tried.length === 0
          ? {}
          : { againAfter: greylistSeconds * 2 ** Math.min(mostTried, 4) };
      const result = await sendOne({ sending, link }, mail, contentOf(sending, mail, about));
      const isGreylisted = result.outcome === "later" && result.isAboutRecipient;
      if (isGreylisted) {
        tried.push(mail.mail);
        mostTried = Math.max(mostTried, mail.attempts);
      } else if (result.outcome === "later" || result.outcome === "unknown") {
        await fieldwork.noteTrouble(slug, result.reply);
        return { againAfter: troubleSeconds };
      } else await fieldwork.noteTrouble(slug, undefined);
      await wait(60_000 / perMinute, undefined, { signal }).catch(() => undefined);
    }
    return { againAfter: 0 };
  } finally {
    link.close();
  }
}

type About = { study: Study; mailing: Mailing };

function contentOf(
  { publicUrl }: Sending,
  mail: OutgoingMail,
  about: About | undefined,
): MailContent {
  const { mail: id, recipient: to, code = "", name, subject = "", body = "" } = mail;
  if (about === undefined || mail.kind === "account") return { id, to, subject, text: body };
  const { study, mailing } = about;
  const link = participationLink({
    origin: publicUrl,
    study: study.slug,
    code,
    fingerprint: study.credentialKey?.fingerprint,
  });
  const facts = { study: study.title, link, code, ...(name && { name }) };
  const filled = filledMail(mailing[mail.kind], mailing.language, facts);
  return { id, to, subject: filled.subject, text: filled.body, replyTo: mailing.replyTo };
}

/** One mail, and what its outcome means for the outbox. */
async function sendOne(
  { sending: { store, settings, dkimKey }, link }: { sending: Sending; link: SmtpLink },
  mail: OutgoingMail,
  content: MailContent,
): Promise<SendOutcome> {
  const { fieldwork } = store;
  const message = await mailMessage(settings, dkimKey, content);
  const outcome = await link.send(message, () => fieldwork.handOver(mail));
  const { recipient } = mail;
  if (outcome.outcome === "sent") await fieldwork.mailSent(mail);
  else if (outcome.outcome === "unknown") await fieldwork.mailUncertain(mail);
  else if (outcome.outcome === "refused") {
    const { reply, statusCode } = outcome;
    await fieldwork.mailRefused(mail, { recipient, reason: "refused", statusCode, reply });
  } else if (outcome.outcome === "later") {
    const { reply } = outcome;
    if (mail.attempts + 1 >= mostAttempts)
      await fieldwork.mailRefused(mail, { recipient, reason: "given-up", reply });
    else await fieldwork.mailPutBack(mail);
  }
  return outcome;
}
