import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createApp,
  createDemo,
  createLog,
  loadInstruments,
  newCredentialKeys,
  projectFolder,
  serveApp,
  webAppFolders,
} from "@mehrwert/api";
import { participationLink, secretCode } from "@mehrwert/privacy";
import { openStore, type Store } from "@mehrwert/store";
import { definitionHash, demoStudy, type Instrument, type Study } from "@mehrwert/study";
import { type Administrating, administrating, testAccounts } from "./account.ts";
import { testDatabase } from "./database.ts";

/** A running Mehrwert for one test file. */
export type TestServer = Administrating & {
  /** Origin, without a slash at the end. */
  url: string;
  store: Store;
  instrument: Instrument;
  study: Study;
  /** Everything the server logged so far. */
  log: string[];
  /** Invites so many people to the study, in studies that take invitations, and gives their codes. */
  invite: (people: number) => Promise<string[]>;
  /** The link of an invitation with this code. */
  linkWith: (code: string) => string;
  /** Address of its database, for tests that look past the store. */
  database: string;
  stop: () => Promise<void>;
};

/** An instrument that comes with Mehrwert, by `slug/version`, as the server loads it. */
export function instrumentAt(place: string): Instrument {
  const loaded = loadInstruments(join(projectFolder, "instruments"));
  const instrument = loaded.ok ? loaded.instruments.get(place) : undefined;
  if (!instrument) throw new Error(`instruments/${place} is missing or broken`);
  return instrument;
}

/** The value-driver instrument as the server loads it. */
export function valueDrivers(): Instrument {
  return instrumentAt("value-drivers/1.0.0");
}

/**
 * The real API with both web apps on a fresh database and a free port, with the study `demo`:
 * without a single response, or with the 300 simulated ones when `demo` is true. It fields value-drivers, or another
 * `instrument`; `settings` are what the study fixes beside it.
 */
export async function startServer({
  demo = false,
  instrument = valueDrivers(),
  settings = {},
  mode = "open",
}: {
  demo?: boolean;
  instrument?: Instrument;
  settings?: Pick<Study, "assigned" | "codeSalt">;
  mode?: Study["mode"];
} = {}): Promise<TestServer> {
  const database = await testDatabase();
  const participationFolder = mkdtempSync(join(tmpdir(), "mehrwert-participation-"));
  const store = await openStore({ databaseUrl: database.url, participationFolder });
  const { credentialKey, privateKey } =
    mode === "anonymous"
      ? await newCredentialKeys()
      : { credentialKey: undefined, privateKey: undefined };
  const study: Study = {
    ...demoStudy(instrument, await definitionHash(instrument)),
    ...settings,
    mode,
    ...(credentialKey ? { credentialKey } : {}),
  };
  if (demo) await createDemo(store, instrument);
  else await store.createStudy(study, instrument, privateKey);
  const log: string[] = [];
  const app = createApp({
    store,
    accounts: testAccounts(store),
    instruments: new Map([[`${study.instrumentSlug}/${study.instrumentVersion}`, instrument]]),
    now: () => new Date(),
    log: createLog("info", { write: (line: string) => log.push(line) }),
    webApps: webAppFolders,
    softwareVersion: "0.0.0-test",
    publicHosts: [],
  });
  const server = await serveApp({ app, host: "127.0.0.1", port: 0 });
  const account = await administrating({ url: server.url, store });
  await account.owns(study.slug);
  const stop = async () => {
    await server.close();
    await store.close();
    await database.drop();
    rmSync(participationFolder, { recursive: true, force: true });
  };
  const codeOf = (bytes: Uint8Array) => secretCode("participation", bytes);
  const invite = async (people: number) => {
    const recipients = Array.from({ length: people }, (_, n) => `person-${n}@example.org`);
    const of = { study: study.slug, recipients, codeOf };
    const made = mode === "confidential" ? store.addPanelists(of) : store.invite(of);
    return (await made).map(({ code }) => code);
  };
  const linkWith = (code: string) =>
    participationLink({
      origin: server.url,
      study: study.slug,
      code,
      fingerprint: credentialKey?.fingerprint,
    });
  return {
    url: server.url,
    store,
    instrument,
    study,
    log,
    ...account,
    invite,
    linkWith,
    database: database.url,
    stop,
  };
}
