import type { StudyRole } from "@mehrwert/study";
import { and, asc, eq, gt, ne, sql } from "drizzle-orm";
import {
  passkeyTable,
  personTable,
  sessionTable,
  sharedStudyTable,
  signInMethodTable,
  studyRoleTable,
  twoFactorTable,
} from "../account-tables.ts";
import { type Database, query } from "../database.ts";

/** Somebody who works here. */
export type Person = {
  id: string;
  name: string;
  email: string;
  isAdministrator: boolean;
  isDisabled: boolean;
  hasSecondFactor: boolean;
};

/** Who is signed in somewhere: when that began, and when somebody last did something there. */
export type PersonSession = { id: string; createdAt: Date; updatedAt: Date };

const personColumns = {
  id: personTable.id,
  name: personTable.name,
  email: personTable.email,
  isAdministrator: personTable.isAdministrator,
  isDisabled: personTable.isDisabled,
  hasSecondFactor: personTable.twoFactorEnabled,
};

/** Everybody, by name. */
export function allPeople(database: Database): Promise<Person[]> {
  return query("reading people", () =>
    database.select(personColumns).from(personTable).orderBy(asc(personTable.name)),
  );
}

/** Undefined if there is nobody of this id. */
export async function personById(database: Database, id: string): Promise<Person | undefined> {
  const rows = await query("reading a person", () =>
    database.select(personColumns).from(personTable).where(eq(personTable.id, id)),
  );
  return rows[0];
}

/** By e-mail address, in any case. Undefined if there is nobody. */
export async function personByEmail(
  database: Database,
  email: string,
): Promise<Person | undefined> {
  const rows = await query("reading a person", () =>
    database
      .select(personColumns)
      .from(personTable)
      .where(eq(personTable.email, email.toLowerCase())),
  );
  return rows[0];
}

/** Whether somebody who is not disabled administers this installation. */
export async function hasAdministrator(database: Database): Promise<boolean> {
  const rows = await query("looking for an administrator", () =>
    database
      .select({ id: personTable.id })
      .from(personTable)
      .where(and(eq(personTable.isAdministrator, true), eq(personTable.isDisabled, false)))
      .limit(1),
  );
  return rows.length > 0;
}

/**
 * Changes what a person is. Who is disabled is signed out everywhere at once. The last administrator stays one.
 *
 * @returns false if nobody would administer the installation afterwards; then nothing is changed
 */
export function changePerson(
  database: Database,
  id: string,
  changes: { isAdministrator?: boolean | undefined; isDisabled?: boolean | undefined },
): Promise<boolean> {
  return query("changing a person", () =>
    database.transaction(async (transaction) => {
      const others = await transaction
        .select({ id: personTable.id })
        .from(personTable)
        .where(
          and(
            eq(personTable.isAdministrator, true),
            eq(personTable.isDisabled, false),
            ne(personTable.id, id),
          ),
        )
        .for("update");
      const takesAway = changes.isAdministrator === false || changes.isDisabled === true;
      if (takesAway && others.length === 0) return false;
      await transaction
        .update(personTable)
        .set({
          ...(changes.isAdministrator !== undefined && {
            isAdministrator: changes.isAdministrator,
          }),
          ...(changes.isDisabled !== undefined && { isDisabled: changes.isDisabled }),
          updatedAt: sql`now()`,
        })
        .where(eq(personTable.id, id));
      if (changes.isDisabled)
        await transaction.delete(sessionTable).where(eq(sessionTable.userId, id));
      return true;
    }),
  );
}

/** Where a person is signed in, newest first. */
export function sessionsOf(database: Database, person: string): Promise<PersonSession[]> {
  return query("reading sessions", () =>
    database
      .select({
        id: sessionTable.id,
        createdAt: sessionTable.createdAt,
        updatedAt: sessionTable.updatedAt,
      })
      .from(sessionTable)
      .where(and(eq(sessionTable.userId, person), gt(sessionTable.expiresAt, new Date())))
      .orderBy(sql`${sessionTable.createdAt} desc`),
  );
}

