import { parseXml, XmlElement, XmlText } from "@rgrove/parse-xml";
import { refused, say } from "../refusal.ts";
import { importLimits } from "./limits.ts";

export { XmlElement };

/**
 * Reads XML without document types, so that no entity can be declared, expanded or fetched.
 *
 * @throws FileRefused for a document type, for XML that is cut off or otherwise not well-formed
 */
export function xmlRoot(
  text: string,
  path: string,
  mostMarks: number = importLimits.marks,
): XmlElement {
  const prologEnd = text.search(/<[A-Za-z_]/);
  const prolog = prologEnd < 0 ? text : text.slice(0, prologEnd);
  if (/<!(doctype|entity)/i.test(prolog)) {
    throw refused(
      path,
      say(
        "Die Datei enthält eine Dokumenttyp-Deklaration.",
        "The file holds a document type declaration.",
      ),
      say(
        "Entfernen Sie <!DOCTYPE …>; Exporte dieses Formats enthalten nie eine.",
        "Remove <!DOCTYPE …>; exports of this format never have one.",
      ),
    );
  }
  if (marksIn(text) > mostMarks) throw tooManyMarks(path, mostMarks);
  try {
    const { root } = parseXml(text);
    if (root !== null) return root;
    throw new Error("no element");
  } catch (cause) {
    // The parser goes one call deeper for every element inside an element.
    if (cause instanceof RangeError) throw nestedTooDeep(path);
    const [reason = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
    throw refused(
      path,
      say(
        `Die Datei ist kein vollständiges XML (${reason}).`,
        `The file is not complete XML (${reason}).`,
      ),
      say(
        "Vermutlich ist sie abgeschnitten oder von Hand geändert. Exportieren Sie sie neu.",
        "It is probably cut off or was edited by hand. Export it again.",
      ),
    );
  }
}

function marksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) count += 1;
  return count;
}

function tooManyMarks(path: string, most: number) {
  return refused(
    path,
    say(
      `Die Datei hat mehr als ${most} öffnende und schließende Marken.`,
      `The file has more than ${most} opening and closing marks.`,
    ),
    say(
      "Exportieren Sie nur den Fragebogen ohne Antworten, oder teilen Sie die Datei.",
      "Export the questionnaire only, without answers, or split the file.",
    ),
  );
}

function nestedTooDeep(path: string) {
  return refused(
    path,
    say("Die Datei ist zu tief verschachtelt.", "The file is nested too deep."),
    say(
      "Exporte dieses Formats sind flach. Exportieren Sie sie neu.",
      "Exports of this format are flat. Export it again.",
    ),
  );
}

/** Child elements of one name, without regard to prefixes. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).filter((child) => localName(child) === name);
}

/** All child elements. */
export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child instanceof XmlElement);
}

/** An element's name without its prefix. */
export function localName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(":") + 1);
}

/** The letters directly inside an element and below it. */
export function innerText(element: XmlElement): string {
  return element.children
    .map((child) =>
      child instanceof XmlText ? child.text : child instanceof XmlElement ? innerText(child) : "",
    )
    .join("");
}
