import type {
  Answers,
  FieldPlan,
  InformationSheet,
  LocalizedText,
  Presentation,
  Study,
  SurveyResponse,
} from "@mehrwert/study";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

/*
 * What is kept. Every table about a study begins with the study: it is the key by which data can be parted later.
 * The library's tables know no study and begin with the instrument's slug; feedback on accessibility begins with an id.
 * Not kept, because it would tell who answered when: times finer than a day, running numbers,
 * network addresses, programs used. `tables.test.ts` refuses such columns.
 *
 * Two sides: who was asked (`invitation`) and what was answered (`response_draft`, `survey_response`). In anonymous
 * studies they share nothing but the study. Who has begun is in neither: see `participation-ledger.ts`. What links them
 * in confidential studies (`panelist`, `panel_response`) can hold no row of any other study: the mode is part of its keys.
 */

/** Studies as planned, one row each. The mode cannot change once anything refers to it. */
export const studyTable = pgTable(
  "study",
  {
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
    mode: text().$type<Study["mode"]>().notNull(),
    credentialKey: jsonb("credential_key").$type<NonNullable<Study["credentialKey"]>>(),
    lastDay: date("last_day", { mode: "string" }),
    finishingDays: integer("finishing_days"),
    languages: jsonb().$type<NonNullable<Study["languages"]>>(),
    groupedBy: jsonb("grouped_by").$type<NonNullable<Study["groupedBy"]>>(),
  },
  (table) => [
    unique("study_mode").on(table.study, table.mode),
    check(
      "study_mode_known",
      sql`${table.mode} in ('open', 'anonymous', 'pseudonymous', 'confidential')`,
    ),
    check(
      "study_status_known",
      sql`${table.status} in ('planned', 'fielding', 'finishing', 'closed', 'archived')`,
    ),
    check("study_smallest_group", sql`${table.minimumGroupSize} >= 5`),
    check(
      "study_credential_key",
      sql`case ${table.mode} when 'anonymous' then ${table.credentialKey} is not null
          when 'pseudonymous' then true else ${table.credentialKey} is null end`,
    ),
  ],
);

export const ofStudy = () =>
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

/** For tables whose rows depend on the mode of the study: the key to it is (study, mode). */
const underMode = () => ({
  study: text().notNull(),
  mode: text().$type<Study["mode"]>().notNull(),
});

/** Survey responses as given. An id is unique in the whole database. `bodyHash` tells fast that a submission is a repeated one; see `given-response.ts`. */
export const surveyResponseTable = pgTable(
  "survey_response",
  {
    study: text().notNull(),
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
    mode: text().$type<Study["mode"]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.study, table.id] }),
    foreignKey({
      name: "survey_response_study_mode",
      columns: [table.study, table.mode],
      foreignColumns: [studyTable.study, studyTable.mode],
    }),
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
 * Unfinished answers, sealed in the participant's browser, under the id of the response they may become. `revision`,
 * `writer` and `baseRevision` tell a save that goes on from one that would overwrite somebody else's; the day is for deletion.
 */
export const responseDraftTable = pgTable(
  "response_draft",
  {
    study: ofStudy(),
    id: uuid().notNull(),
    revision: integer().notNull(),
    writer: uuid().notNull(),
    baseRevision: integer("base_revision").notNull(),
    sealed: text().notNull(),
    page: text(),
    day: date({ mode: "string" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.study, table.id] }),
    uniqueIndex("response_draft_id").on(table.id),
  ],
);

