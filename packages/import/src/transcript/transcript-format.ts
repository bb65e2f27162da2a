import { refused, say } from "../refusal.ts";

/** Formats a transcript can be read from. */
export const transcriptFormats = ["txt", "md", "docx", "odt", "vtt", "srt"] as const;
export type TranscriptFormat = (typeof transcriptFormats)[number];

const oldFormats = /^(doc|rtf|pdf|pages|wps|html?|mp3|wav|m4a|mp4)$/;

/**
 * The format of a transcript's file, by the ending of its name.
 *
 * @throws FileRefused for an ending that is none of them, or a file that is not what its ending says
 */
export function transcriptFormat(fileName: string, bytes: Uint8Array): TranscriptFormat {
  const ending = fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase();
  const known = transcriptFormats.find(
    (format) => format === (ending === "markdown" ? "md" : ending),
  );
  if (known === undefined) throw unknownFormat(ending);
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw locked();
  if ((known === "docx" || known === "odt") !== isPacked) throw notWhatItSays(known, isPacked);
  return known;
}

function unknownFormat(ending: string) {
  const list = transcriptFormats.map((format) => `.${format}`).join(", ");
  const advice = oldFormats.test(ending)
    ? say(
        "Speichern Sie das Transkript als .docx, .odt oder .txt.",
        "Save the transcript as .docx, .odt or .txt.",
      )
    : say(`Möglich sind ${list}.`, `Possible are ${list}.`);
  return refused(
    "",
    say(
      `Dateien der Art „${ending}“ lassen sich nicht als Transkript lesen.`,
      `Files of the kind “${ending}” cannot be read as a transcript.`,
    ),
    advice,
  );
}

function locked() {
  return refused(
    "",
    say(
      "Die Datei ist ein altes Word-Dokument (.doc) oder mit einem Kennwort geschützt.",
      "The file is an old Word document (.doc) or protected by a password.",
    ),
    say("Speichern Sie sie ohne Kennwort als .docx.", "Save it without a password as .docx."),
  );
}

function notWhatItSays(format: TranscriptFormat, isPacked: boolean) {
  return refused(
    "",
    isPacked
      ? say(
          `Die Datei heißt .${format}, ist aber ein gepacktes Dokument.`,
          `The file is called .${format} but is a packed document.`,
        )
      : say(
          `Die Datei heißt .${format}, ist aber kein solches Dokument.`,
          `The file is called .${format} but is no such document.`,
        ),
    say(
      "Geben Sie ihr die richtige Endung, oder speichern Sie sie neu.",
      "Give it the right ending, or save it again.",
    ),
  );
}
