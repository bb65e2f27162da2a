import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import type { MailSettings } from "../mail/mail-settings.ts";
import { StartFailure } from "./failure.ts";

/**
 * The private key that mails are signed with, in PEM; undefined if they are not.
 *
 * @param placed where a path that somebody typed leads
 * @throws StartFailure if the file is no private key
 */
export function loadDkimKey(
  { dkim }: MailSettings,
  placed: (path: string) => string | undefined,
): string | undefined {
  if (dkim === undefined) return undefined;
  const file = placed(dkim.keyFile) ?? dkim.keyFile;
  try {
    const pem = readFileSync(file, "utf8");
    createPrivateKey(pem);
    return pem;
  } catch (cause) {
    throw new StartFailure(
      {
        de: `Die Datei ${file} (MEHRWERT_DKIM_KEY_FILE) ist kein lesbarer privater Schlüssel in PEM.`,
        en: `The file ${file} (MEHRWERT_DKIM_KEY_FILE) is no readable private key in PEM.`,
      },
      cause,
    );
  }
}
