import { fromBase64url, toBase64url } from "./base64url.ts";

const nonceBytes = 12;

/** Which save of which response a sealed text is: a server cannot hand out an older one under a newer number. */
export type SealedPlace = { responseId: string; revision: number };

const placeBytes = ({ responseId, revision }: SealedPlace) =>
  new TextEncoder().encode(`${responseId}/${revision}`);

/** Unfinished answers, sealed with AES-256-GCM under a fresh nonce: base64url of nonce, text and tag. */
export async function sealDraft(key: CryptoKey, text: string, place: SealedPlace): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce, additionalData: placeBytes(place) },
    key,
    new TextEncoder().encode(text),
  );
  return toBase64url(new Uint8Array([...nonce, ...new Uint8Array(sealed)]));
}

/**
 * The text that was sealed.
 *
 * @returns undefined if the key is another one, or anything was changed: the text, or which save it is
 */
export async function openDraft(
  key: CryptoKey,
  sealed: string,
  place: SealedPlace,
): Promise<string | undefined> {
  const bytes = fromBase64url(sealed);
  if (bytes === undefined || bytes.length <= nonceBytes) return undefined;
  const [nonce, text] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes)];
  try {
    const opened = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: nonce, additionalData: placeBytes(place) },
      key,
      text,
    );
    return new TextDecoder().decode(opened);
  } catch {
    return undefined;
  }
}
