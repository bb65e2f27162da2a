import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { XmlDocument, XmlLibError, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";

xmlRegisterFsInputProviders();

function validatorOf(name: string): XsdValidator {
  const path = fileURLToPath(new URL(`refi-qda/${name}`, import.meta.url));
  return XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(path), { url: path }));
}

const validators = { project: validatorOf("Project.xsd"), codebook: validatorOf("Codebook.xsd") };

/** What libxml2 says against XML by a schema of REFI-QDA; empty when it is valid. */
export function exchangeProblems(xml: string, kind: "project" | "codebook"): string[] {
  const document = XmlDocument.fromString(xml);
  try {
    validators[kind].validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.map(({ message }) => message.trim());
  } finally {
    document.dispose();
  }
}

/** The files of an archive, its `project.qde` as text. */
export function opened(bytes: Uint8Array): { names: string[]; xml: string } {
  const files = unzipSync(bytes);
  return { names: Object.keys(files), xml: strFromU8(files["project.qde"] ?? new Uint8Array()) };
}
