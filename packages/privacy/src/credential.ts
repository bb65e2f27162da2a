import { fromBase64url, toBase64url } from "./base64url.ts";

/*
 * Take part once, without anybody knowing who did: RSABSSA-SHA384-PSS-Deterministic (RFC 9474, section 5). What is
 * signed blindly is the id of one response, which has 122 random bits of its own and is used for nothing else, so that
 * a credential opens this response and no other.
 */

/** The public key of a study's credentials. */
export type CredentialKey = {
  /** SubjectPublicKeyInfo in DER, base64url. RSA. */
  spki: string;
  /** SHA-256 of the DER, 64 hexadecimal digits: what people compare. */
  fingerprint: string;
};

/** What is sent to be signed, and what only its sender may keep to make a credential of the signature. */
export type BlindedCredential = { blinded: string; inverse: string };

/**
 * What a credential is for, as `study` of the functions here: a study, and from its second wave on that wave, so that what
 * was signed in one wave and not used opens nothing in the next.
 */
export function credentialScope({ slug, wave }: { slug: string; wave: number }): string {
  return wave === 1 ? slug : `${slug}/${wave}`;
}

/** What a credential says: that one response of one study may be given. */
export function credentialMessage(study: string, responseId: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`mehrwert credential/${study}/${responseId.toLowerCase()}`);
}

/** SHA-256 of a public key, in hexadecimal; undefined if the text is no base64url. */
export async function keyFingerprint(spki: string): Promise<string | undefined> {
  const bytes = fromBase64url(spki);
  if (bytes === undefined) return undefined;
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The key a study shows is not the one that its fingerprint names, or none at all: nobody should take part with it. */
export class WrongCredentialKey extends TypeError {
  override name = "WrongCredentialKey";
}

/** @throws WrongCredentialKey if the key is none, or another one than its fingerprint says */
async function importedKey({ spki, fingerprint }: CredentialKey): Promise<CryptoKey> {
  const bytes = fromBase64url(spki);
  if (bytes === undefined || (await keyFingerprint(spki)) !== fingerprint)
    throw new WrongCredentialKey("the credential key is not the one its fingerprint names");
  return crypto.subtle
    .importKey("spki", bytes, { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"])
    .catch(() => {
      throw new WrongCredentialKey("the credential key is no RSA key");
    });
}

/** Not there at all if the connection is lost before it has come; see `fetchCredentialCode`. */
async function suite() {
  const { RSABSSA } = await import("@cloudflare/blindrsa-ts");
  return RSABSSA.SHA384.PSS.Deterministic();
}

/** Fetches the code for credentials ahead of time, so that the first one needs no connection. Never rejects. */
export async function fetchCredentialCode(): Promise<void> {
  await suite().catch(() => undefined);
}

/**
 * Blinds the id of a response: whoever signs learns nothing about it.
 *
 * @throws WrongCredentialKey if the key is not the one its fingerprint names
 * @throws whatever keeps the code for it from being loaded
 */
export async function blindCredential(
  key: CredentialKey,
  study: string,
  responseId: string,
): Promise<BlindedCredential> {
  const [publicKey, rsa] = await Promise.all([importedKey(key), suite()]);
  const message = rsa.prepare(credentialMessage(study, responseId));
  const { blindedMsg, inv } = await rsa.blind(publicKey, message);
  return { blinded: toBase64url(blindedMsg), inverse: toBase64url(inv) };
}

/**
 * Makes the credential, base64url, of what was signed blindly.
 *
 * @returns undefined if the signature was not made with this key
 * @throws WrongCredentialKey if the key is not the one its fingerprint names
 * @throws whatever keeps the code for it from being loaded
 */
export async function finishCredential(
  key: CredentialKey,
  {
    study,
    responseId,
    inverse,
    signature,
  }: { study: string; responseId: string; inverse: string; signature: string },
): Promise<string | undefined> {
  const [publicKey, rsa] = await Promise.all([importedKey(key), suite()]);
  const [signed, unblinding] = [fromBase64url(signature), fromBase64url(inverse)];
  if (signed === undefined || unblinding === undefined) return undefined;
  const message = rsa.prepare(credentialMessage(study, responseId));
  try {
    return toBase64url(await rsa.finalize(publicKey, message, signed, unblinding));
  } catch {
    return undefined;
  }
}
