import type { AuditEntry, StudyRole } from "@mehrwert/study";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { studyTable } from "./tables.ts";

/*
 * Who works here: people, how they sign in, what they may do, and what they did. It lies in a schema of its own because
 * other rules hold: times are kept here and never there. Nothing here leads to a participant or an answer but the study's slug.
 * Not kept: network addresses and programs used.
 */
export const accounts = pgSchema("accounts");

const time = (name: string) => timestamp(name, { withTimezone: true });
const id = () => text().primaryKey();
const ofPerson = () =>
  text()
    .notNull()
    .references(() => personTable.id, { onDelete: "cascade" });
const written = () => ({
  createdAt: time("created_at").notNull(),
  updatedAt: time("updated_at").notNull(),
});

/** Researchers and administrators. Disabled ones are kept because the audit log names them. */
export const personTable = accounts.table("person", {
  id: id(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean("email_verified").notNull(),
  image: text(),
  isAdministrator: boolean("is_administrator").notNull().default(false),
  isDisabled: boolean("is_disabled").notNull().default(false),
  twoFactorEnabled: boolean("two_factor_enabled").notNull().default(false),
  ...written(),
});

/** Who is signed in. `token` is the SHA-256 of what the cookie holds. */
export const sessionTable = accounts.table(
  "session",
  {
    id: id(),
    token: text().notNull().unique(),
    userId: ofPerson(),
    expiresAt: time("expires_at").notNull(),
    ...written(),
  },
  (table) => [index("session_person").on(table.userId)],
);

/** Ways to sign in other than passkeys: a password's hash, or an account at the single sign-on. */
export const signInMethodTable = accounts.table(
  "sign_in_method",
  {
    id: id(),
    userId: ofPerson(),
    providerId: text("provider_id").notNull(),
    accountId: text("account_id").notNull(),
    password: text(),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: time("access_token_expires_at"),
    refreshTokenExpiresAt: time("refresh_token_expires_at"),
    scope: text(),
    ...written(),
  },
  (table) => [unique("sign_in_method_account").on(table.providerId, table.accountId)],
);

/** What somebody has begun and not finished, for minutes: a second factor asked for, a single sign-on, a passkey. */
export const verificationTable = accounts.table(
  "verification",
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: time("expires_at").notNull(),
    ...written(),
  },
  (table) => [index("verification_identifier").on(table.identifier)],
);

/** The second factor: secret and backup codes, both encrypted under the installation's secret. */
export const twoFactorTable = accounts.table(
  "two_factor",
  {
    id: id(),
    userId: ofPerson(),
    secret: text().notNull(),
    backupCodes: text("backup_codes").notNull(),
    verified: boolean().notNull().default(true),
    failedVerificationCount: integer("failed_verification_count").notNull().default(0),
    lockedUntil: time("locked_until"),
  },
  (table) => [index("two_factor_person").on(table.userId)],
);

/** Passkeys: public keys, and how often each was used. */
export const passkeyTable = accounts.table(
  "passkey",
  {
    id: id(),
    person: ofPerson(),
    name: text().notNull(),
    publicKey: text("public_key").notNull(),
    counter: integer().notNull(),
    transports: text().array().notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [index("passkey_person").on(table.person)],
);

/** Links that work once: to set up the installation, to join it, to choose a new password. */
export const oneTimeLinkTable = accounts.table(
  "one_time_link",
  {
    tokenHash: text("token_hash").primaryKey(),
    kind: text().$type<"setup" | "invitation" | "reset">().notNull(),
    email: text(),
    person: text().references(() => personTable.id, { onDelete: "cascade" }),
    isAdministrator: boolean("is_administrator").notNull().default(false),
    study: text().references(() => studyTable.study, { onDelete: "cascade" }),
    role: text().$type<StudyRole>(),
    expiresAt: time("expires_at").notNull(),
  },
  (table) => [check("one_time_link_kind", sql`${table.kind} in ('setup', 'invitation', 'reset')`)],
);

/** Keys of programs: of one person, for one study or the installation, for some rights, until a day. */
export const accessTokenTable = accounts.table(
  "access_token",
  {
    id: id(),
    tokenHash: text("token_hash").notNull().unique(),
    person: ofPerson(),
    name: text().notNull(),
    study: text().references(() => studyTable.study, { onDelete: "cascade" }),
    rights: text().array().notNull(),
    expiresAt: time("expires_at").notNull(),
  },
  (table) => [index("access_token_person").on(table.person)],
);

/** What people are in studies. */
export const studyRoleTable = accounts.table(
  "study_role",
  {
    study: text()
      .notNull()
      .references(() => studyTable.study, { onDelete: "cascade" }),
    person: ofPerson(),
    role: text().$type<StudyRole>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.study, table.person] }),
    index("study_role_person").on(table.person),
    check("study_role_known", sql`${table.role} in ('owner', 'editor', 'analyst', 'viewer')`),
  ],
);

/** Studies that everybody signed in may read: the demo study, which the server makes itself. */
export const sharedStudyTable = accounts.table("shared_study", {
  study: text()
    .primaryKey()
    .references(() => studyTable.study, { onDelete: "cascade" }),
  role: text().$type<StudyRole>().notNull(),
});

/** How often signing in failed in a row for an address, known or not, by its hash under the installation's secret. */
export const signInDelayTable = accounts.table("sign_in_delay", {
  addressHash: text("address_hash").primaryKey(),
  failures: integer().notNull(),
  lastFailure: time("last_failure").notNull(),
});

/** What researchers and administrators did. A trigger refuses to change or delete a row. */
export const auditEntryTable = accounts.table("audit_entry", {
  number: integer().primaryKey(),
  hash: text().notNull(),
  entry: jsonb().$type<Omit<AuditEntry, "hash">>().notNull(),
});

/** What cookies are signed and second factors encrypted with, where no file holds it. One row. */
export const installationSecretTable = accounts.table("installation_secret", {
  id: integer().primaryKey(),
  secret: text().notNull(),
});
