import type { DeviationLog } from "../deviation.ts";
import type { ExchangeFile } from "./exchange-file.ts";
import { type WrittenText, withLineFeeds } from "./position-reading.ts";
import { childOf, textWithReturns, type XmlNode } from "./xml-tree.ts";

/** The text of a source or note, and whether it stood in the XML or in a file of its own. */
export type FoundText = WrittenText & { isInXml: boolean; encoding: string };

/**
 * The text of a `TextSource`, from the XML or from the file that is named; undefined if there is none, and it is told.
 */
export function sourceText(
  { xml, fileText }: ExchangeFile,
  node: XmlNode,
  where: string,
  log: DeviationLog,
): FoundText | undefined {
  const content = childOf(node, "plaintextcontent");
  const path = node.attributes.get("plaintextpath")?.trim() ?? "";
  const inXml = content === undefined ? "" : contentWithReturns(xml, content);
  if (inXml !== "" && path !== "") {
    log.add(
      "two-texts",
      where,
      "Der Text steht im XML und in einer Datei; genommen wurde der im XML.",
      "The text stands in the XML and in a file; the one in the XML was taken.",
    );
  }
  if (inXml !== "") return { ...written(inXml), isInXml: true, encoding: "UTF-8" };
  const rich = node.attributes.get("richtextpath")?.trim() ?? "";
  const file = path !== "" ? path : /\.txt$/i.test(rich) ? rich : "";
  if (file !== "") return fromFile(fileText, file, where, log);
  if (content !== undefined) return { ...written(""), isInXml: true, encoding: "UTF-8" };
  log.add(
    "missing-text",
    where,
    "Es gibt keinen reinen Text; das Dokument wurde mit allem darin weggelassen. Exportieren Sie es als Text oder DOCX mit reinem Text.",
    "There is no plain text; the document was left out with all that is in it. Export it as text, or as DOCX with plain text.",
  );
  return undefined;
}

function fromFile(
  fileText: ExchangeFile["fileText"],
  path: string,
  where: string,
  log: DeviationLog,
): FoundText | undefined {
  if (/^(relative|absolute|file|https?):/i.test(path)) {
    // The path itself may be a person's home folder.
    log.add(
      "external-file",
      where,
      "Der Text liegt außerhalb der Datei; er wird nie geholt, und das Dokument wurde weggelassen.",
      "The text lies outside the file; it is never fetched, and the document was left out.",
    );
    return undefined;
  }
  const found = fileText(path, where);
  if (found === undefined) {
    log.add(
      "missing-file",
      where,
      `Die Datei ${path} fehlt im Archiv; das Dokument wurde mit allem darin weggelassen.`,
      `The file ${path} is missing in the archive; the document was left out with all that is in it.`,
    );
    return undefined;
  }
  if (found.encoding !== "UTF-8") {
    log.add(
      "encoding",
      where,
      `Der Text ist nicht UTF-8; gelesen als ${found.encoding}. Prüfen Sie die Umlaute.`,
      `The text is not UTF-8; read as ${found.encoding}. Check letters with accents.`,
    );
  }
  return { ...written(found.text), isInXml: false, encoding: found.encoding };
}

function contentWithReturns(xml: string, content: XmlNode): string {
  const { start, end } = content.inside;
  return xml.slice(start, end).includes("\r") ? textWithReturns(xml, content) : content.text;
}

function written(withReturns: string): WrittenText {
  return {
    withReturns,
    text: withReturns.includes("\r") ? withLineFeeds(withReturns) : withReturns,
  };
}
