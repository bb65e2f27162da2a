import type {
  AccessibilityFeedback,
  DraftSaved,
  HandOver,
  Instrument,
  PilotComment,
  PilotResponse,
  PilotState,
  Study,
  Submission,
  SurveyResponse,
} from "@mehrwert/study";
import postgres from "postgres";
import {
  allAccessibilityFeedback,
  deleteExpiredFeedback,
  saveAccessibilityFeedback,
} from "./accessibility-feedback.ts";
import { type AccountStore, accountStore } from "./accounts/account-store.ts";
import { BusyKeys } from "./busy-keys.ts";
import { type CodingStore, codingStore } from "./coding/coding-store.ts";
import { consentTexts, keepConsentText } from "./consent-text.ts";
import { buildDatabase, type Database, pingDatabase } from "./database.ts";
import { databaseErrorCode } from "./database-failure.ts";
import { countDeletions, replayDeletions, withdrawSurveyResponse } from "./deletion.ts";
import type { DeletionJournal } from "./deletion-journal.ts";
import { changePlan, findPlan, type KeptPlan } from "./field-plan.ts";
import { type FieldworkStore, fieldworkStore } from "./fieldwork/fieldwork-store.ts";
import {
  type DatasetToFreeze,
  type FrozenDataset,
  freezeDataset,
  frozenDatasetFile,
  frozenDatasets,
} from "./frozen-dataset.ts";
import { readHandOver } from "./hand-over-reading.ts";
import { takeHandOver } from "./hand-over-taking.ts";
import { heldOverProcesses } from "./held-over-processes.ts";
import {
  credentialPrivateKey,
  type Invitation,
  invitations,
  invite,
  isInvitationFree,
  requireLedger,
  useInvitation,
} from "./invitation.ts";
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
import type { OnFileStep } from "./on-file-step.ts";
import {
  addPanelists,
  type Panelist,
  panelistWith,
  panelParticipants,
  savePanelResponse,
} from "./panel.ts";
import type { CodeOfBytes } from "./participation-code.ts";
import { ParticipationLedger } from "./participation-ledger.ts";
import {
  clearPilot,
  pilotComments,
  pilotKey,
  pilotState,
  renewPilotKey,
  savePilotComment,
  savePilotResponse,
  settlePilotComment,
} from "./pilot.ts";
import {
  type DraftToSave,
  deleteExpiredDrafts,
  deleteResponseDraft,
  draftSaving,
  type FoundDraft,
  findResponseDraft,
} from "./response-draft.ts";
import {
  keepRelease,
  type Release,
  releasedResults,
  releaseMemory,
  type StudyWave,
} from "./result-release.ts";
import { deleteExpiredResponses, type RetentionEntry, retentionProtocol } from "./retention.ts";
import { StoreUnavailable } from "./store-unavailable.ts";
import {
  allStudies,
  type BegunStudy,
  beginStudy,
  closeFinishedStudies,
  createStudy,
  fieldInstrumentVersion,
  findStudy,
  finishStudy,
  setStudyStatus,
} from "./study.ts";
import { deleteStudy } from "./study-removal.ts";
import { archiveStudy, closeStudy, finishPastWaves, openWave } from "./study-stage.ts";
import {
  countSurveyResponses,
  findSurveyResponses,
  hasReceipt,
  saveSurveyResponses,
  surveyResponsePortions,
} from "./survey-response.ts";
import { responseSaving, type Saved } from "./survey-response-saving.ts";