/** Ends a session of a person, or all but one (`except`) or all. Returns how many. */
export async function endSessions(
  database: Database,
  { person, session, except }: { person: string; session?: string; except?: string },
): Promise<number> {
  const ended = await query("ending sessions", () =>
    database
      .delete(sessionTable)
      .where(
        and(
          eq(sessionTable.userId, person),
          session === undefined ? undefined : eq(sessionTable.id, session),
          except === undefined ? undefined : ne(sessionTable.id, except),
        ),
      )
      .returning({ id: sessionTable.id }),
  );
  return ended.length;
}

/** Takes the second factor and all passkeys from somebody who lost them, and signs them out everywhere. */
export function removeFactors(database: Database, person: string): Promise<void> {
  return query("removing second factors", () =>
    database.transaction(async (transaction) => {
      await transaction.delete(twoFactorTable).where(eq(twoFactorTable.userId, person));
      await transaction.delete(passkeyTable).where(eq(passkeyTable.person, person));
      await transaction.delete(sessionTable).where(eq(sessionTable.userId, person));
      await transaction
        .update(personTable)
        .set({ twoFactorEnabled: false, updatedAt: sql`now()` })
        .where(eq(personTable.id, person));
    }),
  );
}

/** What a person is in which study; studies shared with everybody count, where the person is nothing more. */
export async function rolesOf(
  database: Database,
  person: string,
): Promise<ReadonlyMap<string, StudyRole>> {
  const [shared, own] = await query("reading roles", () =>
    Promise.all([
      database.select().from(sharedStudyTable),
      database
        .select({ study: studyRoleTable.study, role: studyRoleTable.role })
        .from(studyRoleTable)
        .where(eq(studyRoleTable.person, person)),
    ]),
  );
  return new Map([...shared, ...own].map(({ study, role }) => [study, role]));
}

/** Who is what in a study, by name. */
export function peopleOfStudy(
  database: Database,
  study: string,
): Promise<{ id: string; name: string; email: string; role: StudyRole }[]> {
  return query("reading a study's people", () =>
    database
      .select({
        id: personTable.id,
        name: personTable.name,
        email: personTable.email,
        role: studyRoleTable.role,
      })
      .from(studyRoleTable)
      .innerJoin(personTable, eq(personTable.id, studyRoleTable.person))
      .where(eq(studyRoleTable.study, study))
      .orderBy(asc(personTable.name)),
  );
}

/** Lets everybody signed in into a study with a role. */
export async function shareStudy(
  database: Database,
  study: string,
  role: StudyRole,
): Promise<void> {
  await query("sharing a study", () =>
    database.insert(sharedStudyTable).values({ study, role }).onConflictDoNothing(),
  );
}

/**
 * Gives a person a role in a study, or takes it away (`undefined`). A study keeps an owner.
 *
 * @returns false if it would have none; then nothing is changed
 */
export function setStudyRole(
  database: Database,
  { study, person, role }: { study: string; person: string; role: StudyRole | undefined },
): Promise<boolean> {
  return query("changing a role", () =>
    database.transaction(async (transaction) => {
      const owners = await transaction
        .select({ person: studyRoleTable.person })
        .from(studyRoleTable)
        .where(and(eq(studyRoleTable.study, study), eq(studyRoleTable.role, "owner")))
        .for("update");
      const isLast = owners.length === 1 && owners[0]?.person === person;
      if (isLast && role !== "owner") return false;
      const of = and(eq(studyRoleTable.study, study), eq(studyRoleTable.person, person));
      if (role === undefined) await transaction.delete(studyRoleTable).where(of);
      else
        await transaction
          .insert(studyRoleTable)
          .values({ study, person, role })
          .onConflictDoUpdate({
            target: [studyRoleTable.study, studyRoleTable.person],
            set: { role },
          });
      return true;
    }),
  );
}

/** The hash of a person's password; undefined without one. */
export async function passwordHashOf(
  database: Database,
  person: string,
): Promise<string | undefined> {
  const rows = await query("reading how somebody signs in", () =>
    database
      .select({ password: signInMethodTable.password })
      .from(signInMethodTable)
      .where(
        and(eq(signInMethodTable.userId, person), eq(signInMethodTable.providerId, "credential")),
      ),
  );
  return rows[0]?.password ?? undefined;
}
