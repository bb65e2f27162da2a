import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { fromBase64url } from "@mehrwert/privacy";
import type { Store } from "@mehrwert/store";
import type { DraftSave, SurveyResponse } from "@mehrwert/study";
import { codeOf } from "./fault-studies.ts";
import type { Entry, History } from "./history.ts";

/** What is wrong with what is stored, by the ids of what it concerns. All empty: nothing. */
export type Findings = { lost: string[]; altered: string[]; invented: string[] };

/**
 * Compares what clients know with what is stored: whatever was acknowledged is there as it was sent; whatever is there
 * was sent; nothing is there twice, because each stands under the key it was sent with.
 */
export async function checkHistory(
  store: Store,
  history: History,
  { open, anonymous }: { open: { slug: string }; anonymous: { slug: string } },
): Promise<Findings> {
  const findings: Findings = { lost: [], altered: [], invented: [] };
  const entries = history.entries();
  await checkResponses(store, entries, open.slug, findings);
  await checkDrafts(store, entries, open.slug, findings);
  await checkCredentials(store, entries, anonymous.slug, findings);
  return findings;
}

async function checkResponses(
  store: Store,
  entries: readonly Entry[],
  study: string,
  to: Findings,
) {
  const sent = new Map<string, { response: SurveyResponse; isAcknowledged: boolean }>();
  for (const { operation, isAcknowledged } of entries) {
    if (operation.door !== "responses") continue;
    const { receiptHash: _, ...response } = operation.body;
    sent.set(response.id, { response, isAcknowledged });
  }
  const stored = new Map((await store.responses(study)).map((found) => [found.id, found]));
  if (stored.size !== (await store.countResponses(study))) to.altered.push("an id stands twice");
  for (const [id, { response, isAcknowledged }] of sent) {
    const found = stored.get(id);
    if (found === undefined && isAcknowledged) to.lost.push(id);
    if (found !== undefined && !isDeepStrictEqual(found, response)) to.altered.push(id);
  }
  for (const id of stored.keys()) if (!sent.has(id)) to.invented.push(id);
}

/** Of each draft the newest save that was acknowledged is there, or a newer one; unless its response is. */
async function checkDrafts(store: Store, entries: readonly Entry[], study: string, to: Findings) {
  const saves = new Map<string, Map<number, DraftSave>>();
  const newest = new Map<string, number>();
  for (const { operation, isAcknowledged } of entries) {
    if (operation.door !== "draft-saves") continue;
    const { id, revision } = operation.body;
    saves.set(id, (saves.get(id) ?? new Map()).set(revision, operation.body));
    if (isAcknowledged) newest.set(id, Math.max(newest.get(id) ?? 0, revision));
  }
  for (const [id, revisions] of saves) {
    const found = await store.responseDraft(study, id);
    if (found.state === "sent") continue;
    const revision = found.state === "open" ? found.draft.revision : 0;
    if (revision < (newest.get(id) ?? 0)) to.lost.push(`${id} ${newest.get(id)}`);
    if (found.state === "open" && found.draft.sealed !== revisions.get(revision)?.sealed)
      to.altered.push(`${id} ${revision}`);
  }
}

/** Who was given a signature has used the invitation up, with that request and no other. */
async function checkCredentials(
  store: Store,
  entries: readonly Entry[],
  study: string,
  to: Findings,
) {
  const used = new Map(
    (await store.invitations({ study, codeOf })).map(({ code, hasBegun }) => [code, hasBegun]),
  );
  for (const { operation, isAcknowledged } of entries) {
    if (operation.door !== "credentials") continue;
    const { participationCode: code, blinded } = operation.body;
    if (isAcknowledged && used.get(code) !== true) to.lost.push(code);
    if (used.get(code) !== true) continue;
    const mark = createHash("sha256")
      .update(fromBase64url(blinded) ?? "")
      .digest();
    const other = createHash("sha256").update("another request").digest();
    const isSame = await store.useInvitation({ study, code, mark });
    if (!isSame || (await store.useInvitation({ study, code, mark: other }))) to.altered.push(code);
    used.delete(code);
  }
  for (const [code, hasBegun] of used) {
    const wasSent = entries.some(
      ({ operation }) =>
        operation.door === "credentials" && operation.body.participationCode === code,
    );
    if (hasBegun && !wasSent) to.invented.push(code);
  }
}
