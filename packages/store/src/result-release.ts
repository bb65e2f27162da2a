import { randomInt } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import { resultReleaseTable } from "./tables.ts";

/** One wave of a study: what is released of it knows nothing of the other waves. */
export type StudyWave = { study: string; wave: number };

/** A release to keep. `after`: the revision it was made from, absent for the first. Both texts are JSON. */
export type Release = { after: number | undefined; memory: string; results: string };

const isOf = ({ study, wave }: StudyWave) =>
  and(eq(resultReleaseTable.study, study), eq(resultReleaseTable.wave, wave));

/**
 * What readers see of a wave, and the revision it has; undefined if nothing was released, or it is gone again. Without
 * `results` where it is the revision known already.
 */
export async function releasedResults(
  database: Database,
  of: StudyWave,
  known?: number,
): Promise<{ revision: number; results?: string } | undefined> {
  const { revision, results: text } = resultReleaseTable;
  const isKnown = eq(revision, known ?? 0);
  const rows = await query("reading released results", () =>
    database
      .select({
        revision,
        results: sql<string | null>`case when ${isKnown} then null else ${text} end`,
      })
      .from(resultReleaseTable)
      .where(isOf(of)),
  );
  return rows.map(({ results, ...row }) => ({ ...row, ...(results !== null && { results }) }))[0];
}

/** What later releases must be held against; for nobody's eyes. */
export async function releaseMemory(
  database: Database,
  of: StudyWave,
): Promise<string | undefined> {
  const rows = await query("reading what was released", () =>
    database.select({ memory: resultReleaseTable.memory }).from(resultReleaseTable).where(isOf(of)),
  );
  return rows[0]?.memory;
}

/** The first revision is anything, so that a study that is deleted and one that takes its name share none. */
export const firstRevision = () => randomInt(1, 2 ** 30);

/** Keeps a release in place of the one it was made from. @returns false if somebody else released meanwhile */
export async function keepRelease(
  database: Database,
  of: StudyWave,
  { after, memory, results }: Release,
): Promise<boolean> {
  const { study, wave, revision } = resultReleaseTable;
  const next = after === undefined ? firstRevision() : after + 1;
  const rows = await query("keeping released results", () =>
    database
      .insert(resultReleaseTable)
      .values({ ...of, revision: next, memory, results })
      .onConflictDoUpdate({
        target: [study, wave],
        set: { revision: next, memory, results },
        setWhere: after === undefined ? sql`false` : eq(revision, after),
      })
      .returning({ revision }),
  );
  return rows.length > 0;
}
