import { createHash } from "node:crypto";

/** SHA-256 of a definition's canonical JSON text, in hexadecimal; equal to `definitionHash` of the instrument. */
export function definitionTextHash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