/** Which saves of a draft have come: the identity of each, and a fingerprint of what it held. No content. */
export const draftSaveTable = pgTable(
  "draft_save",
  {
    study: text().notNull(),
    id: uuid().notNull(),
    revision: integer().notNull(),
    bodyHash: text("body_hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.study, table.id, table.revision] }),
    foreignKey({
      name: "draft_save_draft",
      columns: [table.study, table.id],
      foreignColumns: [responseDraftTable.study, responseDraftTable.id],
    }).onDelete("cascade"),
  ],
);

/**
 * Who was asked to a study that admits by credential: the hash of a code, and to whom it was sent if to anybody. Written
 * once, before anybody answers. `slot` is a random place in the participation ledger.
 */
export const invitationTable = pgTable(
  "invitation",
  {
    ...underMode(),
    codeHash: text("code_hash").notNull(),
    slot: integer().notNull(),
    recipient: text(),
    /** A code is good for the wave it was made for. Shared by everybody of the wave, so it links nobody. */
    wave: integer().notNull().default(1),
    name: text(),
    unit: text(),
  },
  (table) => [
    primaryKey({ columns: [table.study, table.codeHash] }),
    unique("invitation_slot").on(table.study, table.slot),
    check("invitation_mode", sql`${table.mode} in ('anonymous', 'pseudonymous')`),
    foreignKey({
      name: "invitation_study_mode",
      columns: [table.study, table.mode],
      foreignColumns: [studyTable.study, studyTable.mode],
    }),
  ],
);

/** What a study needs to let people in: what its codes are derived from, and the private key of its credentials. */
export const admissionKeyTable = pgTable("admission_key", {
  study: text()
    .primaryKey()
    .references(() => studyTable.study),
  codeSecret: text("code_secret").notNull(),
  privateKey: text("private_key"),
});

/** Who belongs to a confidential study's panel: a pseudonym, the hash of a code, and to whom it was sent. */
export const panelistTable = pgTable(
  "panelist",
  {
    ...underMode(),
    participant: uuid().notNull(),
    codeHash: text("code_hash").notNull(),
    recipient: text(),
    name: text(),
    unit: text(),
    /** The last wave to which this panelist was invited by mail. */
    invitedWave: integer("invited_wave"),
  },
  (table) => [
    primaryKey({ columns: [table.study, table.participant] }),
    unique("panelist_code").on(table.study, table.codeHash),
    check("panelist_mode", sql`${table.mode} = 'confidential'`),
    foreignKey({
      name: "panelist_study_mode",
      columns: [table.study, table.mode],
      foreignColumns: [studyTable.study, studyTable.mode],
    }),
  ],
);

/** Whose response is whose, in confidential studies: one of each panelist in each wave. */
export const panelResponseTable = pgTable(
  "panel_response",
  {
    ...underMode(),
    participant: uuid().notNull(),
    wave: integer().notNull(),
    response: uuid().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.study, table.participant, table.wave] }),
    check("panel_response_mode", sql`${table.mode} = 'confidential'`),
    foreignKey({
      name: "panel_response_study_mode",
      columns: [table.study, table.mode],
      foreignColumns: [studyTable.study, studyTable.mode],
    }),
    foreignKey({
      name: "panel_response_panelist",
      columns: [table.study, table.participant],
      foreignColumns: [panelistTable.study, panelistTable.participant],
    }),
    foreignKey({
      name: "panel_response_response",
      columns: [table.study, table.response],
      foreignColumns: [surveyResponseTable.study, surveyResponseTable.id],
    }).onDelete("cascade"),
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

/* The life of a study: its plan, its pilot, its frozen datasets. */

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** What is planned for the field. `revision` counts what was saved, so that nobody overwrites what somebody else saved. */
export const fieldPlanTable = pgTable("field_plan", {
  study: text()
    .primaryKey()
    .references(() => studyTable.study),
  plan: jsonb().$type<FieldPlan>().notNull(),
  revision: integer().notNull(),
});

/** What lets testers into the pilot of a study: part of their link, made anew at will. */
export const pilotKeyTable = pgTable("pilot_key", {
  study: text()
    .primaryKey()
    .references(() => studyTable.study),
  key: text().notNull(),
});

/** Answers of testers. A table of their own, so that nothing that reads answers of participants can ever read one. */
export const pilotResponseTable = pgTable(
  "pilot_response",
  {
    study: ofStudy(),
    id: uuid().notNull(),
    instrumentVersion: text("instrument_version").notNull(),
    definitionHash: text("definition_hash").notNull(),
    language: text().$type<SurveyResponse["language"]>().notNull(),
    answers: jsonb().$type<Answers>().notNull(),
    presentation: jsonb().$type<Presentation>().notNull(),
    lastPage: text("last_page"),
  },
  (table) => [primaryKey({ columns: [table.study, table.id] })],
);

/** What testers noted about a page; no page: about the whole. */
export const pilotCommentTable = pgTable(
  "pilot_comment",
  {
    study: ofStudy(),
    id: uuid().notNull(),
    page: text(),
    comment: text().notNull(),
    language: text().$type<SurveyResponse["language"]>().notNull(),
    instrumentVersion: text("instrument_version").notNull(),
    isSettled: boolean("is_settled").notNull(),
    day: date({ mode: "string" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.study, table.id] })],
);

/**
 * The dataset of a wave as it was frozen: its file, and the SHA-256 of it. The file goes when one of its answers must go;
 * that it was there, and its hash, stay.
 */
export const frozenDatasetTable = pgTable(
  "frozen_dataset",
  {
    study: ofStudy(),
    wave: integer().notNull(),
    day: date({ mode: "string" }).notNull(),
    softwareVersion: text("software_version").notNull(),
    responses: integer().notNull(),
    sha256: text().notNull(),
    file: bytea(),
  },
  (table) => [primaryKey({ columns: [table.study, table.wave, table.sha256] })],
);

/* Results. */

/**
 * What was released of a wave so far: what readers see, and what later releases must be held against. Both are JSON
 * texts of those who release; `memory` holds hidden counts and is as confidential as the responses.
 */
export const resultReleaseTable = pgTable(
  "result_release",
  {
    study: ofStudy(),
    wave: integer().notNull(),
    /** Counts what was kept here, so that of two who release at once only one is kept. */
    revision: integer().notNull(),
    memory: text().notNull(),
    results: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.study, table.wave] })],
);

/*
 * Fieldwork: mails and how far a study has come.
 */
