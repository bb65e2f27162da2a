import { type Issue, languageSchema, type Result } from "@mehrwert/study";
import { z } from "zod";
import { nearestName } from "./nearest-name.ts";

/** Settings of the server. The host is always 127.0.0.1: others come through a proxy with HTTPS. */
export type Config = {
  host: "127.0.0.1";
  port: number;
  /** Where the server's own PostgreSQL keeps its data; absent: the default folder. */
  dataFolder: string | undefined;
  /** A PostgreSQL to use instead of the server's own. Holds a password: never print it. */
  databaseUrl: string | undefined;
  /** File that notes withdrawn responses outside the database; absent: in the data folder, or none beside DATABASE_URL. */
  deletionJournal: string | undefined;
  /** Folder of the participation ledgers; absent: in the data folder, or none beside DATABASE_URL. */
  participationFolder: string | undefined;
  /** JSON file with what the statement on accessibility has to say about the operator. */
  accessibilityFile: string | undefined;
  /** File with the installation's secret; absent: in the data folder, or in the database beside DATABASE_URL. */
  secretFile: string | undefined;
  /** Folder for the daily heads of the audit log; absent: in the data folder, or none beside DATABASE_URL. */
  auditFolder: string | undefined;
  /** Single sign-on, if all of its settings are there. */
  oidc:
    | { discoveryUrl: string; clientId: string; clientSecretFile: string; name: string }
    | undefined;
  logLevel: z.infer<typeof logLevelSchema>;
  publicHosts: string[];
};

const logLevelSchema = z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]);
const hostName = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

const configSchema = z.object({
  MEHRWERT_PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(8080),
  MEHRWERT_DATA: z
    .string()
    .refine((path) => !path.includes("\0"))
    .optional(),
  DATABASE_URL: z.string().refine(isPostgresUrl).optional(),
  MEHRWERT_DELETION_JOURNAL: z
    .string()
    .refine((path) => !path.includes("\0"))
    .optional(),
  MEHRWERT_PARTICIPATION_FOLDER: z
    .string()
    .refine((path) => !path.includes("\0"))
    .optional(),
  MEHRWERT_ACCESSIBILITY_FILE: z
    .string()
    .refine((path) => !path.includes("\0"))
    .optional(),
  MEHRWERT_SECRET_FILE: z
    .string()
    .refine((path) => !path.includes("\0"))
    .optional(),
  MEHRWERT_AUDIT_FOLDER: z
    .string()
    .refine((path) => !path.includes("\0"))
    .optional(),
  MEHRWERT_OIDC_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEHRWERT_OIDC_CLIENT: z.string().max(200).optional(),
  MEHRWERT_OIDC_SECRET_FILE: z
    .string()
    .refine((path) => !path.includes("\0"))
    .optional(),
  MEHRWERT_OIDC_NAME: z.string().max(80).optional(),
  MEHRWERT_LOG_LEVEL: logLevelSchema.default("info"),
  MEHRWERT_LANG: languageSchema.optional(),
  MEHRWERT_PUBLIC_HOSTS: z
    .string()
    .transform((list) => list.split(",").map((name) => name.trim()))
    .pipe(z.array(z.string().regex(hostName)))
    .default([]),
});

type Setting = keyof z.infer<typeof configSchema>;
const settingNames: readonly string[] = Object.keys(configSchema.shape);

