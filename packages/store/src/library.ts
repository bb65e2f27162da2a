import { Conflict, canonicalJson, type Instrument, NotFound } from "@mehrwert/study";
import { and, asc, eq, sql } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import { databaseErrorCode } from "./database-failure.ts";
import { definitionTextHash } from "./definition-text-hash.ts";
import { libraryDraftTable, libraryInstrumentTable } from "./tables.ts";

/** An instrument published here: its definition as canonical JSON text. */
export type PublishedInstrument = typeof libraryInstrumentTable.$inferSelect;

/** An instrument being written: the JSON text as its author left it, and how often it was saved. */
export type LibraryDraft = typeof libraryDraftTable.$inferSelect;

const uniqueViolation = "23505";

/** Every instrument published here, by slug; a slug's versions in no particular order. */
export async function publishedInstruments(database: Database): Promise<PublishedInstrument[]> {
  return query("reading the library", () =>
    database.select().from(libraryInstrumentTable).orderBy(asc(libraryInstrumentTable.slug)),
  );
}

/** One version published here, or undefined. */
export async function publishedInstrument(
  database: Database,
  slug: string,
  version: string,
): Promise<PublishedInstrument | undefined> {
  const table = libraryInstrumentTable;
  const rows = await query("reading an instrument", () =>
    database
      .select()
      .from(table)
      .where(and(eq(table.slug, slug), eq(table.version, version))),
  );
  return rows[0];
}

/**
 * Publishes what the draft has become: the version is kept for good and the draft goes, both or neither.
 *
 * @throws Conflict if the version is published already, or the draft was saved again or is gone
 */
export async function publishInstrument(
  database: Database,
  instrument: Instrument,
  draftRevision: number,
): Promise<void> {
  const definition = canonicalJson(instrument);
  const { slug, version } = instrument.mehrwert;
  const row = { slug, version, definition, definitionHash: definitionTextHash(definition) };
  await query("publishing an instrument", async () => {
    try {
      await database.transaction(async (transaction) => {
        const gone = await transaction
          .delete(libraryDraftTable)
          .where(isRevision(slug, draftRevision))
          .returning({ slug: libraryDraftTable.slug });
        if (gone.length === 0) throw draftChanged(slug);
        await transaction.insert(libraryInstrumentTable).values(row);
      });
    } catch (error) {
      if (databaseErrorCode(error) !== uniqueViolation) throw error;
      throw new Conflict(`${slug} ${version} is published already.`);
    }
  });
}

/** Every draft, by slug. */
export async function libraryDrafts(database: Database): Promise<LibraryDraft[]> {
  return query("reading the drafts", () =>
    database.select().from(libraryDraftTable).orderBy(asc(libraryDraftTable.slug)),
  );
}

/** @throws NotFound if nobody is writing an instrument of that name */
export async function findLibraryDraft(database: Database, slug: string): Promise<LibraryDraft> {
  const rows = await query("reading a draft", () =>
    database.select().from(libraryDraftTable).where(eq(libraryDraftTable.slug, slug)),
  );
  const row = rows[0];
  if (row === undefined) throw new NotFound(`There is no draft called ${slug}.`);
  return row;
}

/** Begins a draft. @throws Conflict if there is one of that name */
export async function createLibraryDraft(
  database: Database,
  slug: string,
  json: string,
): Promise<LibraryDraft> {
  const draft = { slug, json, revision: 1 };
  const rows = await query("beginning a draft", () =>
    database
      .insert(libraryDraftTable)
      .values(draft)
      .onConflictDoNothing()
      .returning({ slug: libraryDraftTable.slug }),
  );
  if (rows.length === 0) throw new Conflict(`There is already a draft called ${slug}.`);
  return draft;
}

/**
 * Saves a draft over the revision its author had read.
 *
 * @returns the new revision
 * @throws Conflict if somebody saved meanwhile
 * @throws NotFound if there is no such draft
 */
export async function saveLibraryDraft(
  database: Database,
  { slug, json, revision }: LibraryDraft,
): Promise<number> {
  const rows = await query("saving a draft", () =>
    database
      .update(libraryDraftTable)
      .set({ json, revision: sql`${libraryDraftTable.revision} + 1` })
      .where(isRevision(slug, revision))
      .returning({ revision: libraryDraftTable.revision }),
  );
  const row = rows[0];
  if (row !== undefined) return row.revision;
  await findLibraryDraft(database, slug);
  throw draftChanged(slug);
}

/** Throws a draft away. @throws NotFound if there is none */
export async function deleteLibraryDraft(database: Database, slug: string): Promise<void> {
  await findLibraryDraft(database, slug);
  await query("throwing a draft away", () =>
    database.delete(libraryDraftTable).where(eq(libraryDraftTable.slug, slug)),
  );
}

const draftChanged = (slug: string) => new Conflict(`The draft ${slug} was saved meanwhile.`);

function isRevision(slug: string, revision: number) {
  return and(eq(libraryDraftTable.slug, slug), eq(libraryDraftTable.revision, revision));
}
