import { type ArchiveKind, FileRefused, openArchive } from "@mehrwert/import";
import { type HandOver, handOverFiles, type Result, readHandOver } from "@mehrwert/study";
import { zipSync } from "fflate";

/** A study to hand over, and when and with what that is done. */
export type HandOverInput = { handOver: HandOver; createdOn: string; softwareVersion: string };

/** So much a hand-over may hold when it is unpacked. No honest part of one grows 200-fold. */
export const handOverLimits = {
  unpackedBytes: 1024 * 1024 * 1024,
  packedFiles: 200,
  expansion: 200,
};

/** The largest file that is taken in. */
export const largestHandOverBytes = 256 * 1024 * 1024;

const kind: ArchiveKind = {
  name: { de: "übergebene Studie (ZIP)", en: "study that was handed over (ZIP)" },
  ending: ".zip",
  advice: {
    de: "Lassen Sie sich die Datei neu geben, wie die andere Installation sie geschrieben hat.",
    en: "Ask for the file anew, as the other installation wrote it.",
  },
  limitsWhole: true,
  limits: handOverLimits,
};

/** A whole study as one zip. Same input, same bytes: entries carry the day, no clock. */
export async function handOverZip({
  handOver,
  createdOn,
  softwareVersion,
}: HandOverInput): Promise<Uint8Array<ArrayBuffer>> {
  const files = await handOverFiles(handOver, { createdOn, softwareVersion });
  const entries = files.map(({ name, bytes }) => [name, bytes] as const);
  const zip = zipSync(Object.fromEntries(entries), { mtime: `${createdOn}T12:00:00` });
  return new Uint8Array(zip);
}

/** Reads such a zip: nothing is written by the names in it, and not more is unpacked than it may hold. */
export async function handOverOf(zip: Uint8Array): Promise<Result<HandOver>> {
  try {
    return await readHandOver(openArchive(zip, kind));
  } catch (cause) {
    if (cause instanceof FileRefused) return { ok: false, issues: cause.issues };
    if (cause instanceof TypeError) return { ok: false, issues: [notText] };
    throw cause;
  }
}

const notText = {
  path: "",
  severity: "error" as const,
  message: {
    de: "Ein Teil der Datei ist kein Text in UTF-8.",
    en: "A part of the file is no text in UTF-8.",
  },
  advice: kind.advice,
};
