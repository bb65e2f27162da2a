export { type Accounts, createAccounts } from "./accounts/accounts.ts";
export { passwordHash } from "./accounts/password-hashing.ts";
export { newCredentialKeys } from "./admission/new-credential-keys.ts";
export { createApp } from "./create-app.ts";
export { createLog } from "./create-log.ts";
export type { ChecklistReply, PlanReply } from "./life/plan-reply.ts";
export { startMailService } from "./mail/mail-service.ts";
export { sendMails } from "./mail/send-mails.ts";
export type {
  GroupedResults,
  GroupingResults,
  ItemResults,
  OpenQuestion,
  QuestionResults,
  ResultsReply,
  ScaleResults,
  SharesTable,
} from "./results/results-reply.ts";
export { declaredRights } from "./rights/declared-rights.ts";
export type { AccessTokenReply } from "./routes/access-token.ts";
export type { InvitationCheck, MailStateReply } from "./routes/fieldwork-schemas.ts";
export type { FrozenDatasetReply } from "./routes/frozen-dataset.ts";
export type { DraftReply, LibraryReply } from "./routes/library-schemas.ts";
export type { Me, SessionReply } from "./routes/me.ts";
export type { LinkToPassOn, PersonReply } from "./routes/people.ts";
export type { PilotReply, SimulationReply } from "./routes/pilot.ts";
export type { StudyPerson } from "./routes/study-people.ts";
export { serveApp } from "./serve-app.ts";
export { buildWebApps, projectFolder, webAppFolders } from "./start/build-web-apps.ts";
export { createDemo } from "./start/create-demo.ts";
export { loadInstruments } from "./start/load-instruments.ts";
