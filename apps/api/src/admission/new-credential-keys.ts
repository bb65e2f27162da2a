import { createHash, generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { type CredentialKey, toBase64url } from "@mehrwert/privacy";

/** RSA of 3072 bits: what the BSI asks for beyond 2022 (TR-02102-1). */
const modulusLength = 3072;

/** A fresh pair of keys for the credentials of one study. The private one is PKCS 8 in PEM. */
export async function newCredentialKeys(): Promise<{
  credentialKey: CredentialKey;
  privateKey: string;
}> {
  const pair = await promisify(generateKeyPair)("rsa", {
    modulusLength,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const fingerprint = createHash("sha256").update(pair.publicKey).digest("hex");
  return {
    credentialKey: { spki: toBase64url(pair.publicKey), fingerprint },
    privateKey: pair.privateKey,
  };
}
