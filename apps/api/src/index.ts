export { newCredentialKeys } from "./admission/new-credential-keys.ts";
export { createApp } from "./create-app.ts";
export { createLog } from "./create-log.ts";
export { startMailService } from "./mail/mail-service.ts";
export { sendMails } from "./mail/send-mails.ts";
export type { ResultsReply } from "./results/results-reply.ts";
export type {
  InvitationCheck,
  MailStateReply,
  ProgressReply,
  ReminderForecastReply,
} from "./routes/fieldwork-schemas.ts";
export type { DraftReply, LibraryReply } from "./routes/library-schemas.ts";
export { serveApp } from "./serve-app.ts";
export { buildWebApps, projectFolder, webAppFolders } from "./start/build-web-apps.ts";
export { createDemo } from "./start/create-demo.ts";
export { loadInstruments } from "./start/load-instruments.ts";