/** What each setting must look like. The value itself is never quoted: it may hold a password. */
const advice: Record<Setting, Issue["advice"]> = {
  MEHRWERT_PORT: {
    de: "Nennen Sie eine Zahl von 0 bis 65535, zum Beispiel MEHRWERT_PORT=8080; 0 nimmt einen freien Port.",
    en: "Give a number from 0 to 65535, for example MEHRWERT_PORT=8080; 0 takes a free port.",
  },
  MEHRWERT_DATA: {
    de: "Nennen Sie einen Ordner, zum Beispiel MEHRWERT_DATA=/var/lib/mehrwert.",
    en: "Name a folder, for example MEHRWERT_DATA=/var/lib/mehrwert.",
  },
  DATABASE_URL: {
    de: "Erwartet wird postgres://name:passwort@rechner:5432/datenbank; Sonderzeichen im Passwort als %XX.",
    en: "Expected is postgres://name:password@machine:5432/database; special characters in the password as %XX.",
  },
  MEHRWERT_DELETION_JOURNAL: {
    de: "Nennen Sie eine Datei, die nicht mit der Datenbank gesichert wird, zum Beispiel MEHRWERT_DELETION_JOURNAL=/var/lib/mehrwert-deletions.",
    en: "Name a file that is not part of the database's backup, for example MEHRWERT_DELETION_JOURNAL=/var/lib/mehrwert-deletions.",
  },
  MEHRWERT_PARTICIPATION_FOLDER: {
    de: "Nennen Sie einen Ordner, der nicht mit der Datenbank gesichert wird, zum Beispiel MEHRWERT_PARTICIPATION_FOLDER=/var/lib/mehrwert-participation.",
    en: "Name a folder that is not part of the database's backup, for example MEHRWERT_PARTICIPATION_FOLDER=/var/lib/mehrwert-participation.",
  },
  MEHRWERT_ACCESSIBILITY_FILE: {
    de: "Nennen Sie eine JSON-Datei, zum Beispiel MEHRWERT_ACCESSIBILITY_FILE=/etc/mehrwert/accessibility.json.",
    en: "Name a JSON file, for example MEHRWERT_ACCESSIBILITY_FILE=/etc/mehrwert/accessibility.json.",
  },
  MEHRWERT_SECRET_FILE: {
    de: "Nennen Sie eine Datei, zum Beispiel MEHRWERT_SECRET_FILE=/etc/mehrwert/secret; fehlt sie, legt der Server sie an.",
    en: "Name a file, for example MEHRWERT_SECRET_FILE=/etc/mehrwert/secret; if it is missing, the server makes it.",
  },
  MEHRWERT_AUDIT_FOLDER: {
    de: "Nennen Sie einen Ordner, am besten auf einem anderen Rechner, zum Beispiel MEHRWERT_AUDIT_FOLDER=/mnt/personalrat/mehrwert.",
    en: "Name a folder, best on another machine, for example MEHRWERT_AUDIT_FOLDER=/mnt/staff-council/mehrwert.",
  },
  MEHRWERT_OIDC_URL: {
    de: "Erwartet wird die Adresse des Discovery-Dokuments: https://sso.example.org/.well-known/openid-configuration. Dazu gehören MEHRWERT_OIDC_CLIENT und MEHRWERT_OIDC_SECRET_FILE.",
    en: "Expected is the address of the discovery document: https://sso.example.org/.well-known/openid-configuration. MEHRWERT_OIDC_CLIENT and MEHRWERT_OIDC_SECRET_FILE belong to it.",
  },
  MEHRWERT_OIDC_CLIENT: {
    de: "Nennen Sie die Kennung, unter der das Single Sign-on diesen Server kennt.",
    en: "Give the id under which the single sign-on knows this server.",
  },
  MEHRWERT_OIDC_SECRET_FILE: {
    de: "Nennen Sie die Datei, in der das Geheimnis für das Single Sign-on steht.",
    en: "Name the file that holds the secret for the single sign-on.",
  },
  MEHRWERT_OIDC_NAME: {
    de: "Nennen Sie den Namen, unter dem die Leute das Single Sign-on kennen.",
    en: "Give the name by which people know the single sign-on.",
  },
  MEHRWERT_LOG_LEVEL: {
    de: `Erlaubt sind ${logLevelSchema.options.join(", ")}.`,
    en: `Allowed are ${logLevelSchema.options.join(", ")}.`,
  },
  MEHRWERT_LANG: { de: "Erlaubt sind de und en.", en: "Allowed are de and en." },
  MEHRWERT_PUBLIC_HOSTS: {
    de: "Nennen Sie Servernamen ohne Protokoll und Port, getrennt durch Kommas: befragung.example.org.",
    en: "Name servers without protocol and port, separated by commas: survey.example.org.",
  },
};

