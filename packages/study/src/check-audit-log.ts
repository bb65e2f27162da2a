import { type AuditEntry, type AuditHead, auditHash, auditStart } from "./audit-entry.ts";

/** What is wrong with a log: at which entry, and which kind of change would look like this. */
export type AuditFault = {
  /** Number of the entry as the log counts, from 1. */
  number: number;
  /**
   * `order`: the number is not the next one (deleted, reordered, inserted); `changed`: the hash is not the content's;
   * `chain`: the entry does not name the one before it; `missing`: the log ends before a head that was kept; `rewritten`:
   * everything fits together, but not with a head that was kept.
   */
  kind: "order" | "changed" | "chain" | "missing" | "rewritten";
};

/**
 * Everything that shows that a log was changed after it was written. The chain shows an entry edited, deleted, inserted or
 * moved; only heads kept elsewhere show a shortened log, or one computed anew from some entry on.
 *
 * Missing: without heads, a shortened and a recomputed log pass.
 * @returns empty if nothing is wrong
 */
export async function checkAuditLog(
  entries: readonly AuditEntry[],
  heads: readonly AuditHead[] = [],
): Promise<AuditFault[]> {
  const faults: AuditFault[] = [];
  let before = auditStart;
  for (const [at, { hash, ...content }] of entries.entries()) {
    const number = at + 1;
    if (content.number !== number) faults.push({ number, kind: "order" });
    if ((await auditHash(content)) !== hash) faults.push({ number, kind: "changed" });
    if (content.previousHash !== before) faults.push({ number, kind: "chain" });
    before = hash;
  }
  for (const { number, hash } of heads) {
    if (number > entries.length) faults.push({ number, kind: "missing" });
    else if ((number === 0 ? auditStart : entries[number - 1]?.hash) !== hash)
      faults.push({ number, kind: "rewritten" });
  }
  return faults;
}
