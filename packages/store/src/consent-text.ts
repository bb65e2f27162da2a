import { asc, eq } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import { definitionTextHash } from "./definition-text-hash.ts";
import { consentTextTable } from "./tables.ts";

/**
 * Keeps what participants of a study read before consenting, once, under its hash. Responses can name the hash only
 * after this.
 */
export async function keepConsentText(
  database: Database,
  study: string,
  text: string,
): Promise<void> {
  const row = { study, consentHash: definitionTextHash(text), text };
  await query("keeping a consent text", () =>
    database.insert(consentTextTable).values(row).onConflictDoNothing(),
  );
}

/** Every text that participants of a study have read before consenting, by its hash. */
export async function consentTexts(
  database: Database,
  study: string,
): Promise<ReadonlyMap<string, string>> {
  const { study: ofStudy, consentHash, text } = consentTextTable;
  const rows = await query("reading consent texts", () =>
    database
      .select({ consentHash, text })
      .from(consentTextTable)
      .where(eq(ofStudy, study))
      .orderBy(asc(consentHash)),
  );
  return new Map(rows.map((row) => [row.consentHash, row.text]));
}
