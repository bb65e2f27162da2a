import type { CodingChange, CodingPhase } from "@mehrwert/study";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { studyTable } from "./tables.ts";

/*
 * Coding of interviews: what coders did, when. It lies in a schema of its own because times and running numbers are kept
 * here and never beside answers. Every table begins with the study; nothing else leads to a participant or an answer.
 */
export const coding = pgSchema("coding");

const time = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const ofStudy = () =>
  text()
    .notNull()
    .references(() => studyTable.study, { onDelete: "cascade" });
const project = () => text().notNull();

/** Coding projects. `lastSequence` is that of the newest event; the row is locked while events are added. */
export const codingProjectTable = coding.table(
  "project",
  {
    study: ofStudy(),
    project: project(),
    /** Names the project in exchange files. */
    id: uuid().notNull(),
    title: text().notNull(),
    isSynthetic: boolean("is_synthetic").notNull(),
    /** The codebook it began with, as canonical JSON. */
    codebook: text().notNull(),
    codebookHash: text("codebook_hash").notNull(),
    phase: text().$type<CodingPhase>().notNull(),
    createdAt: time("created_at").notNull(),
    lastSequence: integer("last_sequence").notNull(),
    /** The newest event at the release; absent before. */
    releasedSequence: integer("released_sequence"),
  },
  (table) => [
    primaryKey({ columns: [table.study, table.project] }),
    check(
      "coding_phase",
      sql`(${table.phase} = 'blind' and ${table.releasedSequence} is null)
        or (${table.phase} = 'released' and ${table.releasedSequence} is not null)`,
    ),
  ],
);

/** What people are called as coders of a project. */
export const coderTable = coding.table(
  "coder",
  {
    study: text().notNull(),
    project: project(),
    person: text().notNull(),
    coder: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.study, table.project, table.person] }),
    unique("coder_name").on(table.study, table.project, table.coder),
    foreignKey({
      name: "coder_project",
      columns: [table.study, table.project],
      foreignColumns: [codingProjectTable.study, codingProjectTable.project],
    }).onDelete("cascade"),
  ],
);

/** Texts of transcripts; a row never changes. */
export const transcriptTable = coding.table(
  "transcript",
  {
    study: text().notNull(),
    project: project(),
    document: text().notNull(),
    version: integer().notNull(),
    text: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.study, table.project, table.document, table.version] }),
    foreignKey({
      name: "transcript_project",
      columns: [table.study, table.project],
      foreignColumns: [codingProjectTable.study, codingProjectTable.project],
    }).onDelete("cascade"),
  ],
);

/** What was done, in order, without gaps; a row never changes. */
export const codingEventTable = coding.table(
  "event",
  {
    study: text().notNull(),
    project: project(),
    sequence: integer().notNull(),
    id: uuid().notNull(),
    coder: text().notNull(),
    at: time("at").notNull(),
    /** Whose it is: a coder's, the consensus', or null for what all share. */
    layer: text(),
    /** The coding or memo it makes. */
    makes: uuid(),
    runId: uuid("run_id"),
    runSize: integer("run_size"),
    kind: text().$type<CodingChange["kind"]>().notNull(),
    /** The change as JSON text. */
    change: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.study, table.project, table.sequence] }),
    unique("event_id").on(table.study, table.project, table.id),
    index("event_makes").on(table.study, table.project, table.makes),
    index("event_run").on(table.study, table.project, table.runId),
    foreignKey({
      name: "event_project",
      columns: [table.study, table.project],
      foreignColumns: [codingProjectTable.study, codingProjectTable.project],
    }).onDelete("cascade"),
  ],
);
