import { buildWebApps } from "@mehrwert/api";
import { ensureChromium } from "./browser.ts";

/** Once per run, before any journey: a Chromium, and both web apps as their sources are now. */
export default async function setup(): Promise<void> {
  ensureChromium();
  await buildWebApps({ onProgress: (app) => process.stderr.write(`building ${app} …\n`) });
}
