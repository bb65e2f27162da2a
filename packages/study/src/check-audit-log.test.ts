import { describe, expect, test } from "vitest";
import { type AuditEntry, type AuditHead, auditHash, auditStart } from "./audit-entry.ts";
import { checkAuditLog } from "./check-audit-log.ts";

/** A log of entries that say what was done, chained as the store does it. */
async function logOf(actions: readonly string[]): Promise<AuditEntry[]> {
  const log: AuditEntry[] = [];
  for (const action of actions) {
    const content = {
      number: log.length + 1,
      time: "2026-11-28T10:00:00Z",
      person: { id: "p1", name: "Ada" },
      action,
      previousHash: log.at(-1)?.hash ?? auditStart,
    };
    log.push({ ...content, hash: await auditHash(content) });
  }
  return log;
}

const actions = ["a.a", "b.b", "c.c", "d.d", "e.e"];
const head = (log: readonly AuditEntry[], number: number): AuditHead => ({
  time: "2026-11-28T23:00:00Z",
  number,
  hash: log[number - 1]?.hash ?? auditStart,
});
const kinds = async (log: readonly AuditEntry[], heads: readonly AuditHead[] = []) =>
  (await checkAuditLog(log, heads)).map(({ number, kind }) => `${number} ${kind}`);

describe("checkAuditLog", () => {
  test("finds nothing in a log as it was written, of any length", async () => {
    const log = await logOf(actions);
    expect(await kinds([], [head(log, 0)])).toEqual([]);
    expect(await kinds(log, [head(log, 0), head(log, 3), head(log, 5)])).toEqual([]);
  });

  test("finds an entry that was edited", async () => {
    const log = await logOf(actions);
    const edited = log.map((entry) => (entry.number === 2 ? { ...entry, action: "x.x" } : entry));
    expect(await kinds(edited)).toEqual(["2 changed"]);
  });

  test("finds an edited entry whose own hash was computed anew, at the next one", async () => {
    const log = await logOf(actions);
    const { hash: _, ...content } = { ...(log[1] as AuditEntry), action: "x.x" };
    const mended = { ...content, hash: await auditHash(content) };
    expect(await kinds(log.with(1, mended))).toEqual(["3 chain"]);
  });

  test("finds an entry that was deleted, and one that was inserted", async () => {
    const log = await logOf(actions);
    expect(await kinds(log.toSpliced(2, 1))).toEqual(["3 order", "3 chain", "4 order"]);
    expect((await kinds(log.toSpliced(2, 0, log[0] as AuditEntry))).length).toBeGreaterThan(0);
  });

  test("finds entries that were swapped", async () => {
    const log = await logOf(actions);
    const swapped = log.with(1, log[2] as AuditEntry).with(2, log[1] as AuditEntry);
    expect(await kinds(swapped)).toEqual(["2 order", "2 chain", "3 order", "3 chain", "4 chain"]);
  });

  test("finds a log cut short only by a head that was kept", async () => {
    const log = await logOf(actions);
    const cut = log.slice(0, 3);
    expect(await kinds(cut)).toEqual([]);
    expect(await kinds(cut, [head(log, 5)])).toEqual(["5 missing"]);
  });

  test("finds a log written anew only by a head that was kept", async () => {
    const kept = head(await logOf(actions), 4);
    const anew = await logOf(["a.a", "x.x", "c.c", "d.d", "e.e"]);
    expect(await kinds(anew)).toEqual([]);
    expect(await kinds(anew, [kept])).toEqual(["4 rewritten"]);
  });
});
