import { buildWebApps } from "@mehrwert/api";

/** Builds both web apps once per run if their sources changed since the last build. */
export default async function setup(): Promise<void> {
  await buildWebApps({ onProgress: (app) => process.stderr.write(`building ${app} …\n`) });
}
