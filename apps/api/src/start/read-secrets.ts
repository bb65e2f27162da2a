import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OidcSettings } from "../accounts/sign-in-library.ts";
import type { Config } from "../config.ts";
import { StartFailure } from "./failure.ts";
import type { OpenDatabase } from "./open-database.ts";

const shortestSecret = 32;

function read(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    const text = {
      de: `Die Datei ${file} mit einem Geheimnis lässt sich nicht lesen.`,
      en: `The file ${file} with a secret cannot be read.`,
    };
    throw new StartFailure(text, cause);
  }
}

function writtenOnce(file: string): void {
  try {
    const secret = randomBytes(32).toString("base64url");
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: "wx" });
  } catch (cause) {
    const isThere = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    if (isThere) return;
    const text = {
      de: `Die Datei ${file} für das Geheimnis der Installation lässt sich nicht anlegen.`,
      en: `The file ${file} for the installation's secret cannot be made.`,
    };
    throw new StartFailure(text, cause);
  }
}

/**
 * The installation's secret: from the file, which is made where it is missing; without a file from the data folder; beside
 * DATABASE_URL from the database, so that several servers share it.
 *
 * @throws StartFailure if it cannot be read, or is shorter than 32 characters
 */
export async function readSecret(
  file: string | undefined,
  { dataFolder, store }: Pick<OpenDatabase, "dataFolder" | "store">,
): Promise<string> {
  const place = file ?? (dataFolder && join(dataFolder, "secret"));
  if (place === undefined) return store.accounts.installationSecret();
  writtenOnce(place);
  const secret = read(place);
  if (secret.length >= shortestSecret) return secret;
  throw new StartFailure({
    de: `Das Geheimnis in ${place} ist kürzer als ${shortestSecret} Zeichen. Löschen Sie die Datei, dann legt der nächste Start ein gutes an; alle melden sich danach neu an, und zweite Faktoren müssen neu eingerichtet werden.`,
    en: `The secret in ${place} is shorter than ${shortestSecret} characters. Delete the file, and the next start makes a good one; everybody signs in anew then, and second factors have to be set up again.`,
  });
}

/** The single sign-on with its secret. @throws StartFailure if the secret cannot be read */
export function readOidc(settings: Config["oidc"]): OidcSettings | undefined {
  if (settings === undefined) return undefined;
  const { clientSecretFile, ...rest } = settings;
  return { ...rest, clientSecret: read(clientSecretFile) };
}
