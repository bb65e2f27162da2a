import { and, asc, eq, isNull } from "drizzle-orm";
import { type Database, query } from "../database.ts";
import { type CodeOfBytes, codeSecret, derivedCode } from "../participation-code.ts";
import { invitationTable, studyTable } from "../tables.ts";

/**
 * The codes of the wave under way that were sent to nobody, to be printed, in the order of their hashes. Used ones are
 * among them: a list without them would tell who has begun.
 */
export async function printedCodes(
  database: Database,
  { study, codeOf }: { study: string; codeOf: CodeOfBytes },
): Promise<string[]> {
  return query("reading codes to print", async () => {
    const secret = await codeSecret(database, study);
    if (secret === undefined) return [];
    const rows = await database
      .select({ slot: invitationTable.slot })
      .from(invitationTable)
      .innerJoin(
        studyTable,
        and(eq(studyTable.study, invitationTable.study), eq(studyTable.wave, invitationTable.wave)),
      )
      .where(and(eq(invitationTable.study, study), isNull(invitationTable.recipient)))
      .orderBy(asc(invitationTable.codeHash));
    return rows.map(({ slot }) => derivedCode(secret, String(slot), codeOf));
  });
}
