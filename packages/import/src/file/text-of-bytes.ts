import { refused, say } from "../refusal.ts";

/** A file as text, and how its letters were read. */
export type DecodedText = { text: string; encoding: string };

/**
 * Reads bytes as text: UTF-8 and UTF-16 by their marks, else UTF-8. What is no UTF-8 is read as Windows-1252
 * (which holds Latin-1) only where the format allows or the XML declaration says so.
 *
 * @throws FileRefused if the bytes are no text in any of these
 */
export function textOfBytes(bytes: Uint8Array, mayBeLatin1: boolean): DecodedText {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, "utf-16le", "UTF-16 (LE)");
  if (first === 0xfe && second === 0xff) return decoded(bytes, "utf-16be", "UTF-16 (BE)");
  if (first !== 0 && second === 0 && bytes.length > 3) {
    return decoded(bytes, "utf-16le", "UTF-16 (LE)");
  }
  if (first === 0 && second !== 0) return decoded(bytes, "utf-16be", "UTF-16 (BE)");
  try {
    return decoded(bytes, "utf-8", "UTF-8");
  } catch (cause) {
    if (!mayBeLatin1 && !declaresLatin1(bytes)) throw cause;
    return decoded(bytes, "windows-1252", "Windows-1252 (Latin-1)");
  }
}

function decoded(bytes: Uint8Array, label: string, encoding: string): DecodedText {
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw refused(
      "",
      say(`Die Datei ist kein Text in ${encoding}.`, `The file is not text in ${encoding}.`),
      say(
        "Exportieren Sie die Datei neu, mit der Zeichenkodierung UTF-8.",
        "Export the file again, with the character encoding UTF-8.",
      ),
    );
  }
  if (!text.includes("\0")) return { text, encoding };
  throw refused(
    "",
    say(
      "Die Datei enthält Nullzeichen; sie ist kein Text.",
      "The file holds null characters; it is not text.",
    ),
    say("Exportieren Sie die Datei neu.", "Export the file again."),
  );
}

function declaresLatin1(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*encoding=["'](iso-8859-1|latin1|windows-1252)["']/i.test(start);
}
