import { z } from "zod";
import { csvRows } from "./csv.ts";
import {
  type DataDictionary,
  type Dataset,
  type DatasetManifest,
  dataDictionarySchema,
  datasetManifestSchema,
} from "./dataset.ts";
import { datasetFileNames, fingerprint } from "./dataset-files.ts";
import { datasetIssue, limitIssues } from "./parse-dataset-issues.ts";
import { rowIssues } from "./parse-dataset-rows.ts";
import type { Issue, Result } from "./result.ts";

/**
 * Reads a dataset from its files, by name, and refuses it whole if anything is missing, extra, changed or impossible.
 *
 * Decode the files as UTF-8 without dropping a byte-order mark, or a changed file might pass.
 */
export async function parseDataset(files: ReadonlyMap<string, string>): Promise<Result<Dataset>> {
  const manifest = parseJson(files, datasetFileNames.manifest, datasetManifestSchema);
  if (!manifest.ok) return manifest;
  const changed = await fileIssues(files, manifest.value);
  if (changed.length > 0) return { ok: false, issues: changed };
  const dictionary = parseJson(files, datasetFileNames.dictionary, dataDictionarySchema);
  if (!dictionary.ok) return dictionary;
  return parseResponses(
    files.get(datasetFileNames.responses) ?? "",
    manifest.value,
    dictionary.value,
  );
}

function parseJson<T>(
  files: ReadonlyMap<string, string>,
  name: string,
  schema: z.ZodType<T>,
): Result<T> {
  const text = files.get(name);
  if (text === undefined) return { ok: false, issues: [datasetIssue.absent(name)] };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, issues: [datasetIssue.notJson(name)] };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data, warnings: [] };
  const german = schema.safeParse(json, { error: z.locales.de().localeError }).error?.issues ?? [];
  const issues = parsed.error.issues.map(({ path, message }, index) =>
    datasetIssue.shape(`${name}#/${path.map(String).join("/")}`, {
      de: german[index]?.message ?? message,
      en: message,
    }),
  );
  return { ok: false, issues: limitIssues(issues) };
}

async function fileIssues(
  files: ReadonlyMap<string, string>,
  manifest: DatasetManifest,
): Promise<Issue[]> {
  const expected: string[] = [datasetFileNames.responses, datasetFileNames.dictionary];
  const issues: Issue[] = [];
  for (const name of expected) {
    if (!manifest.files.some((file) => file.name === name))
      issues.push(datasetIssue.unlisted(name));
  }
  for (const name of files.keys()) {
    if (name !== datasetFileNames.manifest && !expected.includes(name)) {
      issues.push(datasetIssue.extra(name));
    }
  }
  for (const listed of manifest.files) {
    const text = files.get(listed.name);
    if (text === undefined) {
      issues.push(datasetIssue.absent(listed.name));
      continue;
    }
    const found = await fingerprint(listed.name, text);
    if (found.sha256 !== listed.sha256 || found.bytes !== listed.bytes) {
      issues.push(datasetIssue.changed(listed.name));
    }
  }
  return issues;
}

function parseResponses(
  text: string,
  manifest: DatasetManifest,
  dictionary: DataDictionary,
): Result<Dataset> {
  const file = datasetFileNames.responses;
  const { rows, complaint } = csvRows(text);
  if (complaint !== undefined) return { ok: false, issues: [datasetIssue.notCsv(file, complaint)] };
  const [header = [], ...cells] = rows;
  const names = dictionary.variables.map(({ name }) => name);
  const issues: Issue[] = [];
  if (new Set(names).size !== names.length || header.join("\n") !== names.join("\n")) {
    issues.push(datasetIssue.header(`${file}:1`));
  } else {
    if (cells.length !== manifest.responses) {
      issues.push(datasetIssue.rowCount(file, manifest.responses, cells.length));
    }
    issues.push(...rowIssues(file, dictionary, cells));
  }
  if (issues.length > 0) return { ok: false, issues: limitIssues(issues) };
  const columns = new Map(
    names.map((name, column) => [name, cells.map((row) => row[column] ?? "")] as const),
  );
  return { ok: true, value: { manifest, dictionary, columns }, warnings: [] };
}
