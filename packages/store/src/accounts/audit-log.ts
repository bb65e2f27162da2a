import {
  type AuditEntry,
  type AuditEvent,
  type AuditHead,
  auditHash,
  auditStart,
} from "@mehrwert/study";
import { and, asc, desc, gt, lt, sql } from "drizzle-orm";
import { auditEntryTable } from "../account-tables.ts";
import { type Database, query } from "../database.ts";

/** Writers wait for each other: each entry names the one before it. */
const auditLock = 7_110_482_655_303;

type Row = typeof auditEntryTable.$inferSelect;
const entryOf = ({ entry, hash }: Row): AuditEntry => ({ ...entry, hash });

/** The time as the log writes it. */
const toSecond = (time: Date) => `${time.toISOString().slice(0, 19)}Z`;

/** Appends what somebody did. Entries that are written at the same time come one after the other, in any process. */
export function appendAuditEntry(
  database: Database,
  event: AuditEvent,
  now: Date,
): Promise<AuditEntry> {
  return query("writing the audit log", () =>
    database.transaction(async (transaction) => {
      await transaction.execute(sql`select pg_advisory_xact_lock(${auditLock})`);
      const [last] = await transaction
        .select()
        .from(auditEntryTable)
        .orderBy(desc(auditEntryTable.number))
        .limit(1);
      const { person, action, study, details } = event;
      const content = {
        number: (last?.number ?? 0) + 1,
        time: toSecond(now),
        ...(person && { person }),
        action,
        ...(study !== undefined && { study }),
        ...(details && { details }),
        previousHash: last?.hash ?? auditStart,
      };
      const hash = await auditHash(content);
      await transaction
        .insert(auditEntryTable)
        .values({ number: content.number, hash, entry: content });
      return { ...content, hash };
    }),
  );
}

/** A page of the log, newest first: entries before a number. */
export async function auditEntries(
  database: Database,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<AuditEntry[]> {
  const rows = await query("reading the audit log", () =>
    database
      .select()
      .from(auditEntryTable)
      .where(before === undefined ? undefined : lt(auditEntryTable.number, before))
      .orderBy(desc(auditEntryTable.number))
      .limit(limit),
  );
  return rows.map(entryOf);
}

/** The whole log from its beginning, a thousand entries at a time. */
export async function* wholeAuditLog(database: Database): AsyncGenerator<AuditEntry[]> {
  for (let after = 0; ; ) {
    const rows = await query("reading the audit log", () =>
      database
        .select()
        .from(auditEntryTable)
        .where(and(gt(auditEntryTable.number, after)))
        .orderBy(asc(auditEntryTable.number))
        .limit(1000),
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(entryOf);
    after = last.number;
  }
}

/** Where the log ends now. */
export async function auditHead(database: Database, now: Date): Promise<AuditHead> {
  const [last] = await auditEntries(database, { limit: 1 });
  return { time: toSecond(now), number: last?.number ?? 0, hash: last?.hash ?? auditStart };
}
