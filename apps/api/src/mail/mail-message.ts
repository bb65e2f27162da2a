import { createTransport } from "nodemailer";
import type { MailSettings } from "./mail-settings.ts";

/** A mail as it goes over the wire, and between whom. */
export type MailMessage = { from: string; to: string; bytes: Buffer };

/** What a mail says, beside what the server's settings say about every mail. */
export type MailContent = {
  /** Stays the same over every attempt: mail systems that drop doubles know them by it. */
  id: string;
  to: string;
  subject: string;
  text: string;
  replyTo?: string | undefined;
};

/**
 * Writes the bytes of a mail: plain text, nothing to load, nothing that follows a reader. It says that a machine wrote it
 * (RFC 3834), so that holiday notices do not answer.
 *
 * @param dkimKey the private key in PEM, if mails are signed
 */
export async function mailMessage(
  settings: MailSettings,
  dkimKey: string | undefined,
  { id, to, subject, text, replyTo }: MailContent,
): Promise<MailMessage> {
  const { from, bounceAddress, dkim, listUnsubscribe } = settings;
  const domainName = from.address.slice(from.address.lastIndexOf("@") + 1);
  const signing =
    dkim && dkimKey ? { domainName, keySelector: dkim.selector, privateKey: dkimKey } : undefined;
  const writer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message } = await writer.sendMail({
    from: { name: from.name ?? "", address: from.address },
    to: { name: "", address: to },
    subject,
    text,
    messageId: `<${id}@${domainName}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(replyTo && { replyTo }),
    ...(listUnsubscribe && { list: { unsubscribe: listUnsubscribe } }),
    ...(signing && { dkim: signing }),
  });
  if (!Buffer.isBuffer(message)) throw new TypeError("a mail is written as one piece");
  return { from: bounceAddress ?? from.address, to, bytes: message };
}
