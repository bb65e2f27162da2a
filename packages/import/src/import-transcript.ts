import type { LocalizedText, Result } from "@mehrwert/study";
import { importLimits } from "./file/limits.ts";
import { textOfBytes } from "./file/text-of-bytes.ts";
import { FileRefused, refused, say } from "./refusal.ts";
import { cleanText } from "./transcript/clean-text.ts";
import { type LeftOut, leftOutNotes } from "./transcript/left-out.ts";
import { openDocumentText } from "./transcript/open-document-text.ts";
import { subtitleText } from "./transcript/subtitle-text.ts";
import { type TranscriptFormat, transcriptFormat } from "./transcript/transcript-format.ts";
import { wordText } from "./transcript/word-text.ts";

export { type TranscriptFormat, transcriptFormats } from "./transcript/transcript-format.ts";

/** The text of an interview, how it was read, and what was left out. */
export type ImportedTranscript = {
  /** Lines end with LF; Unicode exactly as in the file, never normalised. */
  text: string;
  format: TranscriptFormat;
  encoding: string;
  /** What a person should know: guessed letters, converted line breaks, parts left out. */
  notes: LocalizedText[];
};

/**
 * Reads a transcript from .txt, .md, .docx, .odt, .vtt or .srt.
 *
 * Text files may be UTF-8 with or without a byte-order mark, UTF-16 or Windows-1252 (Latin-1); which it was is told. A
 * file that is hostile, broken, empty or too large is refused with reason and advice. Reads nothing but the bytes.
 * @example importTranscript({ fileName: "E1.docx", bytes })
 */
export function importTranscript(file: {
  fileName: string;
  bytes: Uint8Array;
}): Result<ImportedTranscript> {
  try {
    return { ok: true, value: imported(file), warnings: [] };
  } catch (cause) {
    if (cause instanceof FileRefused) return { ok: false, issues: cause.issues };
    // Tables in tables and the like are read one call deeper each.
    if (cause instanceof RangeError) return { ok: false, issues: nestedTooDeep().issues };
    throw cause;
  }
}

function imported({
  fileName,
  bytes,
}: {
  fileName: string;
  bytes: Uint8Array;
}): ImportedTranscript {
  if (bytes.length === 0) throw empty();
  if (bytes.length > importLimits.bytes) throw tooLarge(bytes.length);
  const format = transcriptFormat(fileName, bytes);
  const read = format === "docx" || format === "odt" ? packed(format, bytes) : plain(format, bytes);
  const { text, notes } = cleanText(read.text);
  if (text.trim() === "") throw empty();
  return { text, format, encoding: read.encoding, notes: [...read.notes, ...notes] };
}

type Read = { text: string; encoding: string; notes: LocalizedText[] };

function packed(format: "docx" | "odt", bytes: Uint8Array): Read {
  const leftOut: LeftOut = new Map();
  const text = format === "docx" ? wordText(bytes, leftOut) : openDocumentText(bytes, leftOut);
  return { text, encoding: "UTF-8", notes: leftOutNotes(leftOut) };
}

function plain(format: TranscriptFormat, bytes: Uint8Array): Read {
  const { text, encoding } = textOfBytes(bytes, true);
  const guessed = encoding.startsWith("Windows")
    ? [
        say(
          `Die Datei ist kein UTF-8; sie wurde als ${encoding} gelesen. Prüfen Sie die Umlaute.`,
          `The file is not UTF-8; it was read as ${encoding}. Check letters with accents.`,
        ),
      ]
    : [];
  if (format !== "vtt" && format !== "srt") {
    const shown = format === "md" ? withPlainLabels(text) : text;
    return { text: shown, encoding, notes: guessed };
  }
  const { text: lines, notes } = subtitleText(text.replace(/\r\n?/g, "\n"));
  return { text: lines, encoding, notes: [...guessed, ...notes] };
}

/** In Markdown the label of a speaker is often set in bold or italics: `**E1:** …`. The rest stays as written. */
function withPlainLabels(text: string): string {
  return text.replace(/^(\*\*|__|\*|_)(\p{L}[^*_:\n]{0,29})(?::\1|\1:)/gmu, "$2:");
}

function empty() {
  return refused(
    "",
    say("Die Datei enthält keinen Text.", "The file holds no text."),
    say("Prüfen Sie, ob es die richtige Datei ist.", "Check whether it is the right file."),
  );
}

function nestedTooDeep() {
  return refused(
    "",
    say("Das Dokument ist zu tief verschachtelt.", "The document is nested too deep."),
    say("Speichern Sie nur den Text (.txt).", "Save the text only (.txt)."),
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
    say("Speichern Sie nur den Text, ohne Bilder.", "Save the text only, without pictures."),
  );
}
