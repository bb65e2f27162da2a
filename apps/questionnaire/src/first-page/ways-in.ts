import { fetchCredentialCode } from "@mehrwert/privacy";
import { forgetPlace } from "../history.ts";
import { deviceStore } from "../keeping/device-store.ts";
import { draftServer } from "../keeping/draft-server.ts";
import {
  newParticipation,
  type Resumed,
  resumeParticipation,
} from "../keeping/participation-start.ts";
import { type BegunHere, forgetAll, forgetBegun, wasSent } from "../keeping/tab-memory.ts";
import { loadStudy } from "../study-client.ts";
import { sharedDeviceStorage, type TabStorage } from "../tab-storage.ts";
import { freeCode } from "./code-entry.ts";
import type { Decision } from "./decision.ts";
import { resumeFromPage, tellOfDrafts } from "./resume.ts";
import type { WayIn } from "./way-in.ts";

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
  // The code in this tab would show the receipt anew at every reload, to whoever sits here then.
  if (resumed.state === "sent") forgetBegun(storage, slug, true);
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
  return { ...wayIn, storage: sharedDeviceStorage() };
}

/**
 * For somebody with a resume code; undefined if it opens nothing. On a shared device what lies there goes too, unless
 * the server does not have it yet.
 */
async function resumed({
  root,
  slug,
  storage,
  isSharedDevice,
}: Tab & { root: HTMLElement; isSharedDevice: boolean }): Promise<WayIn | undefined> {
  const found = await resumeFromPage(root, slug);
  const wayIn = found && (await opened(slug, found));
  if (wayIn) forgetPlace();
  if (!wayIn || !isSharedDevice) return wayIn;
  forgetAll(storage, slug);
  const { found: work, secrets } = wayIn.start;
  if (work !== undefined && work.revision === work.saved)
    await deviceStore()
      .remove(slug, secrets.responseId)
      .catch(() => undefined);
  return { ...wayIn, storage: sharedDeviceStorage() };
}

/** Every way from the first page into the questionnaire. */
export const ways = { again, decided, resumed, tellOfDrafts, fetchCredentialCode };
export type Ways = typeof ways;
