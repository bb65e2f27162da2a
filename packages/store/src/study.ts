import { createHash } from "node:crypto";
import { Conflict, canonicalJson, type Instrument, NotFound, type Study } from "@mehrwert/study";
import { asc, eq } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import { databaseErrorCode } from "./database-failure.ts";
import { instrumentDefinitionTable, studyTable } from "./tables.ts";

/**
 * Keeps a study and, if given, the instrument definition it fields, in one transaction.
 *
 * @throws Conflict if the slug is taken
 * @throws RangeError if the definition does not have the hash the study names
 */
export async function createStudy(
  database: Database,
  study: Study,
  instrument?: Instrument,
): Promise<void> {
  const { slug, ...rest } = study;
  const definition = instrument === undefined ? undefined : definitionText(study, instrument);
  await query("creating a study", async () => {
    try {
      await database.transaction(async (transaction) => {
        await transaction.insert(studyTable).values({ study: slug, ...rest });
        if (definition === undefined) return;
        await transaction.insert(instrumentDefinitionTable).values({
          study: slug,
          definitionHash: study.definitionHash,
          instrumentSlug: study.instrumentSlug,
          instrumentVersion: study.instrumentVersion,
          definition,
        });
      });
    } catch (error) {
      const uniqueViolation = "23505";
      if (databaseErrorCode(error) !== uniqueViolation) throw error;
      throw new Conflict(`There is already a study called ${slug}.`);
    }
  });
}

function definitionText(study: Study, instrument: Instrument): string {
  const text = canonicalJson(instrument);
  if (createHash("sha256").update(text).digest("hex") !== study.definitionHash)
    throw new RangeError("createStudy requires the definition that the study's hash names");
  return text;
}

/** @throws NotFound if there is no study of that name */
export async function findStudy(database: Database, slug: string): Promise<Study> {
  const rows = await query("reading a study", () =>
    database.select().from(studyTable).where(eq(studyTable.study, slug)),
  );
  const row = rows[0];
  if (row === undefined) throw studyNotFound(slug);
  return studyOf(row);
}

/** Every study, by slug. */
export async function allStudies(database: Database): Promise<Study[]> {
  const rows = await query("reading the studies", () =>
    database.select().from(studyTable).orderBy(asc(studyTable.study)),
  );
  return rows.map(studyOf);
}

/**
 * Opens or closes a study. When closing returns, every response that was still being stored
 * is stored or refused, and no other will be.
 *
 * @throws NotFound if there is no study of that name
 */
export async function setStudyStatus(
  database: Database,
  slug: string,
  status: Study["status"],
): Promise<void> {
  const rows = await query("setting the status of a study", () =>
    database
      .update(studyTable)
      .set({ status })
      .where(eq(studyTable.study, slug))
      .returning({ study: studyTable.study }),
  );
  if (rows.length === 0) throw studyNotFound(slug);
}

/** The error for a study nobody knows. */
export function studyNotFound(slug: string): NotFound {
  return new NotFound(`There is no study called ${slug}.`);
}

function studyOf({ study, ...rest }: typeof studyTable.$inferSelect): Study {
  return { slug: study, ...rest };
}
