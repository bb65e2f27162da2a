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
  /** Other limits than those of questionnaires and transcripts. */
  limits?: ArchiveLimits;
};

/** How much is read out of an archive. */
export type ArchiveLimits = {
  unpackedBytes: number;
  packedFiles: number;
  /** A file that is said to grow more than so many times on unpacking refuses the archive; small ones excepted. */
  expansion?: number;
};

/** The limits that hold for an archive. */
export function limitsOf({ limits = importLimits }: ArchiveKind): ArchiveLimits {
  return limits;
}

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
export function tooLarge(kind: ArchiveKind) {
  const megabytes = limitsOf(kind).unpackedBytes / 1024 / 1024;
  return refused(
    "",
    say(
      `Die Datei ergibt entpackt mehr als ${megabytes} MB oder mehr, als sie angibt.`,
      `Unpacked, the file is more than ${megabytes} MB, or more than it declares.`,
    ),
    kind.advice,
  );
}

/** A file in the archive would grow beyond measure; no honest program packs one so. */
export function growsBeyondMeasure(name: string, { limits }: ArchiveKind) {
  const [place, times] = [name.slice(0, 80), limits?.expansion ?? 0];
  return refused(
    place,
    say(
      `${place} würde beim Entpacken auf mehr als das ${times}-Fache wachsen.`,
      `${place} would grow to more than ${times} times its size on unpacking.`,
    ),
    say(
      "So packt kein Programm Texte. Öffnen Sie die Datei nicht; lassen Sie sich eine neue schicken.",
      "No program packs texts like this. Do not open the file; ask for a new one.",
    ),
  );
}

/** A file in the archive is not what was packed. */
export function damaged(name: string) {
  const place = name.slice(0, 80);
  return refused(
    place,
    say(
      `${place} ist beschädigt: Die Prüfsumme stimmt nicht.`,
      `${place} is damaged: its checksum does not fit.`,
    ),
    say("Exportieren oder übertragen Sie die Datei neu.", "Export or transfer the file again."),
  );
}

/** The archive holds more files than are read. */
export function tooMany(count: number, kind: ArchiveKind) {
  const { packedFiles } = limitsOf(kind);
  return refused(
    "",
    say(
      `Die Datei enthält ${count} gepackte Dateien; höchstens ${packedFiles} werden gelesen.`,
      `The file holds ${count} packed files; at most ${packedFiles} are read.`,
    ),
    kind.advice,
  );
}
