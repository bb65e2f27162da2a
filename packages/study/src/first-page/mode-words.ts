import type { LocalizedText } from "../localized-text.ts";
import type { Study } from "../study.ts";

type Told = Pick<Study, "mode" | "credentialKey">;

const byMode: Record<Study["mode"], LocalizedText> = {
  open: {
    de: "Teilnehmen kann, wer den Link hat. Wer das ist, wird nicht festgehalten.",
    en: "Whoever has the link can take part. Who that is, is not recorded.",
  },
  anonymous: {
    de: "Anonym: Ihr Teilnahmecode lässt Sie einmal teilnehmen. Welche Antworten von Ihnen sind, lässt sich aus nichts erkennen, was der Server speichert, auch nicht aus Protokollen und Sicherungen.",
    en: "Anonymous: your participation code lets you take part once. Nothing the server stores tells which answers are yours, nor do logs and backups.",
  },
  pseudonymous: {
    de: "Pseudonym: Ein Code, den Sie selbst erzeugen, verbindet Ihre Antworten aus mehreren Befragungen. Ihren Namen kennt er nicht; wer Sie gut kennt, könnte ihn aber erraten.",
    en: "Pseudonymous: a code that you make yourself links your answers to several surveys. It does not know your name, but somebody who knows you well might guess it.",
  },
  confidential: {
    de: "Vertraulich, nicht anonym: Ihre Antworten werden unter einer Kennung gespeichert, die zu Ihrer Einladung gehört. Wer die Studie leitet, kann sie Ihnen zuordnen.",
    en: "Confidential, not anonymous: your answers are stored under a pseudonym that belongs to your invitation. Whoever leads the study can tell that they are yours.",
  },
};

/** How people take part in a study, in one or two plain sentences. */
export function modeSentence({ mode }: Told): LocalizedText {
  return byMode[mode];
}

/** Whether nobody can begin without a code. */
export function needsCode({ mode, credentialKey }: Told): boolean {
  return credentialKey !== undefined || mode === "confidential";
}
