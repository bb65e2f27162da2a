import type { Issue } from "@mehrwert/study";
import { z } from "zod";

/** Where mails are handed over, and in whose name. Holds a password: never print it. */
export type MailSettings = {
  host: string;
  port: number;
  /** TLS from the first byte. */
  secure: boolean;
  /** No mail over a connection that cannot be encrypted. */
  requireTls: boolean;
  user?: string;
  password?: string;
  from: { name?: string; address: string };
  /** Where mail servers return what they cannot deliver; absent: to the sender. */
  bounceAddress?: string;
  dkim?: { selector: string; keyFile: string };
  listUnsubscribe?: string;
};

const address = /^[^\s@<>,;"\p{Cc}]+@[^\s@<>,;"\p{Cc}]+\.[^\s@<>,;"\p{Cc}]+$/u;
const withName = /^([^<>"\p{Cc}]*)<([^<>]+)>$/u;

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search } = new URL(text);
  return (
    /^smtps?:$/.test(protocol) && hostname !== "" && /^(\?tls=(optional|required))?$/.test(search)
  );
}

function fromOf(text: string): MailSettings["from"] {
  const [, name = "", inside] = withName.exec(text) ?? [];
  const trimmed = name.trim();
  return { address: (inside ?? text).trim(), ...(trimmed && { name: trimmed }) };
}

const path = z.string().refine((text) => !text.includes("\0"));

/** The settings of mails as environment variables. */
export const mailVariables = {
  MEHRWERT_SMTP_URL: z.string().refine(isSmtpUrl).optional(),
  MEHRWERT_MAIL_FROM: z
    .string()
    .transform(fromOf)
    .refine((from) => address.test(from.address))
    .optional(),
  MEHRWERT_BOUNCE_ADDRESS: z.string().regex(address).optional(),
  MEHRWERT_DKIM_SELECTOR: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
    .optional(),
  MEHRWERT_DKIM_KEY_FILE: path.optional(),
  MEHRWERT_LIST_UNSUBSCRIBE: z
    .string()
    .regex(/^(mailto:|https:\/\/)[^\s<>,]+$/)
    .optional(),
};

/** What each of them must look like. */
export const mailAdvice: Record<keyof typeof mailVariables, Issue["advice"]> = {
  MEHRWERT_SMTP_URL: {
    de: "Erwartet wird smtps://name:passwort@rechner:465 oder smtp://rechner:587; Sonderzeichen im Passwort als %XX. Mit ?tls=optional auch unverschlüsselt.",
    en: "Expected is smtps://name:password@machine:465 or smtp://machine:587; special characters in the password as %XX. With ?tls=optional also unencrypted.",
  },
  MEHRWERT_MAIL_FROM: {
    de: "Nennen Sie einen Absender, zum Beispiel MEHRWERT_MAIL_FROM='Befragung <befragung@example.org>'.",
    en: "Name a sender, for example MEHRWERT_MAIL_FROM='Survey <survey@example.org>'.",
  },
  MEHRWERT_BOUNCE_ADDRESS: {
    de: "Nennen Sie eine Adresse, zum Beispiel MEHRWERT_BOUNCE_ADDRESS=rueckläufer@example.org.",
    en: "Name an address, for example MEHRWERT_BOUNCE_ADDRESS=bounces@example.org.",
  },
  MEHRWERT_DKIM_SELECTOR: {
    de: "Nennen Sie den Selektor aus dem DNS, zum Beispiel MEHRWERT_DKIM_SELECTOR=2026.",
    en: "Name the selector of the DNS entry, for example MEHRWERT_DKIM_SELECTOR=2026.",
  },
  MEHRWERT_DKIM_KEY_FILE: {
    de: "Nennen Sie die Datei mit dem privaten Schlüssel, zum Beispiel MEHRWERT_DKIM_KEY_FILE=/etc/mehrwert/dkim.pem.",
    en: "Name the file with the private key, for example MEHRWERT_DKIM_KEY_FILE=/etc/mehrwert/dkim.pem.",
  },
  MEHRWERT_LIST_UNSUBSCRIBE: {
    de: "Erwartet wird eine Adresse wie mailto:abmelden@example.org oder https://….",
    en: "Expected is an address like mailto:unsubscribe@example.org or https://….",
  },
};

type MailVariables = z.infer<z.ZodObject<typeof mailVariables>>;

/** Which of them stand there without the others that they need. */
export function missingMailVariables(given: MailVariables): (keyof typeof mailVariables)[] {
  const { MEHRWERT_SMTP_URL: url, MEHRWERT_MAIL_FROM: from } = given;
  const isSigned = given.MEHRWERT_DKIM_SELECTOR ?? given.MEHRWERT_DKIM_KEY_FILE;
  return [
    ...(url !== undefined && from === undefined ? (["MEHRWERT_MAIL_FROM"] as const) : []),
    ...(isSigned && !given.MEHRWERT_DKIM_SELECTOR ? (["MEHRWERT_DKIM_SELECTOR"] as const) : []),
    ...(isSigned && !given.MEHRWERT_DKIM_KEY_FILE ? (["MEHRWERT_DKIM_KEY_FILE"] as const) : []),
  ];
}

const isLoopback = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);

/** What they mean together; undefined: no mails. */
export function mailSettings(given: MailVariables): MailSettings | undefined {
  const { MEHRWERT_SMTP_URL: smtp, MEHRWERT_MAIL_FROM: from } = given;
  if (smtp === undefined || from === undefined) return undefined;
  const url = new URL(smtp);
  const secure = url.protocol === "smtps:";
  const { MEHRWERT_DKIM_SELECTOR: selector, MEHRWERT_DKIM_KEY_FILE: keyFile } = given;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTls: !secure && url.search !== "?tls=optional" && !isLoopback(url.hostname),
    ...(url.username && { user: decodeURIComponent(url.username) }),
    ...(url.password && { password: decodeURIComponent(url.password) }),
    from,
    ...(given.MEHRWERT_BOUNCE_ADDRESS && { bounceAddress: given.MEHRWERT_BOUNCE_ADDRESS }),
    ...(selector && keyFile && { dkim: { selector, keyFile } }),
    ...(given.MEHRWERT_LIST_UNSUBSCRIBE && { listUnsubscribe: given.MEHRWERT_LIST_UNSUBSCRIBE }),
  };
}
