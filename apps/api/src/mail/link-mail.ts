import type { AccountStore, OneTimeLink } from "@mehrwert/store";
import { type Language, languages } from "@mehrwert/study";
import { newToken } from "../accounts/accounts.ts";
import type { AppDependencies } from "../app-dependencies.ts";

const words = {
  invitation: {
    subject: { de: "Ihr Konto bei Mehrwert", en: "Your account at Mehrwert" },
    lead: {
      de: "Sie sind eingeladen, hier mit Mehrwert an Befragungen zu arbeiten. Über diesen Link legen Sie Ihr Konto an:",
      en: "You are invited to work on surveys with Mehrwert here. By this link you make your account:",
    },
  },
  reset: {
    subject: { de: "Neues Passwort bei Mehrwert", en: "New password at Mehrwert" },
    lead: {
      de: "Für Ihr Konto bei Mehrwert wurde ein neues Passwort angefordert. Über diesen Link legen Sie es fest:",
      en: "A new password was asked for your account at Mehrwert. By this link you set it:",
    },
  },
  greeting: { de: "Guten Tag,", en: "Hello," },
  until: { de: "Er gilt einmal und bis", en: "It works once, until" },
  otherwise: {
    de: "Wenn Sie das nicht erwartet haben, löschen Sie diese Mail: Ohne den Link ändert sich nichts.",
    en: "If you did not expect this, delete this mail: without the link nothing changes.",
  },
} as const;

type Kind = "invitation" | "reset";

function linkMail(
  kind: Kind,
  { to, url, expiresAt }: { to: string; url: string; expiresAt: Date },
  first: Language,
): { to: string; subject: string; text: string } {
  const inOrder = [...languages].sort((one) => (one === first ? -1 : 1));
  const said = words[kind];
  const text = inOrder.map((language) => {
    const day = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
      ...({ dateStyle: "long", timeStyle: "short", timeZone: "UTC" } as const),
    }).format(expiresAt);
    return [
      words.greeting[language],
      said.lead[language],
      url,
      `${words.until[language]} ${day} (UTC).`,
      words.otherwise[language],
    ].join("\n\n");
  });
  return {
    to,
    subject: inOrder.map((language) => said.subject[language]).join(" / "),
    text: text.join("\n\n---\n\n"),
  };
}

/** Where a one-time link leads: its token stands in the fragment, which no server and no proxy sees. */
const linkPath = (token: string) => `/console/setup#${token}`;

/** A one-time link as whoever made it sees it. `isMailed`: it is also on its way to the person. */
export type MadeLink = { path: string; expiresAt: string; isMailed: boolean };

/**
 * Makes a one-time link and, where a mail server is named, writes to the person: link and mail are kept together or not at
 * all. The mail is in both languages, since nobody knows yet which one they read.
 */
export async function makeLink(
  {
    store,
    mail,
    consoleUrl,
    defaultLanguage = "en",
    now,
  }: Pick<AppDependencies, "mail" | "consoleUrl" | "defaultLanguage" | "now"> & {
    store: Pick<AccountStore, "keepOneTimeLink">;
  },
  link: Exclude<OneTimeLink, { kind: "setup" }>,
  { days, requestUrl }: { days: number; requestUrl: string },
): Promise<MadeLink> {
  const token = newToken();
  const path = linkPath(token);
  const expiresAt = new Date(now().getTime() + days * 86_400_000);
  const url = `${consoleUrl?.() ?? new URL(requestUrl).origin}${path}`;
  const isMailed = mail?.isConfigured === true;
  await store.keepOneTimeLink({
    ...{ token, link, expiresAt },
    ...(isMailed && {
      mail: linkMail(link.kind, { to: link.email, url, expiresAt }, defaultLanguage),
    }),
  });
  if (isMailed) await mail.wake("");
  return { path, expiresAt: expiresAt.toISOString(), isMailed };
}
