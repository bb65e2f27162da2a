import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import { readPlan } from "./field-plan.ts";
import { frozenWaves, WrongStage } from "./study-stage.ts";
import { deletionTable, frozenDatasetTable } from "./tables.ts";

/** What is known of a frozen dataset. `isKept`: its file is still there; it goes when one of its answers must go. */
export type FrozenDataset = {
  wave: number;
  /** Day of freezing, `YYYY-MM-DD`. */
  day: string;
  softwareVersion: string;
  responses: number;
  /** SHA-256 of the file, in hexadecimal. */
  sha256: string;
  isKept: boolean;
};

/** A dataset to freeze. `deletions`: how many responses had been withdrawn before its responses were read. */
export type DatasetToFreeze = Omit<FrozenDataset, "isKept"> & {
  study: string;
  file: Uint8Array;
  deletions: number;
};

/**
 * Keeps the dataset of a closed study's wave as it is now, for good.
 *
 * @returns false if somebody withdrew answers since they were read: read them again
 * @throws WrongStage if the study is not closed or archived, or this wave is frozen already
 */
export function freezeDataset(database: Database, dataset: DatasetToFreeze): Promise<boolean> {
  const { study: slug, deletions, ...row } = dataset;
  return query("freezing a dataset", () =>
    database.transaction(async (transaction) => {
      const { status } = (await readPlan(transaction, slug, true)).study;
      if (status !== "closed" && status !== "archived")
        throw new WrongStage(`${slug} is ${status} and cannot be frozen`);
      if ((await frozenWaves(transaction, slug)).has(row.wave))
        throw new WrongStage(`wave ${row.wave} of ${slug} is frozen already`);
      const gone = await transaction
        .select({ hash: deletionTable.responseHash })
        .from(deletionTable)
        .where(eq(deletionTable.study, slug));
      if (gone.length !== deletions) return false;
      await transaction
        .insert(frozenDatasetTable)
        .values({ study: slug, ...row })
        .onConflictDoUpdate({
          target: [frozenDatasetTable.study, frozenDatasetTable.wave, frozenDatasetTable.sha256],
          set: { file: row.file },
        });
      return true;
    }),
  );
}

/** Every dataset of a study that was ever frozen, wave by wave. */
export function frozenDatasets(database: Database, slug: string): Promise<FrozenDataset[]> {
  const { study, wave, day, softwareVersion, responses, sha256, file } = frozenDatasetTable;
  return query("reading frozen datasets", () =>
    database
      .select({
        ...{ wave, day, softwareVersion, responses, sha256 },
        isKept: sql<boolean>`${file} is not null`,
      })
      .from(frozenDatasetTable)
      .where(eq(study, slug))
      .orderBy(asc(wave), asc(day), asc(sha256)),
  );
}

/** The file of a wave's frozen dataset; undefined if there is none, or no longer. */
export async function frozenDatasetFile(
  database: Database,
  slug: string,
  ofWave: number,
): Promise<Uint8Array | undefined> {
  const { study, wave, file } = frozenDatasetTable;
  const rows = await query("reading a frozen dataset", () =>
    database
      .select({ file })
      .from(frozenDatasetTable)
      .where(and(eq(study, slug), eq(wave, ofWave), isNotNull(file))),
  );
  return rows[0]?.file ?? undefined;
}

/** Answers must go: so must the files that hold them. Their hashes stay. */
export async function dropFrozenFiles(
  queries: Pick<Database, "update">,
  slug: string,
): Promise<void> {
  await queries
    .update(frozenDatasetTable)
    .set({ file: null })
    .where(eq(frozenDatasetTable.study, slug));
}
