import { csvText } from "./csv.ts";
import type { Dataset, DatasetManifest } from "./dataset.ts";

/** One file of a dataset: its name and its whole text, to be written as UTF-8 without byte-order mark. */
export type DatasetFile = { name: string; text: string };

/** Names of the files of a dataset. */
export const datasetFileNames = {
  responses: "responses.csv",
  dictionary: "dictionary.json",
  manifest: "manifest.json",
} as const;

/**
 * The three files of a dataset: `responses.csv`, `dictionary.json`, and `manifest.json` with the size and SHA-256 of the
 * other two. The same dataset gives the same bytes.
 */
export async function datasetFiles(dataset: Dataset): Promise<DatasetFile[]> {
  const contents = [
    { name: datasetFileNames.responses, text: responsesText(dataset) },
    { name: datasetFileNames.dictionary, text: jsonText(dataset.dictionary) },
  ];
  const files = await Promise.all(contents.map(({ name, text }) => fingerprint(name, text)));
  const manifest: DatasetManifest = { ...dataset.manifest, files };
  return [...contents, { name: datasetFileNames.manifest, text: jsonText(manifest) }];
}

/** Name, size in bytes of UTF-8 and SHA-256 of a file's text. */
export async function fingerprint(
  name: string,
  text: string,
): Promise<DatasetManifest["files"][number]> {
  const bytes = new TextEncoder().encode(text);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { name, bytes: bytes.length, sha256 };
}

function responsesText({ manifest, dictionary, columns }: Dataset): string {
  const names = dictionary.variables.map(({ name }) => name);
  const rows = Array.from({ length: manifest.responses }, (_, respondent) =>
    names.map((name) => columns.get(name)?.[respondent] ?? ""),
  );
  return csvText([names, ...rows]);
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
