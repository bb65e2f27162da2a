import { and, eq, gt, sql } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import { resultReleaseTable } from "./tables.ts";

/** A release to keep. `after`: the revision it was made from, absent for the first. Both texts are JSON. */
export type Release = { after: number | undefined; memory: string; results: string };

/** What readers see of a study, and the revision it has; undefined if nothing was released since `newerThan`. */
export async function releasedResults(
  database: Database,
  study: string,
  newerThan = 0,
): Promise<{ revision: number; results: string } | undefined> {
  const { revision, results } = resultReleaseTable;
  const rows = await query("reading released results", () =>
    database
      .select({ revision, results })
      .from(resultReleaseTable)
      .where(and(eq(resultReleaseTable.study, study), gt(revision, newerThan))),
  );
  return rows[0];
}

/** What later releases must be held against; for nobody's eyes. */
export async function releaseMemory(
  database: Database,
  study: string,
): Promise<string | undefined> {
  const rows = await query("reading what was released", () =>
    database
      .select({ memory: resultReleaseTable.memory })
      .from(resultReleaseTable)
      .where(eq(resultReleaseTable.study, study)),
  );
  return rows[0]?.memory;
}

/** Keeps a release in place of the one it was made from. @returns false if somebody else released meanwhile */
export async function keepRelease(
  database: Database,
  study: string,
  { after, memory, results }: Release,
): Promise<boolean> {
  const { revision } = resultReleaseTable;
  const rows = await query("keeping released results", () =>
    database
      .insert(resultReleaseTable)
      .values({ study, revision: (after ?? 0) + 1, memory, results })
      .onConflictDoUpdate({
        target: resultReleaseTable.study,
        set: { revision: sql`${revision} + 1`, memory, results },
        setWhere: after === undefined ? sql`false` : eq(revision, after),
      })
      .returning({ revision }),
  );
  return rows.length > 0;
}
