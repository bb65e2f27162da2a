import { randomBytes, randomUUID } from "node:crypto";
import type { PilotComment, PilotResponse, PilotState } from "@mehrwert/study";
import { and, asc, count, eq } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import { studyNotFound } from "./study.ts";
import { pilotCommentTable, pilotKeyTable, pilotResponseTable, studyTable } from "./tables.ts";

/** So much a pilot holds; it is for people who were asked to help. */
const most = { responses: 1_000, comments: 5_000 };

/** The key of a study's pilot, as far as it has one. */
export async function pilotKey(database: Database, study: string): Promise<string | undefined> {
  const rows = await query("reading a pilot's key", () =>
    database
      .select({ key: pilotKeyTable.key })
      .from(pilotKeyTable)
      .where(eq(pilotKeyTable.study, study)),
  );
  return rows[0]?.key;
}

/** Gives a study's pilot a fresh key: 120 random bits, base64url. Links with a former one lead nowhere any more. */
export async function renewPilotKey(database: Database, study: string): Promise<string> {
  const key = randomBytes(15).toString("base64url");
  return query("making a pilot's key", () =>
    database.transaction(async (transaction) => {
      const rows = await transaction
        .select({ status: studyTable.status })
        .from(studyTable)
        .where(eq(studyTable.study, study));
      if (rows.length === 0) throw studyNotFound(study);
      await transaction
        .insert(pilotKeyTable)
        .values({ study, key })
        .onConflictDoUpdate({ target: pilotKeyTable.study, set: { key } });
      return key;
    }),
  );
}

/** Keeps a tester's answers, apart from all others. The same id again changes nothing. False if the pilot is full. */
export async function savePilotResponse(
  database: Database,
  study: string,
  { lastPage, ...response }: PilotResponse,
): Promise<boolean> {
  return query("storing a tester's answers", async () => {
    const [row] = await database
      .select({ responses: count() })
      .from(pilotResponseTable)
      .where(eq(pilotResponseTable.study, study));
    if ((row?.responses ?? 0) >= most.responses) return false;
    await database
      .insert(pilotResponseTable)
      .values({ study, ...response, lastPage: lastPage ?? null })
      .onConflictDoNothing();
    return true;
  });
}

/** Keeps what a tester noted. False if the pilot is full. */
export async function savePilotComment(
  database: Database,
  study: string,
  { page, ...comment }: Omit<PilotComment, "id" | "isSettled">,
): Promise<boolean> {
  return query("storing a tester's comment", async () => {
    const [row] = await database
      .select({ comments: count() })
      .from(pilotCommentTable)
      .where(eq(pilotCommentTable.study, study));
    if ((row?.comments ?? 0) >= most.comments) return false;
    await database
      .insert(pilotCommentTable)
      .values({ study, id: randomUUID(), isSettled: false, page: page ?? null, ...comment });
    return true;
  });
}

/** Every comment of a pilot, by day. */
export async function pilotComments(database: Database, study: string): Promise<PilotComment[]> {
  const table = pilotCommentTable;
  const rows = await query("reading comments of testers", () =>
    database
      .select()
      .from(table)
      .where(eq(table.study, study))
      .orderBy(asc(table.day), asc(table.id)),
  );
  return rows.map(({ study: _, page, ...comment }) => ({
    ...comment,
    ...(page === null ? {} : { page }),
  }));
}

/** Marks a comment as settled or open again. False if there is none of this id. */
export async function settlePilotComment(
  database: Database,
  study: string,
  { id, isSettled }: { id: string; isSettled: boolean },
): Promise<boolean> {
  const rows = await query("settling a comment", () =>
    database
      .update(pilotCommentTable)
      .set({ isSettled })
      .where(and(eq(pilotCommentTable.study, study), eq(pilotCommentTable.id, id)))
      .returning({ id: pilotCommentTable.id }),
  );
  return rows.length > 0;
}

/** How many testers came to the end, or ended early, and how many comments wait. */
export async function pilotState(database: Database, study: string): Promise<PilotState> {
  return query("counting a pilot", async () => {
    const [testers] = await database
      .select({ count: count() })
      .from(pilotResponseTable)
      .where(eq(pilotResponseTable.study, study));
    const { isSettled, study: ofStudy } = pilotCommentTable;
    const [open] = await database
      .select({ count: count() })
      .from(pilotCommentTable)
      .where(and(eq(ofStudy, study), eq(isSettled, false)));
    return { testers: testers?.count ?? 0, openComments: open?.count ?? 0 };
  });
}

/** Forgets the answers and comments of all testers. */
export async function clearPilot(database: Database, study: string): Promise<void> {
  await query("clearing a pilot", () =>
    database.transaction(async (transaction) => {
      for (const table of [pilotResponseTable, pilotCommentTable])
        await transaction.delete(table).where(eq(table.study, study));
    }),
  );
}
