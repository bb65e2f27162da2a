import type { CodingMark, LocalizedText, ProjectNotice, StrandedAssignment } from "@mehrwert/study";

/** How a coding came through corrections, in words. */
export const markWords: Record<CodingMark, LocalizedText> = {
  unchanged: { de: "unverändert", en: "unchanged" },
  moved: { de: "verschoben", en: "moved" },
  review: { de: "zu prüfen", en: "to be reviewed" },
};

/** Why a coding waits aside, in words. */
export const strandedWords: Record<StrandedAssignment["reason"], LocalizedText> = {
  "no-document": {
    de: "Das Transkript ist nicht mehr im Projekt.",
    en: "Its transcript is no longer in the project.",
  },
  "no-code": { de: "Den Code gibt es nicht mehr.", en: "Its code no longer exists." },
  outside: {
    de: "Die Stelle liegt außerhalb des Textes.",
    en: "Its passage lies outside the text.",
  },
};

/** Why an event has no effect, in words. */
export const noticeWords: Record<ProjectNotice["reason"], LocalizedText> = {
  "incomplete-run": { de: "wurde nicht zu Ende geschrieben", en: "was not written to its end" },
  "unknown-code": {
    de: "nennt einen Code, den es nicht gibt",
    en: "names a code that does not exist",
  },
  "code-exists": {
    de: "nennt einen neuen Code, den es schon gibt",
    en: "names a new code that exists already",
  },
  circle: { de: "würde einen Code in sich selbst legen", en: "would put a code inside itself" },
  "unknown-document": {
    de: "nennt ein Transkript, das es nicht gibt",
    en: "names a transcript that does not exist",
  },
  "document-exists": {
    de: "nennt ein neues Transkript, das es schon gibt",
    en: "names a new transcript that exists already",
  },
  "wrong-version": {
    de: "gehört zu einer anderen Fassung des Textes",
    en: "belongs to another version of the text",
  },
  "unknown-coding": {
    de: "nennt eine Kodierung, die es nicht gibt",
    en: "names a coding that does not exist",
  },
  "coding-exists": {
    de: "nennt eine neue Kodierung, die es schon gibt",
    en: "names a new coding that exists already",
  },
  "unknown-case": {
    de: "nennt einen Fall, den es nicht gibt",
    en: "names a case that does not exist",
  },
  "suggestion-exists": {
    de: "nennt einen neuen Vorschlag, den es schon gibt",
    en: "names a new suggestion that exists already",
  },
  "unknown-memo": {
    de: "nennt ein Memo, das es nicht gibt",
    en: "names a memo that does not exist",
  },
};
