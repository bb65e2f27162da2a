import type { DeviationLog } from "../deviation.ts";
import type { XmlNode } from "./xml-tree.ts";

/** Every element of both schemas. */
const elements = new Set(
  [
    "Project Users User CodeBook Codes Code Variables Variable VariableValue VariableRef Cases Case",
    "TextValue BooleanValue IntegerValue FloatValue DateValue DateTimeValue Sets Set MemberCode MemberSource",
    "MemberNote Sources TextSource PictureSource PDFSource AudioSource VideoSource Description",
    "PlainTextContent PlainTextSelection PictureSelection PDFSelection AudioSelection VideoSelection",
    "TextDescription Representation Transcript TranscriptSelection SyncPoint Coding CodeRef NoteRef SourceRef",
    "SelectionRef Graphs Graph Vertex Edge Notes Note Links Link",
  ].flatMap((line) => line.split(" ")),
);
const attributes = new Set(
  [
    "name origin creatinguserguid creationdatetime modifyinguserguid modifieddatetime basepath guid id",
    "iscodable color targetguid typeofvariable richtextpath plaintextpath creatinguser modifyinguser startposition",
    "endposition path currentpath firstx firsty secondx secondy page begin end fromsyncpoint tosyncpoint timestamp",
    "position representedguid shape sourcevertex targetvertex direction linestyle originguid",
  ].flatMap((line) => line.split(" ")),
);
const byKey = new Map([...elements].map((name) => [name.toLowerCase(), name]));

/** Tells of elements and attributes that the schemas do not know, and of names in other capitals. */
export function checkNames(root: XmlNode, log: DeviationLog): void {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    checkElement(node, log);
    for (const key of node.attributes.keys()) {
      if (key.startsWith("xml") || attributes.has(key)) continue;
      log.count("unknown-part", `@${key}`, `${node.name}/@${key}`, {
        de: "Dieses Attribut kennt der Standard nicht; übergangen.",
        en: "The standard does not know this attribute; passed over.",
      });
    }
    if (byKey.has(node.key)) waiting.push(...node.children.toReversed());
  }
}

function checkElement({ name, key }: XmlNode, log: DeviationLog): void {
  if (elements.has(name)) return;
  const standard = byKey.get(key);
  if (standard === undefined) {
    log.count("unknown-part", name, name, {
      de: "Dieses Element kennt der Standard nicht; mit seinem Inhalt übergangen.",
      en: "The standard does not know this element; passed over with what is in it.",
    });
    return;
  }
  log.count("spelling", name, name, {
    de: `Das Element heißt im Standard ${standard}; gelesen wie dieses.`,
    en: `The standard calls the element ${standard}; read as if it were called so.`,
  });
}
