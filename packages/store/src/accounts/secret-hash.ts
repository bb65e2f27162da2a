import { createHash } from "node:crypto";

/** What is kept of a token of 128 random bits or more: its SHA-256, in hexadecimal digits. Not for passwords. */
export function secretHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
