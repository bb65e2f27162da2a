import type { LinkToPassOn } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";

const words = {
  passOn: {
    de: "Geben Sie diesen Link auf einem sicheren Weg weiter. Er wird nur jetzt gezeigt, gilt einmal und bis",
    en: "Pass this link on in a safe way. It is shown now only, works once, and until",
  },
  mailed: {
    de: "Dieser Link ist als Mail unterwegs. Kommt sie nicht an, geben Sie ihn auf einem sicheren Weg weiter. Er wird nur jetzt gezeigt, gilt einmal und bis",
    en: "This link is on its way by mail. If the mail does not arrive, pass the link on in a safe way. It is shown now only, works once, and until",
  },
} as const;

/** A one-time link, shown once to whoever made it. */
export function PassOn({ link, language }: { link: LinkToPassOn; language: Language }) {
  const until = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
  }).format(new Date(link.expiresAt));
  return (
    <div role="status">
      <Notice>
        <p>
          {words[link.isMailed ? "mailed" : "passOn"][language]} {until}:
        </p>
        <p>
          <code className="pass-on">{`${window.location.origin}${link.path}`}</code>
        </p>
      </Notice>
    </div>
  );
}
