import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { XmlDocument, XmlLibError, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";

xmlRegisterFsInputProviders();

const schema = fileURLToPath(new URL("ddi-subset.xsd", import.meta.url));
const validator = XsdValidator.fromDoc(
  XmlDocument.fromBuffer(readFileSync(schema), { url: schema }),
);

/**
 * What libxml2 says against a document by `ddi-subset.xsd`, the part of DDI Codebook 2.5 that is written; empty when
 * it is valid. For tests.
 */
export function ddiProblems(xml: string): string[] {
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.map(({ message }) =>
      message.trim().replaceAll("{ddi:codebook:2_5}", "").replaceAll(/\s+/g, " "),
    );
  } finally {
    document.dispose();
  }
}
