import { Refusal } from "../problems/refusal.ts";

const signature = [0x50, 0x4b, 0x03, 0x04];

/**
 * Reads a body that should be a zip file, of `mostBytes` at most, announced or not. Of one that begins otherwise only the
 * beginning is kept, enough to be refused by whoever reads it; the rest is let go as it comes, so that the sender hears why
 * instead of losing the connection.
 */
export async function zipBody(
  { body, headers }: Request,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(headers.get("content-length")) > mostBytes) throw new Refusal("too-large");
  const kept: Uint8Array[] = [];
  let length = 0;
  let isOther = false;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > mostBytes) throw new Refusal("too-large");
    if (isOther) continue;
    kept.push(chunk);
    isOther = length >= signature.length && !isZip(kept);
  }
  return new Uint8Array(Buffer.concat(kept));
}

function isZip(kept: readonly Uint8Array[]): boolean {
  const beginning = kept.slice(0, signature.length).flatMap((chunk) => [...chunk.subarray(0, 4)]);
  return signature.every((byte, at) => beginning[at] === byte);
}
