import type { Store } from "@mehrwert/store";
import type { Codebook, Instrument, InterviewGuide, Language } from "@mehrwert/study";
import type { Logger } from "pino";
import type { AccessibilityDetails } from "./accessibility-details.ts";
import type { Accounts } from "./accounts/accounts.ts";
import type { LibraryStore } from "./library.ts";
import type { MailService } from "./mail/mail-service.ts";

/** Everything the API needs from outside; `createApp` reaches for nothing else. */
export type AppDependencies = {
  store: Pick<
    Store,
    | "study"
    | "studies"
    | "fieldInstrumentVersion"
    | "saveSurveyResponse"
    | "saveResponseDraft"
    | "responseDraft"
    | "deleteResponseDraft"
    | "credentialPrivateKey"
    | "isInvitationFree"
    | "useInvitation"
    | "panelistWith"
    | "savePanelResponse"
    | "panelParticipants"
    | "beginStudy"
    | "plan"
    | "changePlan"
    | "openWave"
    | "finishStudy"
    | "closeStudy"
    | "archiveStudy"
    | "deleteStudy"
    | "freezeDataset"
    | "frozenDatasets"
    | "frozenDatasetFile"
    | "handOver"
    | "takeHandOver"
    | "pilotKey"
    | "renewPilotKey"
    | "savePilotResponse"
    | "savePilotComment"
    | "pilotComments"
    | "settlePilotComment"
    | "pilotState"
    | "clearPilot"
    | "responses"
    | "responsePortions"
    | "releasedResults"
    | "releaseMemory"
    | "keepRelease"
    | "countResponses"
    | "countDeletions"
    | "hasReceipt"
    | "keepConsentText"
    | "withdrawSurveyResponse"
    | "saveAccessibilityFeedback"
    | "accessibilityFeedback"
    | "ping"
    | "accounts"
    | "coding"
    | "invite"
    | "fieldwork"
  > &
    LibraryStore &
    Pick<
      Store,
      | "libraryDraft"
      | "createLibraryDraft"
      | "saveLibraryDraft"
      | "deleteLibraryDraft"
      | "publishInstrument"
    >;
  /** Who asks, and how people sign in. */
  accounts: Accounts;
  /** The parsed instruments that came with Mehrwert, by `slug/version`. */
  instruments: ReadonlyMap<string, Instrument>;
  /** The parsed interview guides that came with Mehrwert. Default: none. */
  interviewGuides?: readonly InterviewGuide[];
  /** The parsed codebooks that came with Mehrwert. Default: none. */
  codebooks?: readonly Codebook[];
  /** The clock; only its day ever leaves the API. */
  now: () => Date;
  log: Logger;
  /** Folders of the two built web apps. A folder that does not exist yet is answered with a 503 page. */
  webApps: { questionnaire: string; console: string };
  softwareVersion: string;
  /** Names under which the server may be reached besides 127.0.0.1, localhost and [::1]. */
  publicHosts?: readonly string[];
  /** What the statement on accessibility says about the operator. Default: nothing, and that is said. */
  accessibility?: AccessibilityDetails;
  /** Language of pages and problems for callers who name none. Default: English. */
  defaultLanguage?: Language;
  /** What sends mails in the background. Default: nothing does, and they wait. */
  mail?: Pick<MailService, "isConfigured" | "wake">;
  /** Where participants reach this server, without a slash at the end. Default: as the request did. */
  publicUrl?: () => string | undefined;
  /** Where researchers reach it, likewise; the links in mails to them begin with it. Default: as the request did. */
  consoleUrl?: () => string | undefined;
  /** Ids that tie a failure told to a client to its line in the log. Default: random UUIDs. */
  newRequestId?: () => string;
};
