export type { AppDependencies } from "./app-dependencies.ts";
export { type Config, parseConfig } from "./config.ts";
export { createApp } from "./create-app.ts";
export type { ResultsReply } from "./results/results-reply.ts";
export { PortInUse, type RunningServer, serveApp } from "./serve-app.ts";
export { softwareVersion } from "./software-version.ts";
export { buildWebApps, projectFolder, webAppFolders } from "./start/build-web-apps.ts";
export { createDemo } from "./start/create-demo.ts";
export { type LoadedInstruments, loadInstruments } from "./start/load-instruments.ts";
