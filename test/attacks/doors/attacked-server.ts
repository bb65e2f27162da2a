import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createApp,
  createLog,
  declaredRights,
  loadInstruments,
  newCredentialKeys,
  passwordHash,
  projectFolder,
  serveApp,
  webAppFolders,
} from "@mehrwert/api";
import { openStore, type Store } from "@mehrwert/store";
import { copiedInstrument, type Study } from "@mehrwert/study";
import postgres from "postgres";
import { codeOf, faultStudy } from "../../faults/load/fault-studies.ts";
import { testAccounts, testPassword } from "../../setup/account.ts";
import { testDatabase } from "../../setup/database.ts";
import { valueDrivers } from "../../setup/server.ts";

/** Two studies of each mode, so that what belongs to one can be shown to the other. */
export const studiesAttacked = ["open", "anonymous", "confidential"] as const;
export type AttackedMode = (typeof studiesAttacked)[number];

/** A server in this very process, so that what is done to JavaScript's own objects shows; and all that it stores. */
export type AttackedServer = {
  url: string;
  store: Store;
  /** A study by its mode, and the other one of that mode. */
  studies: Record<AttackedMode, Study>;
  otherStudies: Record<AttackedMode, Study>;
  /** `METHOD /path` of every route there is. */
  routes: string[];
  /** Of those, the ones of a study that take a body: for whoever takes part, and for researchers. */
  studyPosts: { participants: string[]; researchers: string[] };
  /** Who asks: owns every study and administers the server, so that nothing is refused for want of a right. */
  administrator: { id: string; name: string; email: string };
  log: string[];
  /** A participation code of a study that takes some, used by nobody. */
  newCode: (study: Study) => Promise<string>;
  /** A hash over everything that is stored, in the database and beside it: two that are alike mean that nothing changed. */
  stored: () => Promise<string>;
  /** Everything that is stored, as text, to look for something in it. */
  storedText: () => Promise<string>;
  stop: () => Promise<void>;
};

/**
 * Each request comes a minute after the one before, by the server's clock, so that its limits for a study as a whole
 * do not hide what else would be refused.
 */
export async function startAttackedServer(): Promise<AttackedServer> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), "mehrwert-attacks-"));
  const deletionJournal = join(folder, "deletion-journal");
  const participationFolder = join(folder, "participation");
  const store = await openStore({
    databaseUrl: database.url,
    deletionJournal,
    participationFolder,
  });
  const instrument = valueDrivers();
  const newer = copiedInstrument(instrument, { slug: "value-drivers", version: "1.1.0" });
  const shipped = loadInstruments(join(projectFolder, "instruments"));
  const studies = await twoOfEach(store);
  const log: string[] = [];
  const beganMs = Date.parse("2026-11-28T00:00:00Z");
  let requests = 0;
  const administrator = await keptAdministrator(store);
  const app = createApp({
    store,
    accounts: { ...testAccounts(store), whoAsks: async () => askedBy(administrator) },
    instruments: new Map([instrument, newer].map((each) => [placeOf(each), each])),
    interviewGuides: shipped.ok ? shipped.interviewGuides : [],
    codebooks: shipped.ok ? shipped.codebooks : [],
    now: () => new Date(beganMs + requests * 60_000),
    log: createLog("trace", { write: (line: string) => log.push(line) }),
    // Mails are queued, and wait.
    mail: { isConfigured: true, wake: async () => undefined },
    webApps: webAppFolders,
    softwareVersion: "0.0.0-test",
  });
  const fetch = (request: Request) => {
    requests += 1;
    return app.fetch(request);
  };
  const server = await serveApp({ app: { fetch }, host: "127.0.0.1", port: 0 });
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  const storedText = async () => `${await rowsOf(sql)}\n${filesIn(folder)}`;
  return {
    url: server.url,
    store,
    ...studies,
    routes: routesOf(app),
    studyPosts: studyPostsOf(app),
    administrator,
    log,
    newCode: async ({ slug: study, mode }) => {
      const of = { study, recipients: [undefined], codeOf };
      const [made] = await (mode === "confidential" ? store.addPanelists(of) : store.invite(of));
      if (made === undefined) throw new RangeError(`${study} invites nobody`);
      return made.code;
    },
    stored: async () =>
      createHash("sha256")
        .update(await storedText())
        .digest("hex"),
    storedText,
    stop: async () => {
      await server.close();
      await sql.end();
      await store.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function keptAdministrator(store: Store) {
  const token = randomBytes(32).toString("base64url");
  const email = "ada@office.example";
  const link = { kind: "invitation", email, isAdministrator: true } as const;
  await store.accounts.keepOneTimeLink({ token, link, expiresAt: new Date("2099-01-01") });
  const kept = await passwordHash(testPassword);
  const use = { token, name: "Ada", email, passwordHash: kept, now: new Date() };
  const used = await store.accounts.useOneTimeLink(use);
  return { id: used?.person.id ?? "", name: "Ada", email };
}

/** Owns whatever study is asked for. */
class EveryStudy extends Map<string, "owner"> {
  override get(): "owner" {
    return "owner";
  }
}

const askedBy = (person: AttackedServer["administrator"]) => ({
  who: { person, isAdministrator: true, roles: new EveryStudy() },
  setCookies: [],
});

const placeOf = ({ mehrwert }: { mehrwert: { slug: string; version: string } }) =>
  `${mehrwert.slug}/${mehrwert.version}`;

function routesOf({ routes }: { routes: { method: string; path: string }[] }): string[] {
  const own = routes.filter(({ method }) => method !== "ALL");
  return [...new Set(own.map(({ method, path }) => `${method} ${path}`))].sort();
}

/** Told apart by the right a route declares: whoever takes part needs none. */
function studyPostsOf(app: Parameters<typeof declaredRights>[0]) {
  const posts = [...declaredRights(app)].filter(([route]) =>
    route.startsWith("POST /api/studies/:study/"),
  );
  const those = (isPublic: boolean) =>
    posts.flatMap(([route, right]) => ((right === "public") === isPublic ? [route] : [])).sort();
  return { participants: those(true), researchers: those(false) };
}

async function twoOfEach(store: Store) {
  const { credentialKey, privateKey } = await newCredentialKeys();
  const made = async (mode: AttackedMode, slug: string): Promise<Study> => {
    const key = mode === "anonymous" ? { credentialKey } : {};
    const study = await faultStudy(slug, { mode, ...key });
    await store.createStudy(study, valueDrivers(), mode === "anonymous" ? privateKey : undefined);
    return study;
  };
  const ofEach = async (before: string) => ({
    open: await made("open", `${before}open`),
    anonymous: await made("anonymous", `${before}anonymous`),
    confidential: await made("confidential", `${before}confidential`),
  });
  return { studies: await ofEach(""), otherStudies: await ofEach("other-") };
}

async function rowsOf(sql: postgres.Sql): Promise<string> {
  const tables = await sql`
    select schemaname as schema, tablename from pg_tables
    where schemaname in ('public', 'accounts', 'coding') order by schemaname, tablename`;
  const texts = await Promise.all(
    tables.map(async ({ schema, tablename }) => {
      const rows =
        await sql`select t::text as row from ${sql(schema)}.${sql(tablename)} t order by 1`;
      return `${tablename}\n${rows.map(({ row }) => row).join("\n")}`;
    }),
  );
  return texts.join("\n");
}

function filesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path} ${readFileSync(path, "latin1")}`)
    .join("\n");
}
