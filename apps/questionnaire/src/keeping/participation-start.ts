import {
  type DraftSecrets,
  draftSecrets,
  openDraft,
  secretCode,
  secretCodeBytes,
} from "@mehrwert/privacy";
import type { DeviceStore, DraftOnDevice } from "./device-store.ts";
import { type AdmissionMemory, type Draft, readKeptWork } from "./draft.ts";
import type { DraftServer } from "./draft-server.ts";

/** A draft found again, with how far its saves had come. */
export type FoundWork = {
  draft: Draft;
  admission: AdmissionMemory;
  /** Number of the newest save of this draft, and of the newest one the server has. */
  revision: number;
  saved: number;
};

/** Where one participation begins: its secrets, and what there is of it already. */
export type ParticipationStart = {
  resumeCode: string;
  secrets: DraftSecrets;
  writer: string;
  found?: FoundWork;
  /** True if another device went on as well: somebody has to choose before anything is saved. */
  hasParted?: boolean;
};

/** A participation of its own, with nothing in it yet. */
export async function newParticipation(study: string): Promise<ParticipationStart> {
  const random = crypto.getRandomValues(new Uint8Array(secretCodeBytes));
  const resumeCode = secretCode("resume", random);
  const secrets = await draftSecrets(resumeCode, study);
  return { resumeCode, secrets, writer: crypto.randomUUID() };
}

/** What a resume code leads to. `unreachable`: nothing here, and the server could not be asked. */
export type Resumed =
  | { state: "open"; start: ParticipationStart }
  | { state: "sent"; receiptCode: string }
  | { state: "none" | "unreachable" };

/**
 * Opens what was begun, from this device and from the server, whichever went further. If both went on without the other,
 * what is here is opened and said to have parted.
 *
 * @param writer of this window, if it was it that wrote last; otherwise this is another window or device
 */
export async function resumeParticipation({
  study,
  resumeCode,
  writer,
  device,
  server,
}: {
  study: string;
  resumeCode: string;
  writer?: string | undefined;
  device: DeviceStore | undefined;
  server: DraftServer;
}): Promise<Resumed> {
  const secrets = await draftSecrets(resumeCode, study);
  const { responseId, receiptCode } = secrets;
  const [kept, remote] = await Promise.all([
    device?.read(study, responseId).catch(() => undefined),
    server.read(responseId),
  ]);
  if (remote?.state === "sent") {
    await device?.remove(study, responseId).catch(() => undefined);
    return { state: "sent", receiptCode };
  }
  const fresh = kept !== undefined && kept.until > Date.now() ? kept : undefined;
  const open = (sealed: string, revision: number, saved: number) =>
    openedWork(secrets, { sealed, revision, saved });
  const [here, there] = await Promise.all([
    fresh && open(fresh.sealed, fresh.revision, fresh.saved),
    remote?.state === "open" &&
      open(remote.draft.sealed, remote.draft.revision, remote.draft.revision),
  ]);
  const start = { resumeCode, secrets, writer: writer ?? crypto.randomUUID() };
  if (here && there && fresh && remote?.state === "open") {
    if (haveParted(fresh, remote.draft))
      return { state: "open", start: { ...start, found: here, hasParted: true } };
    const newest = here.revision > there.revision ? { ...here, saved: there.revision } : there;
    return { state: "open", start: { ...start, found: newest } };
  }
  // The server knows nothing of it: what it once had was deleted there, or never came.
  if (here)
    return {
      state: "open",
      start: { ...start, found: { ...here, saved: remote ? 0 : here.saved } },
    };
  if (there) return { state: "open", start: { ...start, found: there } };
  return { state: remote === undefined ? "unreachable" : "none" };
}

/** Whether this device has typed on without knowing of what another one has saved meanwhile. */
function haveParted(here: DraftOnDevice, there: { revision: number; writer: string }): boolean {
  const isTheirs = there.writer !== here.writer && there.revision > here.saved;
  return isTheirs && here.revision > here.saved;
}

async function openedWork(
  { responseId, key }: DraftSecrets,
  { sealed, revision, saved }: { sealed: string; revision: number; saved: number },
): Promise<FoundWork | undefined> {
  const text = await openDraft(key, sealed, { responseId, revision });
  const work = text === undefined ? undefined : readKeptWork(text);
  return work && { ...work, revision, saved };
}
