import type { LocalizedText } from "@mehrwert/study";
import { refused, say } from "../refusal.ts";

/** Control characters, which no text of an interview holds; a form feed or vertical tab is a line break. */
const controls = /[^\P{Cc}\t\n\r\v\f\u0085]/gu;
const otherBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** More than one of these in so many characters: the file is no text. */
const rare = 1000;

/**
 * The one form in which a text is kept: lines end with LF, no byte-order mark, no control characters, one line break at
 * the end. Nothing else is changed: no Unicode normalisation, no white space.
 *
 * @throws FileRefused if the bytes are no text
 */
export function cleanText(raw: string): { text: string; notes: LocalizedText[] } {
  const bare = raw.replace(/^\uFEFF+/, "");
  const strange = bare.match(controls)?.length ?? 0;
  if (strange * rare > bare.length) throw noText();
  const breaks = bare.match(otherBreaks)?.length ?? 0;
  const text = bare.replace(otherBreaks, "\n").replace(controls, "").replace(/\n*$/, "\n");
  return {
    text,
    notes: [
      ...(breaks === 0
        ? []
        : [
            say(
              `${breaks} Zeilenumbrüche anderer Art (CRLF, CR) wurden zu LF.`,
              `${breaks} line breaks of other kinds (CRLF, CR) became LF.`,
            ),
          ]),
      ...(strange === 0
        ? []
        : [
            say(
              `${strange} Steuerzeichen wurden entfernt.`,
              `${strange} control characters were removed.`,
            ),
          ]),
    ],
  };
}

function noText() {
  return refused(
    "",
    say("Die Datei ist kein Text.", "The file is not text."),
    say(
      "Speichern Sie das Transkript als .txt oder .docx.",
      "Save the transcript as .txt or .docx.",
    ),
  );
}
