import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "@mehrwert/analysis";
import {
  definitionHash,
  demoStudy,
  type Instrument,
  readInstrument,
  type Study,
  type SurveyResponse,
  simulateAnswers,
} from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import { createApp } from "../create-app.ts";
import { createLog } from "../create-log.ts";
import { projectFolder } from "../start/build-web-apps.ts";
import { exampleAccounts } from "./example-accounts.ts";

/** The value-driver instrument as the server loads it. */
export function valueDrivers(): Instrument {
  const file = join(projectFolder, "instruments/value-drivers/1.0.0/instrument.json");
  const result = readInstrument(readFileSync(file, "utf8"));
  if (!result.ok) throw new RangeError("instruments/value-drivers/1.0.0 is broken");
  return result.value;
}

/** A study of the value-driver instrument without responses. */
export async function exampleStudy(changes: Partial<Study> = {}): Promise<Study> {
  const instrument = valueDrivers();
  return {
    ...demoStudy(instrument, await definitionHash(instrument)),
    isSimulated: false,
    ...changes,
  };
}

/** One plausible, valid response to a study; another seed gives another person. */
export function exampleResponse(study: Study, seed: number): SurveyResponse {
  const { answers, presentation } = simulateAnswers(valueDrivers(), seededRandom(seed));
  return {
    id: exampleId(`${study.slug} ${seed}`),
    wave: study.wave,
    instrumentSlug: study.instrumentSlug,
    instrumentVersion: study.instrumentVersion,
    definitionHash: study.definitionHash,
    language: "de",
    answers,
    presentation,
  };
}

/** A version 4 id that follows from a text; ids are unique in a database, so studies must not share them. */
function exampleId(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Two built web apps of a few lines each, in a folder to be removed. */
export function exampleWebApps(): { webApps: AppDependencies["webApps"]; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "mehrwert-web-apps-"));
  writeFileSync(join(folder, "secret.txt"), "secret");
  for (const name of ["questionnaire", "console"]) {
    mkdirSync(join(folder, name, "assets"), { recursive: true });
    const page = `<!doctype html><html lang="de"><head><title>${name}</title></head><body><div id="root"></div></body></html>`;
    writeFileSync(join(folder, name, "index.html"), page);
    writeFileSync(join(folder, name, ".built-from"), "hash");
    writeFileSync(join(folder, name, "favicon.svg"), "<svg/>");
    writeFileSync(join(folder, name, "assets", "main-1a2b.js"), "export {};\n".repeat(1000));
  }
  const webApps = {
    questionnaire: join(folder, "questionnaire"),
    console: join(folder, "console"),
  };
  return { webApps, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The whole app on a store, asked by somebody who may do everything, with the lines of its log. Its day is 24 December 2026. */
export function exampleApi(
  store: AppDependencies["store"],
  changes: Partial<AppDependencies> = {},
) {
  const logLines: string[] = [];
  const app = createApp({
    store,
    accounts: changes.accounts ?? exampleAccounts(store),
    instruments: new Map([["value-drivers/1.0.0", valueDrivers()]]),
    now: () => new Date("2026-12-24T10:00:00Z"),
    log: createLog("trace", { write: (line: string) => logLines.push(line) }),
    webApps: { questionnaire: "/nowhere/questionnaire", console: "/nowhere/console" },
    softwareVersion: "1.2.3",
    ...changes,
  });
  /** Sends a response as the questionnaire does; a string is sent as it is. */
  const submit = (study: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(`/api/studies/${study}/responses?lang=en`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" || body instanceof Blob ? body : JSON.stringify(body),
    });
  return { app, logLines, submit };
}
