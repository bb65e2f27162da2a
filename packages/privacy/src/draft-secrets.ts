import { secretCode, secretCodeBits, secretCodeBytes } from "./secret-code.ts";

/** Everything about one participation that only its participant can know, and the id under which it is stored. */
export type DraftSecrets = {
  /** The response's id, a UUID of version 4. Nobody gets back from it to the rest. */
  responseId: string;
  /** Seals unfinished answers; it never leaves the browser. */
  key: CryptoKey;
  /** The code with which the answers can be deleted once they are sent. */
  receiptCode: string;
};

/**
 * What follows from a resume code: HKDF-SHA-256 of its 120 bits, salted with the study's name. The same code gives the
 * same secrets on every device; another study gives others.
 *
 * `code` as `secretCode("resume", …)` or `readSecretCode` gives it.
 * @throws TypeError where the browser offers no cryptography: pages not served over HTTPS
 */
export async function draftSecrets(code: string, study: string): Promise<DraftSecrets> {
  const bytes = new TextEncoder();
  const secret = await crypto.subtle.importKey("raw", secretCodeBits(code), "HKDF", false, [
    "deriveBits",
    "deriveKey",
  ]);
  const derivation = (info: string) => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: bytes.encode(study),
    info: bytes.encode(info),
  });
  const derived = async (info: string, length: number) =>
    new Uint8Array(await crypto.subtle.deriveBits(derivation(info), secret, length * 8));
  const [id, receipt, key] = await Promise.all([
    derived("response id", 16),
    derived("receipt", secretCodeBytes),
    crypto.subtle.deriveKey(
      derivation("draft key"),
      secret,
      { name: "AES-GCM", length: 256 },
      false,
      ["encrypt", "decrypt"],
    ),
  ]);
  return { responseId: uuidOf(id), key, receiptCode: secretCode("receipt", receipt) };
}

/** 122 random bits as a UUID of version 4 (RFC 9562). */
function uuidOf(bytes: Uint8Array): string {
  const marked = bytes.with(6, (Number(bytes[6]) & 0x0f) | 0x40);
  const digits = [...marked.with(8, (Number(bytes[8]) & 0x3f) | 0x80)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
