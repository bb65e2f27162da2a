import { randomBytes } from "node:crypto";
import { installationSecretTable } from "../account-tables.ts";
import { type Database, query } from "../database.ts";

/** The installation's secret where no file holds it: made once, the same for every server on this database. */
export async function installationSecret(database: Database): Promise<string> {
  const rows = await query("reading the installation's secret", async () => {
    const secret = randomBytes(32).toString("base64url");
    await database.insert(installationSecretTable).values({ id: 1, secret }).onConflictDoNothing();
    return database.select().from(installationSecretTable);
  });
  const secret = rows[0]?.secret;
  if (secret === undefined) throw new RangeError("the installation's secret could not be kept");
  return secret;
}
