import type { AuditEntry, Language } from "@mehrwert/study";

type Words = Record<string, { de: string; en: string }>;

/** What stands in the details of an entry. Others are shown as they are written. */
const names: Words = {
  addresses: { de: "Adressen", en: "addresses" },
  attempts: { de: "Versuche", en: "attempts" },
  codes: { de: "Codes", en: "codes" },
  days: { de: "Tage", en: "days" },
  decision: { de: "entschieden", en: "decided" },
  isAdministrator: { de: "verwaltet die Installation", en: "administers the installation" },
  isDisabled: { de: "gesperrt", en: "disabled" },
  mails: { de: "Mails", en: "mails" },
  name: { de: "Name", en: "name" },
  people: { de: "Personen", en: "people" },
  rights: { de: "Rechte", en: "rights" },
  role: { de: "Rolle", en: "role" },
  round: { de: "Runde", en: "round" },
  sessions: { de: "Anmeldungen", en: "sessions" },
  slug: { de: "Kürzel", en: "short name" },
  to: { de: "an", en: "to" },
  version: { de: "Fassung", en: "version" },
  way: { de: "Weg", en: "way" },
  whose: { de: "wessen", en: "whose" },
};

/** Values that are words of the program, by the detail they belong to. */
const values: Record<string, Words> = {
  decision: {
    "let-go": { de: "nicht noch einmal senden", en: "do not send again" },
    "send-again": { de: "noch einmal senden", en: "send again" },
  },
  role: {
    owner: { de: "Leitung", en: "owner" },
    editor: { de: "Bearbeitung", en: "editor" },
    analyst: { de: "Auswertung", en: "analyst" },
    viewer: { de: "Einblick", en: "viewer" },
  },
  to: {
    everybody: { de: "alle Eingeladenen", en: "everybody invited" },
    "not-begun": { de: "wer nicht begonnen hat", en: "who has not begun" },
  },
  way: {
    password: { de: "Passwort", en: "password" },
    passkey: { de: "Passkey", en: "passkey" },
    "single-sign-on": { de: "Single Sign-on", en: "single sign-on" },
  },
};

const yesOrNo = { true: { de: "ja", en: "yes" }, false: { de: "nein", en: "no" } };

/** The details of an entry in the reader's language; ids are left out. */
export function detailsInWords(details: AuditEntry["details"], language: Language): string {
  return Object.entries(details ?? {})
    .filter(([name]) => name !== "whoseId")
    .map(([name, value]) => {
      const words = typeof value === "boolean" ? yesOrNo : values[name];
      const written = Object.entries(words ?? {}).find(([word]) => word === String(value));
      const label = Object.entries(names).find(([known]) => known === name);
      return `${label?.[1][language] ?? name}: ${written?.[1][language] ?? value}`;
    })
    .join(", ");
}