/** Keeps and returns studies, responses and the library. What each function does and throws is said where it is defined. */
export type Store = {
  createStudy(study: Study, instrument?: Instrument, credentialPrivateKey?: string): Promise<void>;
  beginStudy(begun: BegunStudy): Promise<void>;
  study(slug: string): Promise<Study>;
  studies(): Promise<Study[]>;
  setStudyStatus(slug: string, status: Study["status"]): Promise<void>;
  /** `day`: today, `YYYY-MM-DD`. The last day on which people may finish what they began. */
  finishStudy(slug: string, day: string): Promise<string | undefined>;
  closeFinishedStudies(day: string): Promise<number>;
  fieldInstrumentVersion(study: string, instrument: Instrument): Promise<Study>;
  plan(study: string): Promise<KeptPlan>;
  changePlan(study: string, change: Parameters<typeof changePlan>[2]): Promise<KeptPlan>;
  openWave(study: string, of: Parameters<typeof openWave>[2]): Promise<KeptPlan>;
  /** `day`: today, `YYYY-MM-DD`. */
  finishPastWaves(day: string): Promise<number>;
  closeStudy(study: string): Promise<KeptPlan>;
  archiveStudy(study: string): Promise<KeptPlan>;
  deleteStudy(of: { study: string; day: string }): Promise<void>;
  freezeDataset(dataset: DatasetToFreeze): Promise<boolean>;
  frozenDatasets(study: string): Promise<FrozenDataset[]>;
  frozenDatasetFile(study: string, wave: number): Promise<Uint8Array | undefined>;
  handOver(study: string, withInvitations: boolean): Promise<HandOver>;
  takeHandOver(handOver: HandOver, by: Parameters<typeof takeHandOver>[3]): Promise<void>;
  pilotKey(study: string): Promise<string | undefined>;
  renewPilotKey(study: string): Promise<string>;
  savePilotResponse(study: string, response: PilotResponse): Promise<boolean>;
  savePilotComment(
    study: string,
    comment: Omit<PilotComment, "id" | "isSettled">,
  ): Promise<boolean>;
  pilotComments(study: string): Promise<PilotComment[]>;
  settlePilotComment(study: string, of: { id: string; isSettled: boolean }): Promise<boolean>;
  pilotState(study: string): Promise<PilotState>;
  clearPilot(study: string): Promise<void>;
  credentialPrivateKey(study: string): Promise<string | undefined>;
  invite(of: {
    study: string;
    recipients: readonly (string | undefined)[];
    codeOf: CodeOfBytes;
  }): Promise<Invitation[]>;
  invitations(of: { study: string; codeOf: CodeOfBytes }): Promise<Invitation[]>;
  isInvitationFree(of: { study: string; code: string }): Promise<boolean>;
  useInvitation(of: { study: string; code: string; mark: Uint8Array }): Promise<boolean>;
  addPanelists(of: {
    study: string;
    recipients: readonly (string | undefined)[];
    codeOf: CodeOfBytes;
  }): Promise<Panelist[]>;
  panelistWith(of: { study: string; code: string }): Promise<string | undefined>;
  savePanelResponse(
    of: { study: string; participant: string },
    submission: Submission,
  ): Promise<Saved | undefined>;
  panelParticipants(study: string): Promise<ReadonlyMap<string, string>>;
  saveResponseDraft(draft: DraftToSave): Promise<DraftSaved>;
  responseDraft(study: string, id: string): Promise<FoundDraft>;
  deleteResponseDraft(study: string, id: string): Promise<boolean>;
  deleteExpiredDrafts(day: string, days: number): Promise<number>;
  saveSurveyResponse(study: string, submission: Submission): Promise<Saved>;
  saveSurveyResponses(study: string, responses: readonly SurveyResponse[]): Promise<void>;
  /** Of one wave, or of all. */
  responses(study: string, wave?: number): Promise<SurveyResponse[]>;
  responsePortions(of: StudyWave): AsyncGenerator<SurveyResponse[]>;
  countResponses(study: string, wave?: number): Promise<number>;
  releasedResults(of: StudyWave, known?: number): ReturnType<typeof releasedResults>;
  releaseMemory(of: StudyWave): Promise<string | undefined>;
  keepRelease(of: StudyWave, release: Release): Promise<boolean>;
  hasReceipt(study: string, of: Pick<Submission, "id" | "receiptHash">): Promise<boolean>;
  /** `day`: today, `YYYY-MM-DD`. False if no response has this receipt. */
  withdrawSurveyResponse(of: { study: string; receiptHash: string; day: string }): Promise<boolean>;
  countDeletions(study: string): Promise<number>;
  replayDeletions(): Promise<number>;
  deleteExpiredResponses(day: string): Promise<RetentionEntry[]>;
  retentionProtocol(): Promise<RetentionEntry[]>;
  keepConsentText(study: string, text: string): Promise<void>;
  consentTexts(study: string): Promise<ReadonlyMap<string, string>>;
  saveAccessibilityFeedback(feedback: AccessibilityFeedback): Promise<void>;
  accessibilityFeedback(): Promise<AccessibilityFeedback[]>;
  deleteExpiredFeedback(day: string): Promise<number>;
  publishedInstruments(): Promise<PublishedInstrument[]>;
  publishedInstrument(slug: string, version: string): Promise<PublishedInstrument | undefined>;
  publishInstrument(instrument: Instrument, draftRevision: number): Promise<void>;
  libraryDrafts(): Promise<LibraryDraft[]>;
  libraryDraft(slug: string): Promise<LibraryDraft>;
  createLibraryDraft(slug: string, json: string): Promise<LibraryDraft>;
  saveLibraryDraft(draft: LibraryDraft): Promise<number>;
  deleteLibraryDraft(slug: string): Promise<void>;
  /** Who works here, how they sign in, what they may do and did. */
  accounts: AccountStore;
  coding: CodingStore;
  /** Invitations by mail, the outbox, reminders and progress. */
  fieldwork: FieldworkStore;
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
 * What was withdrawn is deleted again, should an older copy of the database have brought it back.
 *
 * @param databaseUrl `postgres://user:password@host:port/database`; PostgreSQL 15 or newer in UTF-8
 * @param deletionJournal file that notes withdrawn responses outside the database; absent: only the database knows them
 * @param participationFolder where the ledgers of who has begun lie, for studies with invitations; processes may share it
 * @param onStatement told the text of every statement, without values, as it is sent: for tests that count them
 * @param onFileStep told each step in which the ledger or the journal changes: for tests that end the process there
 * @throws StoreUnavailable if that is impossible, with one sentence for the person who starts the server
 */
export async function openStore({
  databaseUrl,
  deletionJournal,
  participationFolder,
  onStatement,
  onFileStep,
}: {
  databaseUrl: string;
  deletionJournal?: string | undefined;
  participationFolder?: string | undefined;
  onStatement?: (text: string) => void;
  onFileStep?: OnFileStep;
}): Promise<Store> {
  const databaseVersion = await prepareDatabase(databaseUrl);
  const pool = connect(databaseUrl, 10, onStatement);
  const locks = connect(databaseUrl, 4, onStatement);
  const database = buildDatabase(pool);
  const ledger =
    participationFolder === undefined
      ? undefined
      : new ParticipationLedger(participationFolder, heldOverProcesses(pool), onFileStep);
  const journal =
    deletionJournal === undefined ? undefined : { file: deletionJournal, onStep: onFileStep };
  const store = storeOn({ database, pool, locks, databaseVersion, journal, ledger });
  try {
    await requireLedger(database, ledger);
    await store.replayDeletions();
    return store;
  } catch (error) {
    await store.close();
    throw error instanceof StoreUnavailable
      ? error
      : unreachable(databaseUrl, databaseErrorCode(error));
  }
}

function connect(
  databaseUrl: string,
  connections: number,
  onStatement?: (text: string) => void,
): postgres.Sql {
  return postgres(databaseUrl, {
    ...(onStatement && { debug: (_: number, text: string) => onStatement(text) }),
    max: connections,
    connect_timeout: 10,
    // Seconds. A database that is back is found within one; the library would wait for up to twenty.
    backoff: (attempt) => Math.min(0.05 * 2 ** attempt, 1),
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

type LibraryStore = Pick<
  Store,
  | "publishedInstruments"
  | "publishedInstrument"
  | "publishInstrument"
  | "libraryDrafts"
  | "libraryDraft"
  | "createLibraryDraft"
  | "saveLibraryDraft"
  | "deleteLibraryDraft"
>;

function libraryOn(database: Database): LibraryStore {
  return {
    publishedInstruments: () => publishedInstruments(database),
    publishedInstrument: (slug, version) => publishedInstrument(database, slug, version),
    publishInstrument: (instrument, revision) => publishInstrument(database, instrument, revision),
    libraryDrafts: () => libraryDrafts(database),
    libraryDraft: (slug) => findLibraryDraft(database, slug),
    createLibraryDraft: (slug, json) => createLibraryDraft(database, slug, json),
    saveLibraryDraft: (draft) => saveLibraryDraft(database, draft),
    deleteLibraryDraft: (slug) => deleteLibraryDraft(database, slug),
  };
}

function storeOn({
  database,
  pool,
  locks,
  databaseVersion,
  journal,
  ledger,
}: {
  database: Database;
  pool: postgres.Sql;
  locks: postgres.Sql;
  databaseVersion: string;
  journal: DeletionJournal | undefined;
  ledger: ParticipationLedger | undefined;
}): Store {
  // On a pool of its own: whoever waits must not take the connections that whoever works needs.
  const held = heldOverProcesses(locks);
  const withJournal = <T>(work: () => Promise<T>) =>
    journal === undefined ? work() : held("deletion journal", work);
  const busyKeys = new BusyKeys();
  return {
    createStudy: (study, instrument, privateKey) =>
      createStudy(database, study, instrument, privateKey),
    beginStudy: (begun) => beginStudy(database, begun),
    study: (slug) => findStudy(database, slug),
    studies: () => allStudies(database),
    setStudyStatus: (slug, status) => setStudyStatus(database, slug, status),
    fieldInstrumentVersion: (study, instrument) =>
      fieldInstrumentVersion(database, study, instrument),
    ...lifeOn({ database, journal, ledger }),
    finishStudy: (slug, day) => finishStudy(database, slug, day),
    closeFinishedStudies: (day) => closeFinishedStudies(database, day),
    credentialPrivateKey: (study) => credentialPrivateKey(database, study),
    invite: (of) => invite(database, ledger, of),
    invitations: (of) => invitations(database, ledger, of),
    isInvitationFree: (of) => isInvitationFree(database, ledger, of),
    useInvitation: (of) => useInvitation(database, ledger, of),
    addPanelists: (of) => addPanelists(database, of),
    panelistWith: (of) => panelistWith(database, of),
    savePanelResponse: (of, submission) =>
      busyKeys.alone(submission.id.toLowerCase(), () => savePanelResponse(pool, of, submission)),
    panelParticipants: (study) => panelParticipants(database, study),
    saveResponseDraft: draftSaving(pool, busyKeys),
    responseDraft: (study, id) => findResponseDraft(database, study, id),
    deleteResponseDraft: (study, id) =>
      busyKeys.alone(id.toLowerCase(), () => deleteResponseDraft(database, study, id)),
    deleteExpiredDrafts: (day, days) => deleteExpiredDrafts(database, day, days),
    saveSurveyResponse: responseSaving(pool, database, busyKeys),
    saveSurveyResponses: (study, responses) => saveSurveyResponses(database, study, responses),
    responses: (study, wave) => findSurveyResponses(database, study, wave),
    responsePortions: (of) => surveyResponsePortions(database, of),
    countResponses: (study, wave) => countSurveyResponses(database, study, wave),
    releasedResults: (of, known) => releasedResults(database, of, known),
    releaseMemory: (of) => releaseMemory(database, of),
    keepRelease: (of, release) => keepRelease(database, of, release),
    hasReceipt: (study, of) => hasReceipt(database, study, of),
    withdrawSurveyResponse: (of) =>
      withJournal(() => withdrawSurveyResponse(database, of, journal)),
    countDeletions: (study) => countDeletions(database, study),
    replayDeletions: () => withJournal(() => replayDeletions(database, journal)),
    deleteExpiredResponses: (day) => deleteExpiredResponses(database, ledger, day),
    retentionProtocol: () => retentionProtocol(database),
    keepConsentText: (study, text) => keepConsentText(database, study, text),
    consentTexts: (study) => consentTexts(database, study),
    saveAccessibilityFeedback: (feedback) => saveAccessibilityFeedback(database, feedback),
    accessibilityFeedback: () => allAccessibilityFeedback(database),
    deleteExpiredFeedback: (day) => deleteExpiredFeedback(database, day),
    ...libraryOn(database),
    accounts: accountStore(database),
    coding: codingStore(database),
    fieldwork: fieldworkStore({ database, pool, locks, ledger }),
    databaseVersion,
    ping: () => pingDatabase(database),
    close: async () => {
      await Promise.all([pool.end({ timeout: 5 }), locks.end({ timeout: 5 })]);
    },
  };
}

/** The part of a store that is about the life of a study: planning, piloting, opening and ending it. */
function lifeOn({
  database,
  journal,
  ledger,
}: {
  database: Database;
  journal: DeletionJournal | undefined;
  ledger: ParticipationLedger | undefined;
}) {
  return {
    plan: (study) => findPlan(database, study),
    changePlan: (study, change) => changePlan(database, study, change),
    openWave: (study, of) => openWave(database, study, of),
    finishPastWaves: (day) => finishPastWaves(database, day),
    closeStudy: (study) => closeStudy(database, study),
    archiveStudy: (study) => archiveStudy(database, ledger, study),
    deleteStudy: (of) => deleteStudy(database, { ledger, journal }, of),
    freezeDataset: (dataset) => freezeDataset(database, dataset),
    frozenDatasets: (study) => frozenDatasets(database, study),
    frozenDatasetFile: (study, wave) => frozenDatasetFile(database, study, wave),
    handOver: (study, withInvitations) => readHandOver(database, ledger, study, withInvitations),
    takeHandOver: (handOver, by) => takeHandOver(database, { ledger, journal }, handOver, by),
    pilotKey: (study) => pilotKey(database, study),
    renewPilotKey: (study) => renewPilotKey(database, study),
    savePilotResponse: (study, response) => savePilotResponse(database, study, response),
    savePilotComment: (study, comment) => savePilotComment(database, study, comment),
    pilotComments: (study) => pilotComments(database, study),
    settlePilotComment: (study, of) => settlePilotComment(database, study, of),
    pilotState: (study) => pilotState(database, study),
    clearPilot: (study) => clearPilot(database, study),
  } satisfies Partial<Store>;
}
