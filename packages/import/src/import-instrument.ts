import { type Instrument, parseInstrument, type Result } from "@mehrwert/study";
import { builtInstrument } from "./build/instrument.ts";
import { importLimits } from "./file/limits.ts";
import { formatOf } from "./format-of.ts";
import type { ImportFormat, ImportReport } from "./import-report.ts";
import { FileRefused, refused, say } from "./refusal.ts";
import { reportWriter } from "./report-writer.ts";
import { sourceSurvey } from "./source-survey-of-file.ts";

/** A file of another platform, and what the person importing decides. */
export type ImportRequest = {
  /** Its name tells the format, unless `format` does. */
  fileName: string;
  bytes: Uint8Array;
  format?: ImportFormat;
  /** Name of the new instrument; else made of its title. */
  slug?: string;
  /** Else 1.0.0. */
  version?: string;
};

/** An instrument that passes every check, and what became of everything in the file. */
export type ImportedInstrument = { instrument: Instrument; report: ImportReport };

/**
 * Turns a questionnaire of LimeSurvey, Qualtrics, Kobo/ODK or SurveyJS into an instrument.
 *
 * Nothing is dropped silently: the report says of every part whether it was carried over, changed or left out.
 * A file that is hostile, broken or too large is refused with place, reason and advice. Reads nothing but the bytes.
 *
 * @example importInstrument({ fileName: "survey.lss", bytes })
 */
export function importInstrument(request: ImportRequest): Result<ImportedInstrument> {
  try {
    return imported(request);
  } catch (cause) {
    if (cause instanceof FileRefused) return { ok: false, issues: cause.issues };
    throw cause;
  }
}

function imported({ fileName, bytes, ...wishes }: ImportRequest): Result<ImportedInstrument> {
  if (bytes.length === 0) throw empty();
  if (bytes.length > importLimits.bytes) throw tooLarge(bytes.length);
  const format = wishes.format ?? formatOf(fileName, bytes);
  const writer = reportWriter();
  const { survey, encoding } = sourceSurvey(format, bytes, writer);
  const built = builtInstrument(survey, { ...wishes, fileName }, writer);
  const parsed = parseInstrument(built);
  if (!parsed.ok) return parsed;
  const report = { fileName, format, encoding, ...writer.collected() };
  return { ok: true, value: { instrument: parsed.value, report }, warnings: parsed.warnings };
}

function empty() {
  return refused(
    "",
    say("Die Datei ist leer.", "The file is empty."),
    say("Exportieren Sie sie neu.", "Export it again."),
  );
}

function tooLarge(bytes: number) {
  const [has, most] = [bytes, importLimits.bytes].map((size) => Math.ceil(size / 1024 / 1024));
  return refused(
    "",
    say(
      `Die Datei hat ${has} MB; höchstens ${most} MB werden gelesen.`,
      `The file has ${has} MB; at most ${most} MB are read.`,
    ),
    say(
      "Exportieren Sie nur den Fragebogen, ohne Antworten und Bilder.",
      "Export the questionnaire only, without answers and pictures.",
    ),
  );
}
