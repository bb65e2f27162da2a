import { strToU8, zipSync } from "fflate";

const relations =
  '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>';

/** A Word document around what stands in its body. */
export function wordDocument(body: string): Uint8Array<ArrayBuffer> {
  const packed = zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "_rels/.rels": strToU8(relations),
    "word/document.xml": strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
  });
  return Uint8Array.from(packed);
}

/** Some kilobytes of as many empty paragraphs as are just read: seconds of work, hundreds of megabytes of memory. */
export function hostileDocument(): Uint8Array<ArrayBuffer> {
  return wordDocument("<w:p/>".repeat(1_400_000));
}
