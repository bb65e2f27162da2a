import { createServer } from "node:net";
import { join, resolve } from "node:path";
import type {
  Codebook,
  Instrument,
  InterviewGuide,
  Language,
  LocalizedText,
} from "@mehrwert/study";
import type { AccessibilityDetails } from "./accessibility-details.ts";
import { createAccounts } from "./accounts/accounts.ts";
import { type Config, parseConfig } from "./config.ts";
import { createApp } from "./create-app.ts";
import { createLog } from "./create-log.ts";
import { unfieldedStudies } from "./fielded-instrument.ts";
import { instrumentLibrary } from "./library.ts";
import { type MailService, noMailService, startMailService } from "./mail/mail-service.ts";
import { PortInUse, type RunningServer, serveApp } from "./serve-app.ts";
import { softwareVersion } from "./software-version.ts";
import { buildWebApps, projectFolder, webAppFolders } from "./start/build-web-apps.ts";
import { createDemo, needsDemo } from "./start/create-demo.ts";
import { deleteDaily } from "./start/daily-deletion.ts";
import { auditFolder, exportAuditHeads } from "./start/export-audit-heads.ts";
import { StartFailure } from "./start/failure.ts";
import {
  accessibilityWarning,
  loadAccessibilityDetails,
} from "./start/load-accessibility-details.ts";
import { loadDkimKey } from "./start/load-dkim-key.ts";
import { loadInstruments } from "./start/load-instruments.ts";
import {
  changedInstrumentMessage,
  messages,
  portForbiddenMessage,
  portInUseMessage,
  terminalLanguage,
  welcomeBlock,
} from "./start/messages.ts";
import { type OpenDatabase, openDatabase } from "./start/open-database.ts";
import { readOidc, readSecret } from "./start/read-secrets.ts";
import { newSetupLink } from "./start/setup-link.ts";

const startedAt = performance.now();
const language = terminalLanguage(process.env);
const say = (text: LocalizedText) => process.stdout.write(`${text[language]}\n`);

/** What is open so far, closed in reverse order whenever the process ends on purpose. */
const open: (() => Promise<void>)[] = [];
let isStopping = false;

async function closeAll(): Promise<void> {
  for (const close of open.splice(0).reverse()) await close();
}

/** Between two steps of the start: goes on unless somebody asked to stop meanwhile. */
function goOn(): void {
  if (isStopping) throw new Error("stopped during the start");
}

/** Stops in order, also in the middle of a start: the step under way ends first. */
function stopOn(signal: NodeJS.Signals, starting: Promise<void>): void {
  process.on(signal, async () => {
    if (isStopping) return;
    isStopping = true;
    say(messages.stopping);
    await starting.catch(() => undefined);
    await closeAll().catch(fail);
    say(messages.stopped);
    process.exit(0);
  });
}

/** Ends with one sentence if the cause is known, with the whole cause if it is not. */
function fail(cause: unknown): never {
  const text = cause instanceof StartFailure ? cause.text[language] : undefined;
  process.stderr.write(`${text ?? (cause instanceof Error ? cause.stack : String(cause))}\n`);
  process.exit(1);
}

function configOrFailure(): Config {
  const result = parseConfig(process.env);
  if (result.ok) return result.value;
  const list = (lang: Language) =>
    result.issues
      .map(({ path, message, advice }) => `${path}: ${message[lang]} ${advice[lang]}`)
      .join("\n");
  throw new StartFailure({ de: list("de"), en: list("en") });
}

type Definitions = {
  instruments: Map<string, Instrument>;
  interviewGuides: InterviewGuide[];
  codebooks: Codebook[];
};

function instrumentsOrFailure(): Definitions {
  const loaded = loadInstruments(join(projectFolder, "instruments"));
  if (loaded.ok) return loaded;
  const list = (lang: Language) =>
    loaded.issues
      .map(
        ({ file, issue }) => `${file}${issue.path}: ${issue.message[lang]} ${issue.advice[lang]}`,
      )
      .join("\n");
  throw new StartFailure({ de: list("de"), en: list("en") });
}

/** Tells early, before anything is built or begun; `serve` still tells if somebody is faster. */
async function portOrFailure(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error) => {
      const isForbidden = "code" in error && error.code === "EACCES";
      const text = isForbidden ? portForbiddenMessage(port) : portInUseMessage(port);
      reject(new StartFailure(text, error));
    });
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve()));
  });
}

const now = () => new Date();

