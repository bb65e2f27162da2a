/**
 * How often SHA-256 is applied to derive one hash: too slow to try all codes in passing, still below a second for
 * a whole code on an old phone. Changing it makes the codes and receipts of running studies useless.
 */
const iterations = 100_000;

/**
 * PBKDF2-SHA-256 of a text, in hexadecimal.
 *
 * @throws TypeError where the browser offers no cryptography: pages not served over HTTPS
 */
export async function slowHash(
  text: string,
  { salt, bits: length }: { salt: string; bits: 128 | 256 },
): Promise<string> {
  const bytes = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", bytes.encode(text), "PBKDF2", false, [
    "deriveBits",
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt: bytes.encode(salt), iterations },
    key,
    length,
  );
  return [...new Uint8Array(bits)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
