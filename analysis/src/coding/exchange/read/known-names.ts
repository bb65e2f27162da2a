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
/** Elements of the schemas that are read, and what may stand in them; what stands elsewhere is not read. */
const places = new Map(
  [
    "Project: Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef",
    "CodeBook: Codes Code Sets",
    "Codes: Code",
    "Code: Description NoteRef Code",
    "Users: User",
    "Variables: Variable",
    "Variable: Description",
    "Cases: Case",
    "Case: Description CodeRef VariableValue SourceRef SelectionRef",
    "Sources: TextSource PictureSource PDFSource AudioSource VideoSource",
    "TextSource: Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue",
    "Representation: Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue",
    "TextDescription: Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue",
    "Transcript: Description PlainTextContent SyncPoint TranscriptSelection NoteRef",
    "Notes: Note",
    "PlainTextSelection: Description Coding NoteRef",
    "TranscriptSelection: Description Coding NoteRef",
    "Coding: CodeRef NoteRef",
  ].map((line) => {
    const [parent = "", children = ""] = line.toLowerCase().split(": ");
    return [parent, new Set(children.split(" "))] as const;
  }),
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
    for (const child of node.children) checkPlace(node, child, log);
  }
}

/** A codebook is looked for wherever it stands, and told by whoever finds it. */
function checkPlace(parent: XmlNode, child: XmlNode, log: DeviationLog): void {
  const allowed = places.get(parent.key);
  if (allowed === undefined || allowed.has(child.key)) return;
  if (!byKey.has(child.key) || child.key === "codebook") return;
  const where = `${parent.name}/${child.name}`;
  log.count("misplaced-element", where, where, {
    de: "Hier hat der Standard dieses Element nicht; mit seinem Inhalt übergangen.",
    en: "The standard has no such element here; passed over with what is in it.",
  });
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
