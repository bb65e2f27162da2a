import type { Answers, Presentation } from "@mehrwert/study";

/**
 * What a participant has done so far, kept in this tab only until it is sent or thrown away.
 * `responseId` is chosen at the start, so that sending twice stores once.
 */
export type Draft = {
  responseId: string;
  definitionHash: string;
  /** True once consent was given: the answers hold it too, but the way in needs to know without reading them. */
  isUnderWay: boolean;
  /** Hash of the information that was consented to; see `useConsentText`. */
  consentHash?: string;
  /** With the values of `assigned` questions, which are there before the first page. */
  answers: Answers;
  /** What was drawn for this participant, once, for all questions, pages and blocks; and changes made to rankings. */
  presentation: Presentation;
  /** Names of the pages shown so far. */
  seen: string[];
  /** Name of the page last seen. */
  page?: string;
};

/** The part of the browser's storage that a draft needs. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyOf = (studySlug: string) => `mehrwert:draft:${studySlug}`;
const sentKeyOf = (studySlug: string) => `mehrwert:sent:${studySlug}`;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDraft(value: unknown): value is Draft {
  return (
    isRecord(value) &&
    typeof value.responseId === "string" &&
    typeof value.definitionHash === "string" &&
    typeof value.isUnderWay === "boolean" &&
    isRecord(value.answers) &&
    isRecord(value.presentation) &&
    Array.isArray(value.seen) &&
    (value.consentHash === undefined || typeof value.consentHash === "string") &&
    (value.page === undefined || typeof value.page === "string")
  );
}

/** Keeps the draft; a full or forbidden storage costs only the protection against a reload, never the answers. */
export function keepDraft(storage: DraftStorage, studySlug: string, draft: Draft): void {
  try {
    storage.setItem(keyOf(studySlug), JSON.stringify(draft));
  } catch {
    // Private windows and policies may forbid storage; the answers are still on the page.
  }
}

/** The draft of this tab, or undefined if there is none or it cannot be read. It may belong to an older definition. */
export function keptDraft(storage: DraftStorage, studySlug: string): Draft | undefined {
  try {
    const draft: unknown = JSON.parse(storage.getItem(keyOf(studySlug)) ?? "null");
    return isDraft(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** Throws the draft away. `isSent` leaves a mark without content: this tab has sent its answers. */
export function wipeDraft(storage: DraftStorage, studySlug: string, isSent: boolean): void {
  try {
    storage.removeItem(keyOf(studySlug));
    if (isSent) storage.setItem(sentKeyOf(studySlug), "yes");
    else storage.removeItem(sentKeyOf(studySlug));
  } catch {
    // Nothing was kept then.
  }
}

/** Whether answers were sent from this tab, so that a reload of the thank-you page still says thank you. */
export function wasSent(storage: DraftStorage, studySlug: string): boolean {
  try {
    return storage.getItem(sentKeyOf(studySlug)) === "yes";
  } catch {
    return false;
  }
}
