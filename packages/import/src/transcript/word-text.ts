import { importLimits } from "../file/limits.ts";
import { openArchive } from "../file/unzipped.ts";
import {
  childElements,
  innerText,
  localName,
  type XmlElement,
  xmlRoot,
} from "../file/xml-document.ts";
import { refused, say } from "../refusal.ts";
import { documentFile } from "./document-file.ts";
import { type LeftOut, leaveOut } from "./left-out.ts";
import { tableLines } from "./table-lines.ts";

const wordFile = documentFile("Word-Datei (.docx)", "Word file (.docx)", ".docx");

/**
 * The running text of a Word document, a line for each paragraph: line breaks and tabs kept, tracked insertions taken,
 * deletions, comments, notes, pictures and hidden text left out and counted.
 *
 * @throws FileRefused for what is no complete Word document
 */
export function wordText(bytes: Uint8Array, leftOut: LeftOut): string {
  const archive = openArchive(bytes, wordFile);
  const path = mainPart(archive.read("_rels/.rels")) ?? "word/document.xml";
  const content = archive.read(path);
  if (content === undefined) throw noDocument();
  const root = xmlRoot(new TextDecoder().decode(content), path, importLimits.transcriptMarks);
  const body = childElements(root).find((element) => localName(element) === "body");
  if (body === undefined) throw noDocument();
  return blockLines(body, leftOut).join("\n");
}

/** Some programs name the main part otherwise; the relations of the package say how. */
function mainPart(relations: Uint8Array | undefined): string | undefined {
  if (relations === undefined) return undefined;
  const root = xmlRoot(new TextDecoder().decode(relations), "_rels/.rels");
  const main = childElements(root).find(({ attributes }) =>
    (attributes.Type ?? "").endsWith("/officeDocument"),
  );
  return main?.attributes.Target?.replace(/^\//, "");
}

/** Paragraphs and tables, also inside content controls and other wrappers. */
function blockLines(parent: XmlElement, leftOut: LeftOut): string[] {
  return childElements(parent).flatMap((element) => {
    switch (localName(element)) {
      case "p":
        return paragraph(element, leftOut).split("\n");
      case "tbl":
        return tableLines(cellsOf(element, leftOut));
      case "del":
      case "moveFrom":
        leaveOut(leftOut, "deletion");
        return [];
      case "sectPr":
        return [];
      default:
        return blockLines(element, leftOut);
    }
  });
}

function cellsOf(table: XmlElement, leftOut: LeftOut): string[][][] {
  return rowsIn(table).map((row) =>
    descendants(row, "tc").map((cell) => blockLines(cell, leftOut)),
  );
}

function rowsIn(table: XmlElement): XmlElement[] {
  return descendants(table, "tr");
}

/** Elements of a name below one, not looking inside those found. */
function descendants(parent: XmlElement, name: string): XmlElement[] {
  return childElements(parent).flatMap((element) =>
    localName(element) === name ? [element] : descendants(element, name),
  );
}

function paragraph(element: XmlElement, leftOut: LeftOut): string {
  const properties = childElements(element).find((child) => localName(child) === "pPr");
  if (properties !== undefined && descendants(properties, "numPr").length > 0) {
    leaveOut(leftOut, "numbering");
  }
  return runs(element, leftOut);
}

const silent = new Set(["pPr", "rPr", "instrText", "delText", "sdtPr", "fldChar", "proofErr"]);
const counted = {
  del: "deletion",
  moveFrom: "deletion",
  commentReference: "comment",
  footnoteReference: "footnote",
  endnoteReference: "footnote",
  drawing: "picture",
  pict: "picture",
  object: "picture",
  AlternateContent: "picture",
  sym: "symbol",
} as const;

function isCounted(name: string): name is keyof typeof counted {
  return name in counted;
}

function runs(parent: XmlElement, leftOut: LeftOut): string {
  return childElements(parent)
    .map((element) => {
      const name = localName(element);
      if (silent.has(name)) return "";
      if (isCounted(name)) {
        leaveOut(leftOut, counted[name]);
        return "";
      }
      if (name === "r" && isHidden(element)) {
        leaveOut(leftOut, "hidden");
        return "";
      }
      return letters(name, element) ?? runs(element, leftOut);
    })
    .join("");
}

function letters(name: string, element: XmlElement): string | undefined {
  switch (name) {
    case "t":
      return innerText(element);
    case "tab":
    case "ptab":
      return "\t";
    case "br":
    case "cr":
      return "\n";
    case "noBreakHyphen":
      return "\u2011";
    case "softHyphen":
      return "\u00ad";
    default:
      return undefined;
  }
}

function isHidden(run: XmlElement): boolean {
  const properties = childElements(run).find((child) => localName(child) === "rPr");
  const vanish =
    properties && childElements(properties).find((each) => localName(each) === "vanish");
  return vanish !== undefined && !/^(0|false|off)$/.test(vanish.attributes["w:val"] ?? "");
}

function noDocument() {
  return refused(
    "",
    say("In der Datei steckt kein Word-Dokument.", "There is no Word document in the file."),
    say(
      "Speichern Sie das Transkript als .docx oder .txt.",
      "Save the transcript as .docx or .txt.",
    ),
  );
}
