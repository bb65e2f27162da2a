import { readFileSync } from "node:fs";
import type { Language } from "@mehrwert/study";
import {
  type AccessibilityDetails,
  accessibilityGaps,
  noAccessibilityDetails,
  parseAccessibilityDetails,
} from "../accessibility-details.ts";
import { StartFailure } from "./failure.ts";

/**
 * What the operator says about accessibility, from a file; without a file nothing.
 *
 * @throws StartFailure if the file is there and cannot be used
 */
export function loadAccessibilityDetails(file: string | undefined): AccessibilityDetails {
  if (file === undefined) return noAccessibilityDetails;
  let json: string;
  try {
    json = readFileSync(file, "utf8");
  } catch (cause) {
    const text = {
      de: `Die Datei ${file} aus MEHRWERT_ACCESSIBILITY_FILE lässt sich nicht lesen.`,
      en: `The file ${file} from MEHRWERT_ACCESSIBILITY_FILE cannot be read.`,
    };
    throw new StartFailure(text, cause);
  }
  const read = parseAccessibilityDetails(json);
  if (read.ok) return read.value;
  const list = (language: Language) =>
    read.issues
      .map(
        ({ path, message, advice }) => `${file}${path}: ${message[language]} ${advice[language]}`,
      )
      .join("\n");
  throw new StartFailure({ de: list("de"), en: list("en") });
}

/** The lines that tell the operator what is still open; undefined if nothing is. */
export function accessibilityWarning(
  details: AccessibilityDetails,
  { today, language }: { today: string; language: Language },
): string | undefined {
  const gaps = accessibilityGaps(details, today).map((gap) => gap[language]);
  if (gaps.length === 0) return undefined;
  const text = {
    de: `Warnung: Die Erklärung zur Barrierefreiheit (/accessibility) ist unvollständig. Offen: ${gaps.join("; ")}.\nTragen Sie die Angaben in eine Datei ein und nennen Sie sie mit MEHRWERT_ACCESSIBILITY_FILE; ein Beispiel steht in apps/api/README.md.`,
    en: `Warning: the accessibility statement (/accessibility) is incomplete. Open: ${gaps.join("; ")}.\nWrite the details into a file and name it with MEHRWERT_ACCESSIBILITY_FILE; an example is in apps/api/README.md.`,
  };
  return text[language];
}
