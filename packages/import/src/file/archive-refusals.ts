import type { LocalizedText } from "@mehrwert/study";
import { refused, say } from "../refusal.ts";
import { importLimits } from "./limits.ts";

/** What an archive is, for messages, and whether everything in it together may not be larger than what is read. */
export type ArchiveKind = {
  name: LocalizedText;
  ending: string;
  /** What to leave out of a file that is too large. */
  advice: LocalizedText;
  limitsWhole: boolean;
  /** How much may be unpacked, and how many files; otherwise as `importLimits`. */
  limits?: { unpackedBytes: number; packedFiles: number };
};

/** The archive is cut off or no archive. */
export function broken({ name, ending }: ArchiveKind) {
  return refused(
    "",
    say(`Die Datei ist keine vollständige ${name.de}.`, `The file is not a complete ${name.en}.`),
    say(
      `Vermutlich ist sie abgeschnitten. Speichern Sie sie neu als ${ending}.`,
      `It is probably cut off. Save it again as ${ending}.`,
    ),
  );
}

/** The archive is locked. */
export function encrypted() {
  return refused(
    "",
    say("Die Datei ist mit einem Kennwort geschützt.", "The file is protected by a password."),
    say("Speichern Sie sie ohne Kennwort.", "Save it without a password."),
  );
}

/** The archive names a place outside itself. */
export function outside(name: string) {
  const place = name.slice(0, 80);
  return refused(
    place,
    say(
      `Die Datei enthält einen Pfad, der aus ihr hinausführt: ${place}`,
      `The file holds a path that leads out of it: ${place}`,
    ),
    say(
      "Öffnen Sie sie nicht; lassen Sie sich eine neue schicken.",
      "Do not open it; ask for a new one.",
    ),
  );
}

/** The archive unpacks to more than is read. */
export function tooLarge({ advice, limits = importLimits }: ArchiveKind) {
  const megabytes = limits.unpackedBytes / 1024 / 1024;
  return refused(
    "",
    say(
      `Die Datei ergibt entpackt mehr als ${megabytes} MB oder mehr, als sie angibt.`,
      `Unpacked, the file is more than ${megabytes} MB, or more than it declares.`,
    ),
    advice,
  );
}

/** The archive holds more files than are read. */
export function tooMany(count: number, { advice, limits = importLimits }: ArchiveKind) {
  return refused(
    "",
    say(
      `Die Datei enthält ${count} gepackte Dateien; höchstens ${limits.packedFiles} werden gelesen.`,
      `The file holds ${count} packed files; at most ${limits.packedFiles} are read.`,
    ),
    advice,
  );
}
