import { readdirSync, readFileSync } from "node:fs";

/** A questionnaire of another platform, written for tests. */
export type ExampleFile = { fileName: string; bytes: Uint8Array };

const folder = new URL("./", import.meta.url);

/** One of the files in this folder, for example `lss/team-climate.lss`. */
export function exampleFile(path: string): ExampleFile {
  const fileName = path.slice(path.lastIndexOf("/") + 1);
  return { fileName, bytes: new Uint8Array(readFileSync(new URL(path, folder))) };
}

/** The paths of all files of one format. */
export function examplePaths(format: "lss" | "tsv" | "qsf" | "xlsform" | "surveyjs"): string[] {
  return readdirSync(new URL(`${format}/`, folder))
    .sort()
    .map((name) => `${format}/${name}`);
}
