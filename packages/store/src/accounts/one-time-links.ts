import { randomUUID } from "node:crypto";
import type { StudyRole } from "@mehrwert/study";
import { and, eq, gt, lt, sql } from "drizzle-orm";
import {
  oneTimeLinkTable,
  personTable,
  sessionTable,
  signInMethodTable,
  studyRoleTable,
} from "../account-tables.ts";
import { type Database, query } from "../database.ts";
import { queueMail } from "../fieldwork/outbox.ts";
import { secretHash } from "./secret-hash.ts";

/** What a link is for: the first administrator, a new colleague, or a new password for somebody. */
export type OneTimeLink =
  | { kind: "setup" }
  | {
      kind: "invitation";
      email: string;
      isAdministrator: boolean;
      study?: string | undefined;
      role?: StudyRole | undefined;
    }
  | { kind: "reset"; person: string; email: string };

type Row = typeof oneTimeLinkTable.$inferSelect;

function linkOf({ kind, email, person, isAdministrator, study, role }: Row): OneTimeLink {
  if (kind === "invitation" && email !== null)
    return {
      kind,
      email,
      isAdministrator,
      ...(study !== null && role !== null && { study, role }),
    };
  if (kind === "reset" && person !== null && email !== null) return { kind, person, email };
  return { kind: "setup" };
}

/**
 * Keeps a link by the hash of its token. A new link takes the place of the former one for the same purpose: of setup links, of
 * invitations of one address, and of resets of one person only the newest works. A mail about it is put into the outbox
 * with it.
 */
export async function keepOneTimeLink(
  database: Database,
  {
    token,
    link,
    expiresAt,
    mail,
  }: {
    token: string;
    link: OneTimeLink;
    expiresAt: Date;
    mail?: { to: string; subject: string; text: string };
  },
): Promise<void> {
  const email = link.kind === "setup" ? null : link.email.toLowerCase();
  const former = and(
    eq(oneTimeLinkTable.kind, link.kind),
    email === null ? undefined : eq(oneTimeLinkTable.email, email),
    link.kind === "invitation" && link.study !== undefined
      ? eq(oneTimeLinkTable.study, link.study)
      : undefined,
  );
  await query("keeping a link", () =>
    database.transaction(async (transaction) => {
      await transaction.delete(oneTimeLinkTable).where(former);
      await transaction
        .insert(oneTimeLinkTable)
        .values({ tokenHash: secretHash(token), expiresAt, ...link, email });
      if (mail !== undefined) await queueMail(transaction, mail);
    }),
  );
}

const valid = (token: string, now: Date) =>
  and(eq(oneTimeLinkTable.tokenHash, secretHash(token)), gt(oneTimeLinkTable.expiresAt, now));

/** What a link is for; undefined if there is none, it was used, or its time is over. Uses nothing up. */
export async function oneTimeLink(
  database: Database,
  token: string,
  now: Date,
): Promise<OneTimeLink | undefined> {
  const rows = await query("reading a link", () =>
    database.select().from(oneTimeLinkTable).where(valid(token, now)),
  );
  return rows[0] && linkOf(rows[0]);
}

/** What `useOneTimeLink` did: who it was for. */
export type UsedLink = { link: OneTimeLink; person: { id: string; name: string } };

/** So that two setup links, or two servers, cannot make two first administrators. */
const setupLock = 7_110_482_655_302;

/**
 * Uses a link up, and with it makes the person or sets the password, in one transaction. A setup link makes somebody only
 * while there is no administrator.
 *
 * @returns undefined if the link is not valid any more, or the address has an account; then nobody is made
 */
export function useOneTimeLink(
  database: Database,
  of: { token: string; name: string; email: string; passwordHash: string; now: Date },
): Promise<UsedLink | undefined> {
  return query("using a link", () =>
    database.transaction(async (transaction) => {
      await transaction.execute(sql`select pg_advisory_xact_lock(${setupLock})`);
      const [row] = await transaction
        .delete(oneTimeLinkTable)
        .where(valid(of.token, of.now))
        .returning();
      if (row === undefined) return undefined;
      const link = linkOf(row);
      if (link.kind === "reset") return resetPassword(transaction, link, of);
      if (link.kind === "setup") {
        const administrators = await transaction
          .select({ id: personTable.id })
          .from(personTable)
          .where(and(eq(personTable.isAdministrator, true), eq(personTable.isDisabled, false)))
          .limit(1);
        if (administrators.length > 0) return undefined;
      }
      return makePerson(transaction, link, of);
    }),
  );
}

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
type Use = { name: string; email: string; passwordHash: string; now: Date };

async function makePerson(
  transaction: Transaction,
  link: Exclude<OneTimeLink, { kind: "reset" }>,
  { name, email, passwordHash, now }: Use,
): Promise<UsedLink | undefined> {
  const id = randomUUID();
  const written = { createdAt: now, updatedAt: now };
  const made = await transaction
    .insert(personTable)
    .values({
      id,
      name,
      email: (link.kind === "setup" ? email : link.email).toLowerCase(),
      // The link went to the address, or the address is the first administrator's own word.
      emailVerified: true,
      isAdministrator: link.kind === "setup" || link.isAdministrator,
      ...written,
    })
    .onConflictDoNothing()
    .returning({ id: personTable.id });
  if (made.length === 0) return undefined;
  await transaction.insert(signInMethodTable).values({
    id: randomUUID(),
    userId: id,
    providerId: "credential",
    accountId: id,
    password: passwordHash,
    ...written,
  });
  if (link.kind === "invitation" && link.study !== undefined && link.role !== undefined)
    await transaction
      .insert(studyRoleTable)
      .values({ study: link.study, person: id, role: link.role });
  return { link, person: { id, name } };
}

async function resetPassword(
  transaction: Transaction,
  link: Extract<OneTimeLink, { kind: "reset" }>,
  { passwordHash, now }: Use,
): Promise<UsedLink | undefined> {
  const [person] = await transaction
    .select({ id: personTable.id, name: personTable.name })
    .from(personTable)
    .where(and(eq(personTable.id, link.person), eq(personTable.isDisabled, false)));
  if (person === undefined) return undefined;
  await transaction
    .delete(signInMethodTable)
    .where(
      and(eq(signInMethodTable.userId, person.id), eq(signInMethodTable.providerId, "credential")),
    );
  await transaction.insert(signInMethodTable).values({
    id: randomUUID(),
    userId: person.id,
    providerId: "credential",
    accountId: person.id,
    password: passwordHash,
    createdAt: now,
    updatedAt: now,
  });
  await transaction.delete(sessionTable).where(eq(sessionTable.userId, person.id));
  return { link, person };
}

/** Deletes links whose time is over. */
export async function deleteExpiredLinks(database: Database, now: Date): Promise<void> {
  await query("deleting old links", () =>
    database.delete(oneTimeLinkTable).where(lt(oneTimeLinkTable.expiresAt, now)),
  );
}
