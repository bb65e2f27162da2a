import { randomUUID } from "node:crypto";
import type { AccessibilityFeedback } from "@mehrwert/study";
import { asc, desc, sql } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import { accessibilityFeedbackTable } from "./tables.ts";

/** Keeps what somebody wrote about a barrier. */
export async function saveAccessibilityFeedback(
  database: Database,
  { barrier, place, replyTo, day }: AccessibilityFeedback,
): Promise<void> {
  const row = { id: randomUUID(), barrier, place, replyTo, day };
  await query("saving accessibility feedback", () =>
    database.insert(accessibilityFeedbackTable).values(row),
  );
}

/** Everything that is kept, newest day first; within a day in an order that says nothing. */
export async function allAccessibilityFeedback(
  database: Database,
): Promise<AccessibilityFeedback[]> {
  const { id, day } = accessibilityFeedbackTable;
  const rows = await query("reading accessibility feedback", () =>
    database.select().from(accessibilityFeedbackTable).orderBy(desc(day), asc(id)),
  );
  return rows.map(({ barrier, place, replyTo, day: arrived }) => ({
    barrier,
    ...(place !== null && { place }),
    ...(replyTo !== null && { replyTo }),
    day: arrived,
  }));
}

/**
 * Deletes what has been kept for twelve months.
 *
 * @param day today, `YYYY-MM-DD`
 * @returns how many texts were deleted
 */
export async function deleteExpiredFeedback(database: Database, day: string): Promise<number> {
  const { id, day: arrived } = accessibilityFeedbackTable;
  const gone = await query("deleting expired accessibility feedback", () =>
    database
      .delete(accessibilityFeedbackTable)
      .where(sql`${arrived} <= ${day}::date - interval '12 months'`)
      .returning({ id }),
  );
  return gone.length;
}
