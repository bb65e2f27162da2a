import { defaultMailing, type Mailing } from "@mehrwert/study";
import { eq } from "drizzle-orm";
import { type Database, query } from "../database.ts";
import { mailingTable } from "../fieldwork-tables.ts";
import { findStudy } from "../study.ts";

/** How a study writes to people; what everybody begins with, if nobody has changed it. @throws NotFound */
export async function findMailing(database: Database, study: string): Promise<Mailing> {
  await findStudy(database, study);
  const rows = await query("reading a study's mail texts", () =>
    database.select().from(mailingTable).where(eq(mailingTable.study, study)),
  );
  return rows[0]?.mailing ?? defaultMailing;
}

/** Keeps how a study writes to people. @throws NotFound */
export async function saveMailing(
  database: Database,
  study: string,
  mailing: Mailing,
): Promise<void> {
  await findStudy(database, study);
  await query("keeping a study's mail texts", () =>
    database
      .insert(mailingTable)
      .values({ study, mailing })
      .onConflictDoUpdate({ target: mailingTable.study, set: { mailing } }),
  );
}
