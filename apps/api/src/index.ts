export { createAccounts } from "./accounts/accounts.ts";
export { newCredentialKeys } from "./admission/new-credential-keys.ts";
export { createApp } from "./create-app.ts";
export { createLog } from "./create-log.ts";
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
export type { DraftReply, LibraryReply } from "./routes/library-schemas.ts";
export { declaredRights } from "./rights/declared-rights.ts";
export { serveApp } from "./serve-app.ts";
export { buildWebApps, projectFolder, webAppFolders } from "./start/build-web-apps.ts";
export { createDemo } from "./start/create-demo.ts";
export { loadInstruments } from "./start/load-instruments.ts";
