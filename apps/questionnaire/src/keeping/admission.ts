import {
  blindCredential,
  credentialScope,
  finishCredential,
  WrongCredentialKey,
} from "@mehrwert/privacy";
import { type Admission, needsCode, type Study } from "@mehrwert/study";
import type { AdmissionMemory } from "./draft.ts";
import type { DraftServer } from "./draft-server.ts";

/** Why nobody is let in. `unreachable` may pass by itself; `wrong-key` means: do not take part. */
export type NotAdmitted = "unreachable" | "not-admitted" | "closed" | "wrong-key";

/** What lets this participation in, or why it is not let in. */
export type Admitted = { ok: true; admission: Admission } | { ok: false; why: NotAdmitted };

type Memory = {
  read(): AdmissionMemory;
  /** Returns once the memory is where a reload finds it again. */
  write(memory: AdmissionMemory): Promise<void>;
};

/** Whether the key the server shows now is the one that came with the invitation, or was consented to. */
export function isPinnedKey(
  { credentialKey }: Pick<Study, "credentialKey">,
  keyFingerprint: string | undefined,
): boolean {
  if (keyFingerprint === undefined || credentialKey === undefined) return true;
  return credentialKey.fingerprint.startsWith(keyFingerprint.toLowerCase());
}

/**
 * What lets a participation in: nothing in open studies, the code itself in confidential ones, and where the study has a
 * key a credential, which is asked for once, blindly, and kept. What was sent to be signed is kept before it is sent, so
 * that a lost reply costs nobody the invitation.
 */
export async function admissionOf(
  study: Pick<Study, "slug" | "wave" | "mode" | "credentialKey">,
  responseId: string,
  { server, memory }: { server: Pick<DraftServer, "sign">; memory: Memory },
): Promise<Admitted> {
  const { credentialKey: key } = study;
  const scope = credentialScope(study);
  const known = memory.read();
  const { participationCode, credential } = known;
  if (!needsCode(study)) return { ok: true, admission: {} };
  if (key === undefined)
    return participationCode === undefined
      ? { ok: false, why: "not-admitted" }
      : { ok: true, admission: { participationCode } };
  if (!isPinnedKey(study, known.keyFingerprint)) return { ok: false, why: "wrong-key" };
  if (credential !== undefined) return { ok: true, admission: { credential } };
  if (participationCode === undefined) return { ok: false, why: "not-admitted" };
  try {
    const blinded = known.blinded ?? (await blindCredential(key, scope, responseId));
    const pinned = { ...known, keyFingerprint: key.fingerprint, blinded };
    await memory.write(pinned);
    const reply = await server.sign({ participationCode, blinded: blinded.blinded });
    if (reply?.status !== 200) return { ok: false, why: whyOf(reply) };
    const { inverse } = blinded;
    const signature = signatureIn(reply.body);
    const made = await finishCredential(key, { study: scope, responseId, inverse, signature });
    if (made === undefined) return { ok: false, why: "wrong-key" };
    await memory.write({ keyFingerprint: key.fingerprint, credential: made });
    return { ok: true, admission: { credential: made } };
  } catch (error) {
    // Anything else is a connection that was lost while the code for credentials was loaded.
    return { ok: false, why: error instanceof WrongCredentialKey ? "wrong-key" : "unreachable" };
  }
}

function whyOf(reply: Awaited<ReturnType<DraftServer["sign"]>>): NotAdmitted {
  if (reply?.problem?.type === "/problems/not-admitted") return "not-admitted";
  return reply?.problem?.type === "/problems/closed" ? "closed" : "unreachable";
}

function signatureIn(body: unknown): string {
  const isSigned = typeof body === "object" && body !== null && "signature" in body;
  return isSigned ? String(body.signature) : "";
}
