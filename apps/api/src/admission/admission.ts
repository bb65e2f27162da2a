import { constants, createPublicKey, type KeyObject, verify } from "node:crypto";
import { credentialMessage, credentialScope, fromBase64url } from "@mehrwert/privacy";
import type { Admission, Study } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import { Refusal } from "../problems/refusal.ts";

/** Under whose name something is stored: a panelist's pseudonym in confidential studies, nobody's anywhere else. */
export type Admitted = { participant?: string };

/** So many admitted ids are remembered, lest a signature is checked anew with every save. */
const mostRemembered = 10_000;

function publicKeyOf(spki: string): KeyObject {
  const key = Buffer.from(fromBase64url(spki) ?? []);
  return createPublicKey({ key, format: "der", type: "spki" });
}

/** Whether bytes are a number that this RSA key can sign. */
export function isBelowModulus(bytes: Uint8Array, spki: string): boolean {
  const modulus = Buffer.from(publicKeyOf(spki).export({ format: "jwk" }).n ?? "", "base64url");
  return bytes.length === modulus.length && Buffer.compare(bytes, modulus) < 0;
}

/**
 * Lets in what may be stored in a study, whichever way it comes, a draft or a response: everything in open studies; with
 * a credential of this wave for this very id where the study has a credential key; with a panelist's code in confidential ones.
 *
 * The returned function throws the same `Refusal`, `not-admitted`, whatever is missing or wrong.
 */
export function admissions(store: Pick<AppDependencies["store"], "panelistWith">) {
  const keys = new Map<string, KeyObject>();
  const remembered = new Set<string>();

  const keyOf = (spki: string): KeyObject => {
    const key = keys.get(spki) ?? publicKeyOf(spki);
    keys.set(spki, key);
    return key;
  };

  const isCredential = (scope: string, spki: string, id: string, credential: string): boolean => {
    const known = `${scope} ${id} ${credential}`;
    if (remembered.has(known)) return true;
    const key = { key: keyOf(spki), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
    const signature = fromBase64url(credential) ?? new Uint8Array();
    if (!verify("sha384", credentialMessage(scope, id), key, signature)) return false;
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.add(known);
    return true;
  };

  return async (
    study: Pick<Study, "slug" | "wave" | "mode" | "credentialKey">,
    id: string,
    { credential, participationCode: code }: Admission,
  ): Promise<Admitted> => {
    if (study.credentialKey !== undefined) {
      const { spki } = study.credentialKey;
      if (credential !== undefined && isCredential(credentialScope(study), spki, id, credential))
        return {};
      throw new Refusal("not-admitted");
    }
    if (study.mode !== "confidential") return {};
    const participant = code && (await store.panelistWith({ study: study.slug, code }));
    if (!participant) throw new Refusal("not-admitted");
    return { participant };
  };
}
