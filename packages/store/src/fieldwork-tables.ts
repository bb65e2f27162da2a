import type { DeviceClass, Mailing, ProgressFigures } from "@mehrwert/study";
import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ofStudy, studyTable } from "./tables.ts";

/* A study in the field: its mails on the way, where they did not arrive, and how far it has come. */

/** How a study writes to people. */
export const mailingTable = pgTable("mailing", {
  study: text()
    .primaryKey()
    .references(() => studyTable.study),
  mailing: jsonb().$type<Mailing>().notNull(),
});

/** Rounds of mails of a wave: 0 is the invitation, then the reminders. `begun`: how many had begun when it was decided. */
export const mailRoundTable = pgTable(
  "mail_round",
  {
    study: ofStudy(),
    wave: integer().notNull(),
    round: integer().notNull(),
    mails: integer().notNull(),
    begun: integer().notNull(),
    day: date({ mode: "string" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.study, table.wave, table.round] })],
);

/**
 * Mails that still have to leave; a row goes when its mail has. `study` is empty for mails of the installation itself.
 * `place` tells from what the code of an invited person is derived; the code itself is written nowhere. `mail` is random,
 * stays the same over every attempt, and is all that the order of sending follows.
 */
export const outboxTable = pgTable(
  "outbox",
  {
    study: text().notNull(),
    mail: uuid().notNull(),
    kind: text().$type<"invitation" | "reminder" | "account">().notNull(),
    wave: integer(),
    round: integer(),
    place: text(),
    recipient: text().notNull(),
    name: text(),
    subject: text(),
    body: text(),
    state: text().$type<"waiting" | "handing-over" | "uncertain">().notNull(),
    attempts: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.study, table.mail] }),
    index("outbox_next").on(table.study, table.state, table.attempts, table.mail),
    uniqueIndex("outbox_once").on(table.study, table.wave, table.round, table.place),
    check("outbox_state", sql`${table.state} in ('waiting', 'handing-over', 'uncertain')`),
    check(
      "outbox_kind",
      sql`case ${table.kind} when 'account' then ${table.subject} is not null and ${table.body} is not null
          else ${table.place} is not null and ${table.subject} is null and ${table.body} is null end`,
    ),
  ],
);

/** Addresses that mails did not reach, with what a mail server said of it. */
export const undeliveredTable = pgTable(
  "undelivered",
  {
    study: ofStudy(),
    recipient: text().notNull(),
    reason: text().$type<"refused" | "returned" | "given-up">().notNull(),
    statusCode: text("status_code"),
    reply: text(),
  },
  (table) => [primaryKey({ columns: [table.study, table.recipient] })],
);

/** Why a study's mails do not leave at present, as the mail server or the network put it. */
export const mailTroubleTable = pgTable("mail_trouble", {
  study: text().primaryKey(),
  reply: text().notNull(),
});

/** How far a wave had come, as it was last shown to anybody: figures move in steps, at most once a day. */
export const progressTable = pgTable(
  "progress",
  {
    study: ofStudy(),
    wave: integer().notNull(),
    day: date({ mode: "string" }).notNull(),
    figures: jsonb().$type<ProgressFigures>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.study, table.wave, table.day] })],
);

/** How many responses of a wave took so many whole minutes on such a device: counted with each, kept with none. */
export const visitCountTable = pgTable(
  "visit_count",
  {
    study: ofStudy(),
    wave: integer().notNull(),
    device: text().$type<DeviceClass>().notNull(),
    minutes: integer().notNull(),
    responses: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.study, table.wave, table.device, table.minutes] }),
    check("visit_count_device", sql`${table.device} in ('phone', 'tablet', 'computer')`),
    check("visit_count_minutes", sql`${table.minutes} between 0 and 240`),
  ],
);
