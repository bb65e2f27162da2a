import type { AppStart } from "../app.tsx";
import { deviceStore } from "../keeping/device-store.ts";
import { draftServer } from "../keeping/draft-server.ts";
import {
  newParticipation,
  type Resumed,
  resumeParticipation,
} from "../keeping/participation-start.ts";
import { type BegunHere, forgetAll, wasSent } from "../keeping/tab-memory.ts";
import { loadStudy } from "../study-client.ts";
import { memoryStorage, type TabStorage } from "../tab-storage.ts";
import { freeCode } from "./code-entry.ts";
import type { Decision } from "./decision.ts";
import { resumeFromPage, tellOfDrafts } from "./resume.ts";

/** What a way into the questionnaire adds to what the first page knew. */
export type WayIn = Pick<AppStart, "start" | "isSent" | "admission"> &
  Partial<Pick<AppStart, "decision" | "sentReceipt" | "storage" | "loaded">>;

type Tab = { slug: string; storage: TabStorage };

/** What was opened, with the version of the study that was begun. */
async function opened(slug: string, resumed: Resumed): Promise<WayIn | undefined> {
  if (resumed.state === "sent") {
    const { receiptCode: sentReceipt } = resumed;
    return { start: await newParticipation(slug), admission: {}, isSent: true, sentReceipt };
  }
  if (resumed.state !== "open") return undefined;
  const { start } = resumed;
  const begunWith = start.found?.draft.definitionHash;
  const loaded = await loadStudy(slug, begunWith);
  return { start, admission: {}, isSent: false, ...(loaded.state === "loaded" ? { loaded } : {}) };
}

/**
 * For a tab in which somebody has begun, or sent. What is not there any more is begun anew; undefined if nobody can tell
 * right now.
 */
async function again({
  slug,
  storage,
  begun,
}: Tab & { begun: BegunHere | undefined }): Promise<WayIn | undefined> {
  const fresh = async () => ({
    start: await newParticipation(slug),
    admission: {},
    isSent: wasSent(storage, slug),
  });
  if (begun === undefined) return fresh();
  const { resumeCode, writer } = begun;
  const resumed = await resumeParticipation({
    study: slug,
    resumeCode,
    writer,
    device: deviceStore(),
    server: draftServer(slug),
  });
  return resumed.state === "none" ? fresh() : opened(slug, resumed);
}

/** For somebody who has decided on the first page; undefined if the code there is not good for it. */
async function decided({
  root,
  slug,
  storage,
  decision,
  isSharedDevice,
  consentHash,
  keyFingerprint,
}: Tab & {
  root: HTMLElement;
  decision: Decision;
  isSharedDevice: boolean;
  consentHash: string | undefined;
  keyFingerprint: string;
}): Promise<WayIn | undefined> {
  const code = decision === "given" ? await freeCode(root, slug) : "not-asked";
  if (code === undefined) return undefined;
  const admission = code === "not-asked" ? {} : { participationCode: code, keyFingerprint };
  const wayIn = {
    start: await newParticipation(slug),
    admission,
    isSent: false,
    decision: { decision, consentHash },
  };
  if (!isSharedDevice) return wayIn;
  forgetAll(storage, slug);
  return { ...wayIn, storage: { ...memoryStorage(), outlivesReload: false } };
}

/** For somebody with a resume code; undefined if it opens nothing. */
async function resumed({ root, slug }: Tab & { root: HTMLElement }): Promise<WayIn | undefined> {
  const found = await resumeFromPage(root, slug);
  return found && opened(slug, found);
}

/** Every way from the first page into the questionnaire. */
export const ways = { again, decided, resumed, tellOfDrafts };
export type Ways = typeof ways;
