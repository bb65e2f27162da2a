import type { Instrument, Study, SurveyResponse } from "@mehrwert/study";
import postgres from "postgres";
import { buildDatabase, type Database, pingDatabase } from "./database.ts";
import { databaseErrorCode } from "./database-failure.ts";
import {
  createLibraryDraft,
  deleteLibraryDraft,
  findLibraryDraft,
  type LibraryDraft,
  libraryDrafts,
  type PublishedInstrument,
  publishedInstrument,
  publishedInstruments,
  publishInstrument,
  saveLibraryDraft,
} from "./library.ts";
import { migrateTables } from "./migrations.ts";
import { StoreUnavailable } from "./store-unavailable.ts";
import {
  allStudies,
  createStudy,
  fieldInstrumentVersion,
  findStudy,
  setStudyStatus,
} from "./study.ts";
import {
  countSurveyResponses,
  findSurveyResponses,
  type Saved,
  saveSurveyResponse,
  saveSurveyResponses,
} from "./survey-response.ts";

/** Keeps and returns studies, responses and the library. What each function does and throws is said where it is defined. */
export type Store = {
  createStudy(study: Study, instrument?: Instrument): Promise<void>;
  study(slug: string): Promise<Study>;
  studies(): Promise<Study[]>;
  setStudyStatus(slug: string, status: Study["status"]): Promise<void>;
  fieldInstrumentVersion(study: string, instrument: Instrument): Promise<Study>;
  saveSurveyResponse(study: string, response: SurveyResponse): Promise<Saved>;
  saveSurveyResponses(study: string, responses: readonly SurveyResponse[]): Promise<void>;
  responses(study: string): Promise<SurveyResponse[]>;
  countResponses(study: string): Promise<number>;
  publishedInstruments(): Promise<PublishedInstrument[]>;
  publishedInstrument(slug: string, version: string): Promise<PublishedInstrument | undefined>;
  publishInstrument(instrument: Instrument, draftRevision: number): Promise<void>;
  libraryDrafts(): Promise<LibraryDraft[]>;
  libraryDraft(slug: string): Promise<LibraryDraft>;
  createLibraryDraft(slug: string, json: string): Promise<LibraryDraft>;
  saveLibraryDraft(draft: LibraryDraft): Promise<number>;
  deleteLibraryDraft(slug: string): Promise<void>;
  /** PostgreSQL's version, for the start message: `18.4`. */
  databaseVersion: string;
  /** Throws DatabaseFailure if the database does not answer. */
  ping(): Promise<void>;
  /** Waits for running queries, at most five seconds. */
  close(): Promise<void>;
};

/**
 * Connects, checks that this PostgreSQL can be used and brings its tables to this version.
 *
 * @param databaseUrl `postgres://user:password@host:port/database`; PostgreSQL 15 or newer in UTF-8
 * @throws StoreUnavailable if that is impossible, with one sentence for the person who starts the server
 */
export async function openStore({ databaseUrl }: { databaseUrl: string }): Promise<Store> {
  const databaseVersion = await prepareDatabase(databaseUrl);
  const pool = connect(databaseUrl, 10);
  return storeOn(buildDatabase(pool), pool, databaseVersion);
}

function connect(databaseUrl: string, connections: number): postgres.Sql {
  return postgres(databaseUrl, {
    max: connections,
    connect_timeout: 10,
    connection: { application_name: "mehrwert" },
    onnotice: () => {},
  });
}

async function prepareDatabase(databaseUrl: string): Promise<string> {
  let connection: postgres.Sql | undefined;
  try {
    connection = connect(databaseUrl, 1);
    const version = await usableVersion(connection);
    await migrateTables(connection);
    return version;
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    throw unreachable(databaseUrl, databaseErrorCode(error));
  } finally {
    await connection?.end({ timeout: 5 });
  }
}

async function usableVersion(connection: postgres.Sql): Promise<string> {
  const [server] = await connection`
    select current_setting('server_version_num')::integer as number,
           split_part(current_setting('server_version'), ' ', 1) as version,
           current_setting('server_encoding') as encoding`;
  if (Number(server?.number) < 150_000)
    throw new StoreUnavailable({
      de: `Die Datenbank ist PostgreSQL ${server?.version}; Mehrwert braucht PostgreSQL 15 oder neuer.`,
      en: `The database is PostgreSQL ${server?.version}; Mehrwert needs PostgreSQL 15 or newer.`,
    });
  if (server?.encoding !== "UTF8")
    throw new StoreUnavailable({
      de: `Die Datenbank speichert Text als ${server?.encoding}; bitte legen Sie sie mit der Kodierung UTF8 an.`,
      en: `The database stores text as ${server?.encoding}; please create it with the encoding UTF8.`,
    });
  return String(server.version);
}

function unreachable(databaseUrl: string, code: string | undefined): StoreUnavailable {
  const where = withoutSecrets(databaseUrl);
  const why = code === undefined ? "" : ` (${code})`;
  return new StoreUnavailable({
    de: `Die Datenbank ${where} lässt sich nicht öffnen${why}; bitte prüfen Sie DATABASE_URL und ob der Datenbankserver läuft.`,
    en: `The database ${where} cannot be opened${why}; please check DATABASE_URL and whether the database server is running.`,
  });
}

function withoutSecrets(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return "DATABASE_URL";
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}

function storeOn(database: Database, pool: postgres.Sql, databaseVersion: string): Store {
  return {
    createStudy: (study, instrument) => createStudy(database, study, instrument),
    study: (slug) => findStudy(database, slug),
    studies: () => allStudies(database),
    setStudyStatus: (slug, status) => setStudyStatus(database, slug, status),
    fieldInstrumentVersion: (study, instrument) =>
      fieldInstrumentVersion(database, study, instrument),
    saveSurveyResponse: (study, response) => saveSurveyResponse(database, study, response),
    saveSurveyResponses: (study, responses) => saveSurveyResponses(database, study, responses),
    responses: (study) => findSurveyResponses(database, study),
    countResponses: (study) => countSurveyResponses(database, study),
    publishedInstruments: () => publishedInstruments(database),
    publishedInstrument: (slug, version) => publishedInstrument(database, slug, version),
    publishInstrument: (instrument, revision) => publishInstrument(database, instrument, revision),
    libraryDrafts: () => libraryDrafts(database),
    libraryDraft: (slug) => findLibraryDraft(database, slug),
    createLibraryDraft: (slug, json) => createLibraryDraft(database, slug, json),
    saveLibraryDraft: (draft) => saveLibraryDraft(database, draft),
    deleteLibraryDraft: (slug) => deleteLibraryDraft(database, slug),
    databaseVersion,
    ping: () => pingDatabase(database),
    close: () => pool.end({ timeout: 5 }),
  };
}
