import type { DraftStorage } from "../tab-storage.ts";

/** What a tab knows of a participation: enough to find and open it again, nothing of what was answered. */
export type BegunHere = {
  resumeCode: string;
  /** Which window writes; the same after a reload. */
  writer: string;
  /** Which version of the questionnaire was begun. */
  definitionHash: string;
};

/** The code that came with an invitation, and how the fingerprint of the study's key begins there. */
export type InvitationHere = { code: string; keyFingerprint?: string };

const begunKey = (study: string) => `mehrwert:begun:${study}`;
const sentKey = (study: string) => `mehrwert:sent:${study}`;
const visitKey = (study: string) => `mehrwert:visit:${study}`;
const invitationKey = (study: string) => `mehrwert:invitation:${study}`;

function texts(storage: DraftStorage, key: string): Partial<Record<string, string>> {
  try {
    const found: unknown = JSON.parse(storage.getItem(key) ?? "null");
    if (typeof found !== "object" || found === null) return {};
    const entries = Object.entries(found).filter(([, value]) => typeof value === "string");
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

function keep(storage: DraftStorage, key: string, value: Record<string, string>): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // Private windows and policies may forbid storage; the page itself still knows.
  }
}

function forget(storage: DraftStorage, ...keys: string[]): void {
  for (const key of keys) {
    try {
      storage.removeItem(key);
    } catch {
      // Nothing was kept then.
    }
  }
}

/** Remembers in this tab what was begun. */
export function keepBegun(storage: DraftStorage, study: string, begun: BegunHere): void {
  keep(storage, begunKey(study), begun);
}

/** What was begun in this tab, or undefined. */
export function begunHere(storage: DraftStorage, study: string): BegunHere | undefined {
  const { resumeCode, writer, definitionHash } = texts(storage, begunKey(study));
  return resumeCode && writer && definitionHash
    ? { resumeCode, writer, definitionHash }
    : undefined;
}

/** Remembers for how many milliseconds the questionnaire was in sight of this window's `writer`. */
export function keepVisitMs(
  storage: DraftStorage,
  study: string,
  { writer, ms }: { writer: string; ms: number },
): void {
  keep(storage, visitKey(study), { writer, ms: String(Math.round(ms)) });
}

/** How many milliseconds that was before a reload; 0 for another writer. */
export function visitMsHere(storage: DraftStorage, study: string, writer: string): number {
  const kept = texts(storage, visitKey(study));
  const ms = Number(kept.ms);
  return kept.writer === writer && ms > 0 ? ms : 0;
}

/** Forgets what was begun. `isSent` leaves a mark without content: this tab has sent its answers. */
export function forgetBegun(storage: DraftStorage, study: string, isSent: boolean): void {
  forgetAll(storage, study);
  if (isSent) keep(storage, sentKey(study), { sent: "yes" });
}

/** Whether answers were sent from this tab, so that a reload of the thank-you page still says thank you. */
export function wasSent(storage: DraftStorage, study: string): boolean {
  return texts(storage, sentKey(study)).sent === "yes";
}

/** Remembers an invitation for the case of a reload before anything is begun. */
export function keepInvitation(
  storage: DraftStorage,
  study: string,
  invitation: InvitationHere,
): void {
  keep(storage, invitationKey(study), invitation);
}

/** The invitation this tab was opened with. */
export function invitationHere(storage: DraftStorage, study: string): InvitationHere | undefined {
  const { code, keyFingerprint } = texts(storage, invitationKey(study));
  if (code === undefined) return undefined;
  return keyFingerprint === undefined ? { code } : { code, keyFingerprint };
}

/** Forgets everything about a study: on a device that others use, too. */
export function forgetAll(storage: DraftStorage, study: string): void {
  const keys = [begunKey, sentKey, visitKey, invitationKey];
  forget(storage, ...keys.map((key) => key(study)));
}
