import { createHash, createHmac, randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "./database.ts";
import { admissionKeyTable } from "./tables.ts";

/** How 15 bytes become a code that people can type. */
export type CodeOfBytes = (bytes: Uint8Array) => string;

/** What is kept of a code: SHA-256. A code has 120 random bits, so nothing slower is needed. */
export function codeHash(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}

/** Codes are derived, not kept: a reminder needs the same one again, and no row and no backup lists them. */
export function derivedCode(secret: string, place: string, codeOf: CodeOfBytes): string {
  const bytes = createHmac("sha256", Buffer.from(secret, "hex")).update(place).digest();
  return codeOf(bytes.subarray(0, 15));
}

/** What the codes of a study are derived from: 32 random bytes in hexadecimal. */
export const newCodeSecret = () => randomBytes(32).toString("hex");

/** The secret from which a study's codes are derived. */
export async function codeSecret(
  queries: Pick<Database, "select">,
  study: string,
): Promise<string | undefined> {
  const [row] = await queries
    .select({ secret: admissionKeyTable.codeSecret })
    .from(admissionKeyTable)
    .where(eq(admissionKeyTable.study, study));
  return row?.secret;
}
