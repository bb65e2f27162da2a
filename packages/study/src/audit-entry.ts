import { z } from "zod";
import { canonicalJson } from "./canonical-json.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * One thing that a researcher or an administrator did; never anything a participant did. `number` counts from 1 without a
 * gap. `hash` is the SHA-256 of the canonical JSON of everything else, `previousHash` included, in hexadecimal digits.
 */
export const auditEntrySchema = z.strictObject({
  number: z.number().int().min(1),
  /** UTC, to the second. */
  time: z.iso.datetime(),
  /** Who did it: an id, and the name at that time. Absent: the server itself, or somebody not signed in. */
  person: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  /** `noun.verb`, such as `study-role.given`. */
  action: z.string().regex(/^[a-z-]+\.[a-z-]+$/),
  study: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  previousHash: hash,
  hash,
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** What an entry tells, before it has a place in the chain. */
export type AuditEvent = Pick<AuditEntry, "person" | "action" | "study" | "details">;

/** The end of the log on some day, kept where whoever can change the log cannot reach: without it, a log written anew looks right. */
export const auditHeadSchema = z.strictObject({
  time: z.iso.datetime(),
  number: z.number().int().min(0),
  hash,
});
export type AuditHead = z.infer<typeof auditHeadSchema>;

/** What the first entry names as the hash before it. */
export const auditStart = "0".repeat(64);

/**
 * The hash of an entry, by which the next one names it.
 *
 * @example await auditHash({ number: 1, time: "2026-11-28T10:00:00Z", action: "server.started", previousHash: auditStart })
 */
export async function auditHash(entry: Omit<AuditEntry, "hash">): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(entry));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
