import { XmlText } from "@rgrove/parse-xml";
import { importLimits } from "../file/limits.ts";
import { openArchive } from "../file/unzipped.ts";
import { childElements, localName, XmlElement, xmlRoot } from "../file/xml-document.ts";
import { refused, say } from "../refusal.ts";
import { documentFile } from "./document-file.ts";
import { type LeftOut, leaveOut } from "./left-out.ts";
import { tableLines } from "./table-lines.ts";

const openDocument = documentFile("OpenDocument-Datei (.odt)", "OpenDocument file (.odt)", ".odt");

/**
 * The running text of an OpenDocument text, a line for each paragraph and heading; white space as OpenDocument means it
 * (runs of it are one space, `text:s` are more). Deletions, comments, notes and pictures are left out and counted.
 *
 * @throws FileRefused for what is no complete OpenDocument text, or an encrypted one
 */
export function openDocumentText(bytes: Uint8Array, leftOut: LeftOut): string {
  const archive = openArchive(bytes, openDocument);
  const content = archive.read("content.xml");
  if (content === undefined) throw noDocument();
  const manifest = archive.read("META-INF/manifest.xml");
  if (manifest !== undefined && new TextDecoder().decode(manifest).includes("encryption-data")) {
    throw encrypted();
  }
  const text = new TextDecoder().decode(content);
  const root = xmlRoot(text, "content.xml", importLimits.transcriptMarks);
  const body = childElements(root).find((element) => localName(element) === "body");
  const office = body && childElements(body).find((element) => localName(element) === "text");
  if (office === undefined) throw noDocument();
  return blockLines(office, leftOut).join("\n");
}

function blockLines(parent: XmlElement, leftOut: LeftOut): string[] {
  return childElements(parent).flatMap((element) => {
    switch (localName(element)) {
      case "p":
      case "h":
        return collapsed(inline(element, leftOut)).split("\n");
      case "table":
        return tableLines(cellsOf(element, leftOut));
      case "tracked-changes":
        for (const _ of childElements(element)) leaveOut(leftOut, "deletion");
        return [];
      case "list-item":
        leaveOut(leftOut, "numbering");
        return blockLines(element, leftOut);
      case "sequence-decls":
      case "forms":
      case "list-header":
        return [];
      case "frame":
        leaveOut(leftOut, "picture");
        return [];
      default:
        return blockLines(element, leftOut);
    }
  });
}

function cellsOf(table: XmlElement, leftOut: LeftOut): string[][][] {
  return descendants(table, "table-row").map((row) =>
    descendants(row, "table-cell").map((cell) => blockLines(cell, leftOut)),
  );
}

function descendants(parent: XmlElement, name: string): XmlElement[] {
  return childElements(parent).flatMap((element) =>
    localName(element) === name ? [element] : descendants(element, name),
  );
}

/** Marks that survive the collapsing of white space. */
const [space, tab, lineBreak] = ["\ue000", "\ue001", "\ue002"];

function inline(parent: XmlElement, leftOut: LeftOut): string {
  return parent.children
    .map((child) => {
      if (child instanceof XmlText) return child.text;
      if (!(child instanceof XmlElement)) return "";
      switch (localName(child)) {
        case "s":
          return space.repeat(Math.min(1000, Number(child.attributes["text:c"] ?? 1) || 1));
        case "tab":
          return tab;
        case "line-break":
          return lineBreak;
        case "note":
          leaveOut(leftOut, "footnote");
          return "";
        case "annotation":
          leaveOut(leftOut, "comment");
          return "";
        case "annotation-end":
          return "";
        case "frame":
        case "custom-shape":
          leaveOut(leftOut, "picture");
          return "";
        default:
          return inline(child, leftOut);
      }
    })
    .join("");
}

function collapsed(text: string): string {
  return text
    .replace(/[ \t\r\n]+/g, " ")
    .replace(/^ | $/g, "")
    .replaceAll(space, " ")
    .replaceAll(tab, "\t")
    .replaceAll(lineBreak, "\n");
}

function noDocument() {
  return refused(
    "",
    say(
      "In der Datei steckt kein OpenDocument-Text.",
      "There is no OpenDocument text in the file.",
    ),
    say("Speichern Sie das Transkript als .odt oder .txt.", "Save the transcript as .odt or .txt."),
  );
}

function encrypted() {
  return refused(
    "",
    say("Die Datei ist mit einem Kennwort geschützt.", "The file is protected by a password."),
    say("Speichern Sie sie ohne Kennwort.", "Save it without a password."),
  );
}
