import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { MailMessage } from "./mail-message.ts";
import type { MailSettings } from "./mail-settings.ts";

/**
 * What became of a mail. `unknown`: its last byte left and no reply came, so nobody can tell. `later` and `refused` are
 * certain: the server has not taken it. `not-ours`: somebody else is handing it over.
 */
export type SendOutcome =
  | { outcome: "sent" | "not-ours" }
  | { outcome: "refused"; reply: string; statusCode?: string }
  | { outcome: "later"; reply: string; isAboutRecipient: boolean }
  | { outcome: "unknown"; reply: string };

/** How long to wait for a server, in milliseconds; the last is what RFC 5321 gives it to take a mail. */
export type SmtpPatience = { connectMs: number; replyMs: number };
const rfc5321: SmtpPatience = { connectMs: 30_000, replyMs: 600_000 };

type SmtpError = Error & {
  responseCode?: number | undefined;
  response?: unknown;
  command?: string | undefined;
};

/**
 * One connection to the mail server, opened with the first mail and kept for the next. After any failure it is given up
 * and the next mail opens a new one.
 */
export class SmtpLink {
  readonly #settings: MailSettings;
  readonly #patience: SmtpPatience;
  #connection: SMTPConnection | undefined;

  constructor(settings: MailSettings, patience = rfc5321) {
    this.#settings = settings;
    this.#patience = patience;
  }

  /**
   * Hands a mail over. `beforeLastByte` runs when the server has taken sender, recipient and text, and waits only for the
   * line that ends it: if it says no, or fails, that line is never sent and there is no mail.
   */
  async send(message: MailMessage, beforeLastByte: () => Promise<boolean>): Promise<SendOutcome> {
    let isHandedOver = false;
    let isNotOurs = false;
    const bytes = Readable.from(
      (async function* () {
        yield message.bytes;
        isHandedOver = await beforeLastByte();
        isNotOurs = !isHandedOver;
        if (isNotOurs) throw new Error("this mail is somebody else's");
      })(),
    );
    try {
      const connection = this.#connection ?? (await this.#open());
      await sendOver(connection, message, bytes);
      return { outcome: "sent" };
    } catch (error) {
      this.close();
      if (isNotOurs) return { outcome: "not-ours" };
      return outcomeOf(error, isHandedOver);
    }
  }

  async #open(): Promise<SMTPConnection> {
    const { host, port, secure, requireTls, user, password } = this.#settings;
    const connection = new SMTPConnection({
      ...{ host, port, secure, requireTLS: requireTls },
      connectionTimeout: this.#patience.connectMs,
      greetingTimeout: this.#patience.connectMs,
      socketTimeout: this.#patience.replyMs,
    });
    // Failures between two mails; the next mail opens a new connection.
    const forget = () => {
      if (this.#connection === connection) this.#connection = undefined;
    };
    connection.on("error", forget);
    connection.on("end", forget);
    await new Promise<void>((resolve, reject) => {
      connection.once("error", reject);
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    if (user !== undefined)
      await new Promise<void>((resolve, reject) => {
        const credentials = { user, pass: password ?? "" };
        connection.login({ credentials }, (error) => (error ? reject(error) : resolve()));
      }).catch((error) => {
        connection.close();
        throw error;
      });
    this.#connection = connection;
    return connection;
  }

  close(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }
}

function sendOver(
  connection: SMTPConnection,
  message: MailMessage,
  bytes: Readable,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const { from, to } = message;
    const end = () => reject(new Error("the connection ended"));
    connection.once("end", end);
    connection.once("error", reject);
    connection.send({ from, to: [to], size: message.bytes.length }, bytes, (error) => {
      connection.removeListener("end", end);
      connection.removeListener("error", reject);
      if (error) reject(error);
      else resolve();
    });
  });
}

/** Replies that speak of one mailbox, by basic and by enhanced code; all others speak of us, the mail or the day. */
const aboutMailbox = (code: number, statusCode: string | undefined) =>
  statusCode === undefined ? [550, 551, 552, 553].includes(code) : /^5\.[12]\./.test(statusCode);

function outcomeOf(error: unknown, isHandedOver: boolean): SendOutcome {
  const {
    responseCode: code,
    response,
    command,
    message,
  }: SmtpError = error instanceof Error ? error : new Error(String(error));
  const reply = typeof response === "string" && response !== "" ? response : message;
  if (code === undefined || code === 0)
    return isHandedOver
      ? { outcome: "unknown", reply }
      : { outcome: "later", reply, isAboutRecipient: false };
  const isAboutRecipient = command === "RCPT TO";
  const [, statusCode] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(reply) ?? [];
  if (isAboutRecipient && code >= 500 && aboutMailbox(code, statusCode))
    return { outcome: "refused", reply, ...(statusCode && { statusCode }) };
  return { outcome: "later", reply, isAboutRecipient: isAboutRecipient && code < 500 };
}
