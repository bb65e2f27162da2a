import type { LocalizedText } from "../localized-text.ts";

/** The words of a printed guide that are the same in every guide. */
export const guideWords = {
  interview: { de: "Gespräch", en: "Interview" },
  pseudonym: { de: "Pseudonym", en: "Pseudonym" },
  date: { de: "Datum", en: "Date" },
  interviewer: { de: "Gespräch geführt von", en: "Interviewed by" },
  begin: { de: "Beginn und Ende", en: "Start and end" },
  purpose: { de: "Worum es geht", en: "What it is about" },
  people: { de: "Für", en: "For" },
  minutes: { de: "Minuten", en: "minutes" },
  opening: { de: "Zu Beginn sagen", en: "To say first" },
  closing: { de: "Zum Schluss", en: "To close" },
  followUps: { de: "Nachfragen, wenn es offen bleibt", en: "If it stays open, ask" },
  notes: { de: "Notizen", en: "Notes" },
  coverage: { de: "Kam zur Sprache", en: "Came up" },
  openCodes: {
    de: "Neues ohne Code",
    en: "Something new without a code",
  },
  checklist: { de: "Nach dem Gespräch: Abdeckung", en: "After the interview: coverage" },
  block: { de: "Block", en: "Block" },
  codes: { de: "Codes", en: "Codes" },
  transcript: { de: "Regeln für das Transkript", en: "Rules for the transcript" },
  origin: { de: "Herkunft", en: "Where it comes from" },
  codebook: { de: "Codebuch", en: "Codebook" },
  licence: { de: "Lizenz", en: "Licence" },
  checklistUse: {
    de: "Kreuzen Sie an, was zur Sprache kam. Was offen blieb, gehört in das nächste Gespräch.",
    en: "Tick what came up. What stayed open belongs into the next interview.",
  },
} as const satisfies Record<string, LocalizedText>;
