import { randomUUID } from "node:crypto";
import { and, asc, eq, gt } from "drizzle-orm";
import { accessTokenTable, personTable } from "../account-tables.ts";
import { type Database, query } from "../database.ts";
import type { Person } from "./people.ts";
import { secretHash } from "./secret-hash.ts";

/** A program's key, without what it is: whose, for which study (absent: the installation), for which rights, until when. */
export type AccessToken = {
  id: string;
  name: string;
  study?: string | undefined;
  rights: string[];
  expiresAt: Date;
};

type Row = typeof accessTokenTable.$inferSelect;

const tokenOf = ({ id, name, study, rights, expiresAt }: Row): AccessToken => ({
  id,
  name,
  ...(study !== null && { study }),
  rights,
  expiresAt,
});

/** Keeps a token by its hash and returns its id. */
export async function keepAccessToken(
  database: Database,
  { token, person, ...rest }: Omit<AccessToken, "id"> & { token: string; person: string },
): Promise<string> {
  const id = randomUUID();
  await query("keeping an access token", () =>
    database.insert(accessTokenTable).values({ id, tokenHash: secretHash(token), person, ...rest }),
  );
  return id;
}

/** The tokens of a person, by name; those whose time is over, too. */
export async function accessTokensOf(database: Database, person: string): Promise<AccessToken[]> {
  const rows = await query("reading access tokens", () =>
    database
      .select()
      .from(accessTokenTable)
      .where(eq(accessTokenTable.person, person))
      .orderBy(asc(accessTokenTable.name)),
  );
  return rows.map(tokenOf);
}

/** Deletes a token of a person. False if there is none. */
export async function deleteAccessToken(
  database: Database,
  { person, id }: { person: string; id: string },
): Promise<boolean> {
  const gone = await query("deleting an access token", () =>
    database
      .delete(accessTokenTable)
      .where(and(eq(accessTokenTable.person, person), eq(accessTokenTable.id, id)))
      .returning({ id: accessTokenTable.id }),
  );
  return gone.length > 0;
}

/** Whose token this is, and what it lets do; undefined if there is none, its time is over, or the person is disabled. */
export async function holderOfToken(
  database: Database,
  token: string,
  now: Date,
): Promise<{ person: Person; token: AccessToken } | undefined> {
  const rows = await query("reading an access token", () =>
    database
      .select()
      .from(accessTokenTable)
      .innerJoin(personTable, eq(personTable.id, accessTokenTable.person))
      .where(
        and(
          eq(accessTokenTable.tokenHash, secretHash(token)),
          gt(accessTokenTable.expiresAt, now),
          eq(personTable.isDisabled, false),
        ),
      ),
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const { twoFactorEnabled, id, name, email, isAdministrator, isDisabled } = row.person;
  return {
    person: { id, name, email, isAdministrator, isDisabled, hasSecondFactor: twoFactorEnabled },
    token: tokenOf(row.access_token),
  };
}
