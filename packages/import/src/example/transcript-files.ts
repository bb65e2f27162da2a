import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const officeDocument =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

/** A Word document around what stands in its body, as Word packs it. */
export function wordFile(body: string, path = "word/document.xml"): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "_rels/.rels": strToU8(
      `<Relationships><Relationship Id="rId1" Type="${officeDocument}" Target="${path}"/></Relationships>`,
    ),
    [path]: strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${main}" xmlns:mc="x"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
  });
}

/** A paragraph of Word with these runs. */
export function wordParagraph(...runs: string[]): string {
  return `<w:p><w:pPr><w:spacing w:after="0"/></w:pPr>${runs.join("")}</w:p>`;
}

/** A run of Word with this text. */
export function wordRun(text: string, properties = ""): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** An OpenDocument text around what stands in its body, as LibreOffice packs it. */
export function openDocumentFile(body: string, more: { [name: string]: string } = {}): Uint8Array {
  const spaces = ["office", "text", "table", "draw", "dc"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  return zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${spaces.join(" ")}><office:body><office:text><text:sequence-decls/>${body}</office:text></office:body></office:document-content>`,
    ),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  });
}

/** UTF-16 with its byte-order mark. */
export function utf16(text: string, isBigEndian = false): Uint8Array {
  const bytes = new Uint8Array(2 * (text.length + 1));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !isBigEndian);
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(2 * (at + 1), text.charCodeAt(at), !isBigEndian);
  }
  return bytes;
}

/** Windows-1252 of letters that Latin-1 has too. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