async function serve(
  config: Config & { accessibility: AccessibilityDetails },
  { instruments, interviewGuides, codebooks }: Definitions,
  database: OpenDatabase,
): Promise<RunningServer> {
  const { port, logLevel, publicHosts, accessibility } = config;
  const { store, databaseUrl } = database;
  const log = createLog(logLevel);
  let publicUrl = config.publicUrl;
  let mail = noMailService;
  open.push(deleteDaily({ store, now, log }));
  const folder = auditFolder(fromPerson(config.auditFolder), database);
  if (folder !== undefined)
    open.push(exportAuditHeads({ store: store.accounts, folder, now, log }));
  const accounts = createAccounts({
    store: store.accounts,
    secret: await readSecret(fromPerson(config.secretFile), database),
    origin: publicOrigin(config),
    oidc: readOidc(
      config.oidc && {
        ...config.oidc,
        clientSecretFile: fromPerson(config.oidc.clientSecretFile) ?? "",
      },
    ),
    now,
  });
  const app = createApp({
    store,
    accounts,
    instruments,
    interviewGuides,
    codebooks,
    now,
    log,
    webApps: webAppFolders,
    softwareVersion,
    publicHosts,
    accessibility,
    defaultLanguage: language,
    mail: {
      isConfigured: config.mail !== undefined,
      wake: (study: string) => mail.wake(study),
    },
    publicUrl: () => publicUrl,
    consoleUrl: () => publicOrigin({ ...config, publicUrl }),
  });
  try {
    const server = await serveApp({ app, host: "127.0.0.1", port });
    publicUrl ??= server.url;
    mail = await mails({ config, store, databaseUrl, publicUrl, log });
    open.push(() => mail.stop());
    return server;
  } catch (cause) {
    if (cause instanceof PortInUse) throw new StartFailure(portInUseMessage(port), cause);
    throw cause;
  }
}

async function mails({
  config: { mail: settings },
  ...where
}: {
  config: Config;
  store: OpenDatabase["store"];
  databaseUrl: string;
  publicUrl: string;
  log: ReturnType<typeof createLog>;
}): Promise<MailService> {
  if (settings === undefined) return noMailService;
  return startMailService({ ...where, settings, dkimKey: loadDkimKey(settings, fromPerson) });
}

/** A study whose questionnaire was edited or removed would refuse everybody: better not to start. */
async function requireFielded(database: OpenDatabase, instruments: Map<string, Instrument>) {
  const { find } = instrumentLibrary(instruments, database.store);
  const [broken] = await unfieldedStudies(await database.store.studies(), find);
  if (broken) throw new StartFailure(changedInstrumentMessage(broken));
}

async function demonstrate(database: OpenDatabase, instruments: Map<string, Instrument>) {
  const demo = instruments.get("value-drivers/1.0.0");
  if (!demo || !(await needsDemo(database.store))) return;
  say(messages.creatingDemo);
  await createDemo(database.store, demo);
}

/**
 * Under which address researchers reach the server: by HTTPS where it has a public name of its own for them, which a proxy in
 * front answers to; else where participants do.
 */
function publicOrigin(
  { publicHosts: [host], publicUrl, port }: Config,
  localUrl = `http://127.0.0.1:${port}`,
): string {
  const isShared = host === undefined || (publicUrl && new URL(publicUrl).hostname === host);
  return isShared ? (publicUrl ?? localUrl) : `https://${host}`;
}

/** A script started by pnpm runs in the project's folder; the person stands where INIT_CWD says. */
function fromPerson(path: string | undefined): string | undefined {
  return path && resolve(process.env.INIT_CWD ?? "", path);
}

async function start(): Promise<void> {
  const config = configOrFailure();
  const accessibility = loadAccessibilityDetails(fromPerson(config.accessibilityFile));
  const { instruments, interviewGuides, codebooks } = instrumentsOrFailure();
  await portOrFailure(config.port);
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    dataFolder: fromPerson(config.dataFolder),
    deletionJournal: fromPerson(config.deletionJournal),
    participationFolder: fromPerson(config.participationFolder),
    onProgress: say,
    onExit: (text) => {
      if (!isStopping) fail(new StartFailure(text));
    },
  });
  open.push(database.close);
  await requireFielded(database, instruments);
  goOn();
  await buildWebApps({ onProgress: (app) => say(messages.building[app]) });
  goOn();
  await demonstrate(database, instruments);
  const study = (await database.store.studies())[0];
  if (!study) throw new StartFailure(messages.noStudy);
  goOn();
  const server = await serve(
    { ...config, accessibility },
    { instruments, interviewGuides, codebooks },
    database,
  );
  open.push(() => server.close());
  const setupLink = await newSetupLink(
    database.store.accounts,
    publicOrigin(config, server.url),
    now(),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const { data, grade } = database;
  process.stdout.write(
    welcomeBlock({ url: server.url, study, data, database: grade, setupLink, seconds }, language),
  );
  const today = now().toISOString().slice(0, 10);
  const warning = accessibilityWarning(accessibility, { today, language });
  if (warning !== undefined) process.stdout.write(`\n${warning}\n\n`);
}

const starting = start();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) stopOn(signal, starting);
starting.catch(async (cause) => {
  if (isStopping) return;
  await closeAll().catch(() => undefined);
  fail(cause);
});
