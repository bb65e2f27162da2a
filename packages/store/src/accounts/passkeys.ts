import { randomUUID } from "node:crypto";
import { and, asc, eq, gt } from "drizzle-orm";
import { passkeyTable, personTable, verificationTable } from "../account-tables.ts";
import { type Database, query } from "../database.ts";

/** A passkey: `id` as the authenticator names it and `publicKey`, both base64url; `counter` as it last said. */
export type Passkey = typeof passkeyTable.$inferSelect;

/** Keeps a passkey. */
export async function keepPasskey(database: Database, passkey: Passkey): Promise<void> {
  await query("keeping a passkey", () => database.insert(passkeyTable).values(passkey));
}

/** The passkeys of a person, oldest first. */
export function passkeysOf(database: Database, person: string): Promise<Passkey[]> {
  return query("reading passkeys", () =>
    database
      .select()
      .from(passkeyTable)
      .where(eq(passkeyTable.person, person))
      .orderBy(asc(passkeyTable.createdAt)),
  );
}

/** A passkey of somebody who is not disabled; undefined if there is none. */
export async function passkeyById(database: Database, id: string): Promise<Passkey | undefined> {
  const rows = await query("reading a passkey", () =>
    database
      .select()
      .from(passkeyTable)
      .innerJoin(personTable, eq(personTable.id, passkeyTable.person))
      .where(and(eq(passkeyTable.id, id), eq(personTable.isDisabled, false))),
  );
  return rows[0]?.passkey;
}

/** Keeps how often a passkey was used, as it says. */
export async function countPasskeyUse(
  database: Database,
  id: string,
  counter: number,
): Promise<void> {
  await query("counting a passkey's use", () =>
    database.update(passkeyTable).set({ counter }).where(eq(passkeyTable.id, id)),
  );
}

/** Deletes a passkey of a person. False if there is none. */
export async function deletePasskey(
  database: Database,
  { person, id }: { person: string; id: string },
): Promise<boolean> {
  const gone = await query("deleting a passkey", () =>
    database
      .delete(passkeyTable)
      .where(and(eq(passkeyTable.person, person), eq(passkeyTable.id, id)))
      .returning({ id: passkeyTable.id }),
  );
  return gone.length > 0;
}

/** How long somebody has to touch the authenticator. */
const challengeMs = 5 * 60_000;

/** Keeps what an authenticator has to sign, for minutes, and returns the id by which it is taken back. */
export async function keepChallenge(
  database: Database,
  { challenge, purpose, now }: { challenge: string; purpose: string; now: Date },
): Promise<string> {
  const id = randomUUID();
  await query("keeping a challenge", () =>
    database.insert(verificationTable).values({
      id,
      identifier: `passkey ${purpose}`,
      value: challenge,
      expiresAt: new Date(now.getTime() + challengeMs),
      createdAt: now,
      updatedAt: now,
    }),
  );
  return id;
}

/** What was to be signed, once and in time only; undefined otherwise. */
export async function takeChallenge(
  database: Database,
  { id, purpose, now }: { id: string; purpose: string; now: Date },
): Promise<string | undefined> {
  const rows = await query("taking a challenge", () =>
    database
      .delete(verificationTable)
      .where(
        and(
          eq(verificationTable.id, id),
          eq(verificationTable.identifier, `passkey ${purpose}`),
          gt(verificationTable.expiresAt, now),
        ),
      )
      .returning({ value: verificationTable.value }),
  );
  return rows[0]?.value;
}