function isSetting(name: PropertyKey | undefined): name is Setting {
  return typeof name === "string" && settingNames.includes(name);
}

function wrongValue(name: Setting): Issue {
  return {
    path: name,
    severity: "error",
    message: {
      de: "Diese Einstellung hat keinen gültigen Wert.",
      en: "This setting has no valid value.",
    },
    advice: advice[name],
  };
}

function unknownSetting(name: string): Issue {
  const bare = (setting: string) => setting.replace(/^MEHRWERT_/, "");
  const meant = nearestName(bare(name), settingNames.map(bare));
  const nearest = settingNames.find((setting) => bare(setting) === meant);
  return {
    path: name,
    severity: "error",
    message: { de: "Diese Einstellung gibt es nicht.", en: "There is no such setting." },
    advice: { de: `Meinten Sie ${nearest}?`, en: `Did you mean ${nearest}?` },
  };
}

/** Names that start like a setting but are none. `MEHRWERT_TEST_…` belongs to the tests, `MEHRWERT_TOKEN` and `MEHRWERT_CODER` to the command line. */
function unknownSettings(names: readonly string[]): Issue[] {
  return names
    .filter((name) => /^MEHRWERT_(?!TEST_|TOKEN$|CODER$)/.test(name) && !isSetting(name))
    .map(unknownSetting);
}

/** The single sign-on needs three settings, or none. */
function oidcOf({
  MEHRWERT_OIDC_URL: discoveryUrl,
  MEHRWERT_OIDC_CLIENT: clientId,
  MEHRWERT_OIDC_SECRET_FILE: clientSecretFile,
  MEHRWERT_OIDC_NAME: name = "Single Sign-on",
}: z.infer<typeof configSchema>): Config["oidc"] | "incomplete" {
  const given = [discoveryUrl, clientId, clientSecretFile];
  if (given.every((setting) => setting === undefined)) return undefined;
  if (discoveryUrl === undefined || clientId === undefined || clientSecretFile === undefined)
    return "incomplete";
  return { discoveryUrl, clientId, clientSecretFile, name };
}

/**
 * The settings from environment variables, or everything that is wrong with them at once.
 * An empty variable counts as not set.
 *
 * @example parseConfig({ MEHRWERT_PROT: "80" }) // issue: "Did you mean MEHRWERT_PORT?"
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Result<Config> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = configSchema.safeParse(given);
  const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0]).filter(isSetting));
  const issues = [...unknownSettings(Object.keys(given)), ...[...wrong].map(wrongValue)];
  if (!parsed.success || issues.length > 0) return { ok: false, issues };
  const oidc = oidcOf(parsed.data);
  if (oidc === "incomplete") return { ok: false, issues: [wrongValue("MEHRWERT_OIDC_URL")] };
  const value: Config = {
    host: "127.0.0.1",
    port: parsed.data.MEHRWERT_PORT,
    dataFolder: parsed.data.MEHRWERT_DATA,
    databaseUrl: parsed.data.DATABASE_URL,
    deletionJournal: parsed.data.MEHRWERT_DELETION_JOURNAL,
    participationFolder: parsed.data.MEHRWERT_PARTICIPATION_FOLDER,
    accessibilityFile: parsed.data.MEHRWERT_ACCESSIBILITY_FILE,
    secretFile: parsed.data.MEHRWERT_SECRET_FILE,
    auditFolder: parsed.data.MEHRWERT_AUDIT_FOLDER,
    oidc,
    logLevel: parsed.data.MEHRWERT_LOG_LEVEL,
    publicHosts: parsed.data.MEHRWERT_PUBLIC_HOSTS,
  };
  return { ok: true, value, warnings: [] };
}
