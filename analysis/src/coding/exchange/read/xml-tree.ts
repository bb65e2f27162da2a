import { refused, say } from "@mehrwert/import";
import { SaxesParser } from "saxes";
import { exchangeLimits } from "../exchange-limits.ts";

/** An element of an exchange file. Names are without prefix; `key` is in small letters, for comparing. */
export type XmlNode = {
  name: string;
  key: string;
  /** By name in small letters. */
  attributes: ReadonlyMap<string, string>;
  children: XmlNode[];
  /** Letters directly inside; line breaks as XML has them, always LF. */
  text: string;
  /** Where the inside begins and ends in the XML, in UTF-16 units. */
  inside: { start: number; end: number };
};

/**
 * Reads XML as a stream into a tree, without document types and so without declared or fetched entities.
 *
 * @throws FileRefused for a document type, XML that is cut off or not well-formed, too deep or too many elements
 */
export function xmlTree(xml: string, place: string): XmlNode {
  const parser = new SaxesParser({ position: true });
  const top = element("", new Map(), 0);
  const open = [top];
  let elements = 0;
  parser.on("doctype", () => {
    throw documentType(place);
  });
  parser.on("error", (error) => {
    throw notWellFormed(place, error.message);
  });
  parser.on("opentag", ({ name, attributes, isSelfClosing }) => {
    elements += 1;
    if (elements > exchangeLimits.elements) throw tooMuch(place);
    if (open.length > exchangeLimits.depth) throw tooDeep(place);
    const keyed = new Map<string, string>();
    for (const [key, value] of Object.entries(attributes)) keyed.set(localName(key), value);
    const node = element(name, keyed, parser.position);
    open.at(-1)?.children.push(node);
    // A self-closing tag is closed by the parser at once, at the same position.
    if (isSelfClosing) node.inside.end = node.inside.start;
    open.push(node);
  });
  const addText = (text: string) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", ({ isSelfClosing }) => {
    const closed = open.pop();
    if (closed === undefined || isSelfClosing) return;
    closed.inside.end = xml.lastIndexOf("</", parser.position);
  });
  parser.write(xml).close();
  const [root] = top.children;
  if (root === undefined) throw notWellFormed(place, "no element");
  return root;
}

function element(name: string, attributes: Map<string, string>, start: number): XmlNode {
  const local = name.slice(name.indexOf(":") + 1);
  return {
    ...{ name: local, key: local.toLowerCase(), attributes, children: [], text: "" },
    inside: { start, end: start },
  };
}

/** Namespaces and what belongs to XML itself keep their prefix, so that they are no attributes of elements. */
function localName(name: string): string {
  const lower = name.toLowerCase();
  if (lower === "xmlns" || lower.startsWith("xmlns:") || lower.startsWith("xml:")) return lower;
  return lower.startsWith("xsi:") ? "xml:" : lower.slice(lower.indexOf(":") + 1);
}

/**
 * The letters inside an element with every carriage return that stands there unescaped: parsers turn CR LF into LF, but
 * the program that wrote it may have counted both.
 */
export function textWithReturns(xml: string, { inside }: XmlNode): string {
  const raw = xml.slice(inside.start, inside.end);
  const kept = raw
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) =>
      part.replaceAll("\r", part.startsWith("<![CDATA[") ? "]]>&#13;<![CDATA[" : "&#13;"),
    )
    .join("");
  return xmlTree(`<t>${kept}</t>`, "").text;
}

/** Children of a name, whatever its capitals. */
export function childrenOf({ children }: XmlNode, key: string): XmlNode[] {
  return children.filter((child) => child.key === key);
}

/** The first child of a name. */
export function childOf({ children }: XmlNode, key: string): XmlNode | undefined {
  return children.find((child) => child.key === key);
}

function documentType(place: string) {
  return refused(
    place,
    say(
      "Die Datei enthält eine Dokumenttyp-Deklaration. Damit könnten fremde Dateien hereingeholt oder Texte vervielfacht werden.",
      "The file holds a document type declaration, which could fetch other files or multiply texts.",
    ),
    say(
      "Exporte von REFI-QDA enthalten nie eine. Exportieren Sie die Datei neu.",
      "REFI-QDA exports never have one. Export the file again.",
    ),
  );
}

function notWellFormed(place: string, reason: string) {
  return refused(
    place,
    say(`Das ist kein vollständiges XML (${reason}).`, `This is not complete XML (${reason}).`),
    say(
      "Vermutlich ist die Datei abgeschnitten oder von Hand geändert. Exportieren Sie sie neu.",
      "The file is probably cut off or was edited by hand. Export it again.",
    ),
  );
}

function tooDeep(place: string) {
  return refused(
    place,
    say(
      `Elemente liegen mehr als ${exchangeLimits.depth}-fach ineinander.`,
      `Elements lie more than ${exchangeLimits.depth} deep in each other.`,
    ),
    say("Machen Sie den Codebaum flacher.", "Make the tree of codes flatter."),
  );
}

function tooMuch(place: string) {
  return refused(
    place,
    say(
      `Die Datei hat mehr als ${exchangeLimits.elements} Elemente.`,
      `The file has more than ${exchangeLimits.elements} elements.`,
    ),
    say("Exportieren Sie das Projekt in kleineren Teilen.", "Export the project in smaller parts."),
  );
}
