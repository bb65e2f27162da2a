import type {
  Answers,
  InformationSheet,
  LocalizedText,
  Presentation,
  Study,
  SurveyResponse,
} from "@mehrwert/study";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

/*
 * What is kept. Every table about a study begins with the study: it is the key by which data can be parted later.
 * The library's tables know no study and begin with the instrument's slug; feedback on accessibility begins with an id.
 * Not kept, because it would tell who answered when: times finer than a day, running numbers,
 * network addresses, programs used. `tables.test.ts` refuses such columns.
 */

/** Studies as planned, one row each. */
export const studyTable = pgTable("study", {
  study: text().primaryKey(),
  title: jsonb().$type<LocalizedText>().notNull(),
  instrumentSlug: text("instrument_slug").notNull(),
  instrumentVersion: text("instrument_version").notNull(),
  definitionHash: text("definition_hash").notNull(),
  wave: integer().notNull(),
  status: text().$type<Study["status"]>().notNull(),
  isSimulated: boolean("is_simulated").notNull(),
  minimumGroupSize: integer("minimum_group_size").notNull(),
  informationSheet: jsonb("information_sheet").$type<InformationSheet>().notNull(),
  earlierVersions: jsonb("earlier_versions").$type<NonNullable<Study["earlierVersions"]>>(),
  assigned: jsonb().$type<NonNullable<Study["assigned"]>>(),
  codeSalt: text("code_salt"),
  retentionDate: date("retention_date", { mode: "string" }),
});

const ofStudy = () =>
  text()
    .notNull()
    .references(() => studyTable.study);

/**
 * What was asked, word for word: `definition` is the canonical JSON text whose SHA-256 is the hash,
 * kept as text because jsonb would reorder it.
 */
export const instrumentDefinitionTable = pgTable(
  "instrument_definition",
  {
    study: ofStudy(),
    definitionHash: text("definition_hash").notNull(),
    instrumentSlug: text("instrument_slug").notNull(),
    instrumentVersion: text("instrument_version").notNull(),
    definition: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.study, table.definitionHash] })],
);

/** What participants read before they consented, by the hash of the text: see study's `consentText`. Never changed. */
export const consentTextTable = pgTable(
  "consent_text",
  { study: ofStudy(), consentHash: text("consent_hash").notNull(), text: text().notNull() },
  (table) => [primaryKey({ columns: [table.study, table.consentHash] })],
);

/** Survey responses as given. An id is unique in the whole database. `bodyHash` tells a repeated submission from another one under the same id. */
export const surveyResponseTable = pgTable(
  "survey_response",
  {
    study: ofStudy(),
    id: uuid().notNull(),
    wave: integer().notNull(),
    instrumentSlug: text("instrument_slug").notNull(),
    instrumentVersion: text("instrument_version").notNull(),
    definitionHash: text("definition_hash").notNull(),
    language: text().$type<SurveyResponse["language"]>().notNull(),
    answers: jsonb().$type<Answers>().notNull(),
    presentation: jsonb().$type<Presentation>().notNull(),
    bodyHash: text("body_hash").notNull(),
    lastPage: text("last_page"),
    consentHash: text("consent_hash"),
    /** Finds the response when its participant withdraws it. Never read otherwise. */
    receiptHash: text("receipt_hash"),
  },
  (table) => [
    primaryKey({ columns: [table.study, table.id] }),
    uniqueIndex("survey_response_id").on(table.id),
    index("survey_response_receipt").on(table.study, table.receiptHash),
    foreignKey({
      name: "survey_response_consent_text",
      columns: [table.study, table.consentHash],
      foreignColumns: [consentTextTable.study, consentTextTable.consentHash],
    }),
  ],
);

/**
 * Responses withdrawn by their participants, by the SHA-256 of their id, so that neither a request sent again nor an
 * older copy of the database brings one back.
 */
export const deletionTable = pgTable(
  "deletion",
  {
    study: ofStudy(),
    responseHash: text("response_hash").notNull(),
    day: date({ mode: "string" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.study, table.responseHash] })],
);

/** How many responses were deleted on which day because the study's retention date had passed. */
export const retentionProtocolTable = pgTable(
  "retention_protocol",
  {
    study: ofStudy(),
    day: date({ mode: "string" }).notNull(),
    responses: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.study, table.day] })],
);

/**
 * What people wrote about barriers. It knows no study on purpose, so that nothing leads from it to a response; the
 * random id is there only to have one.
 */
export const accessibilityFeedbackTable = pgTable("accessibility_feedback", {
  id: uuid().primaryKey(),
  barrier: text().notNull(),
  place: text(),
  replyTo: text("reply_to"),
  day: date({ mode: "string" }).notNull(),
});

/** Instruments published here, beside those that come with Mehrwert. A row is never changed. `definition` as above. */
export const libraryInstrumentTable = pgTable(
  "library_instrument",
  {
    slug: text().notNull(),
    version: text().notNull(),
    definitionHash: text("definition_hash").notNull(),
    definition: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.slug, table.version] })],
);

/** Instruments being written, one per slug: the text as its author left it, which need not be valid JSON. */
export const libraryDraftTable = pgTable("library_draft", {
  slug: text().primaryKey(),
  json: text().notNull(),
  /** Counts what was saved, so that nobody overwrites what somebody else saved meanwhile. */
  revision: integer().notNull(),
});
