import type { z } from "zod";
import {
  type HandOver,
  type HandOverManifest,
  handedInvitationSchema,
  handedKeysSchema,
  handedReleaseSchema,
  handedResponseSchema,
  handedStudySchema,
  handOverManifestSchema,
  handOverNames,
} from "../hand-over.ts";
import type { Issue, Result } from "../result.ts";
import { contradictions } from "./contradictions.ts";
import { isAsManifested } from "./hand-over-files.ts";
import { handOverIssue, mostIssues } from "./hand-over-issues.ts";

/** Reads single files by name; undefined where there is none. */
export type HandOverSource = { names: string[]; read(name: string): Uint8Array | undefined };

/**
 * Reads a hand-over and holds everything in it against everything else: the manifest's hashes, every shape, whether each
 * response fits the version of the questionnaire it answers. Either all of it is right, or all that is wrong is told.
 */
export async function readHandOver(source: HandOverSource): Promise<Result<HandOver>> {
  const found = parsed(source, handOverNames.manifest, handOverManifestSchema);
  if ("issue" in found) return refused([found.issue]);
  const broken = await brokenFiles(source, found.value);
  if (broken.length > 0) return refused(broken);
  const study = parsed(source, handOverNames.study, handedStudySchema);
  if ("issue" in study) return refused([study.issue]);
  const responses = parsedLines(source, handOverNames.responses, handedResponseSchema);
  const releases = parsedLines(source, handOverNames.releases, handedReleaseSchema);
  const invitations = parsedLines(source, handOverNames.invitations, handedInvitationSchema);
  const keys = source.names.includes(handOverNames.keys)
    ? parsed(source, handOverNames.keys, handedKeysSchema)
    : undefined;
  const issues = [...responses.issues, ...releases.issues, ...invitations.issues];
  if (keys && "issue" in keys) issues.push(keys.issue);
  if (issues.length > 0) return refused(issues);
  const handOver: HandOver = {
    ...study.value,
    definitions: new Map(named(source, /^definitions\/([0-9a-f]{64})\.json$/, text)),
    responses: responses.values,
    releases: releases.values,
    files: new Map(named(source, /^frozen\/([0-9a-f]{64})\.zip$/, (bytes) => bytes)),
    invitations: invitations.values,
    ...(keys && "value" in keys && { keys: keys.value }),
  };
  const wrong = await contradictions(handOver, found.value);
  return wrong.length > 0 ? refused(wrong) : { ok: true, value: handOver, warnings: [] };
}

const refused = (issues: readonly Issue[]) => ({
  ok: false as const,
  issues: issues.slice(0, mostIssues),
});

const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(text(bytes));
  } catch {
    return undefined;
  }
}

function parsed<Schema extends z.ZodType>(
  source: HandOverSource,
  name: string,
  schema: Schema,
): { value: z.infer<Schema> } | { issue: Issue } {
  const bytes = source.read(name);
  if (bytes === undefined)
    return { issue: handOverIssue(name, `In der Datei fehlt ${name}.`, `The file lacks ${name}.`) };
  const result = schema.safeParse(json(bytes));
  if (result.success) return { value: result.data };
  const where = result.error.issues[0]?.path.join("/") ?? "";
  return {
    issue: handOverIssue(
      where === "" ? name : `${name}#/${where}`,
      `${name} ist nicht, was eine übergebene Studie dort stehen hat.`,
      `${name} is not what a study that is handed over has there.`,
    ),
  };
}

function parsedLines<Schema extends z.ZodType>(
  source: HandOverSource,
  name: string,
  schema: Schema,
): { values: z.infer<Schema>[]; issues: Issue[] } {
  const bytes = source.read(name);
  const values: z.infer<Schema>[] = [];
  const issues: Issue[] = [];
  const written =
    bytes === undefined
      ? []
      : text(bytes)
          .split("\n")
          .filter((line) => line !== "");
  for (const [index, line] of written.entries()) {
    const result = schema.safeParse(json(new TextEncoder().encode(line)));
    if (result.success) values.push(result.data);
    else
      issues.push(
        handOverIssue(
          `${name}:${index + 1}`,
          "Diese Zeile ist nicht lesbar.",
          "This line cannot be read.",
        ),
      );
    if (issues.length >= mostIssues) break;
  }
  return { values, issues };
}

function named<Value>(
  source: HandOverSource,
  pattern: RegExp,
  read: (bytes: Uint8Array) => Value,
): [string, Value][] {
  return source.names.flatMap((name): [string, Value][] => {
    const hash = pattern.exec(name)?.[1];
    const bytes = hash === undefined ? undefined : source.read(name);
    return hash === undefined || bytes === undefined ? [] : [[hash, read(bytes)]];
  });
}

/** Files that are missing, changed or not in the manifest. */
async function brokenFiles(
  { names, read }: HandOverSource,
  { files }: HandOverManifest,
): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const file of files) {
    const bytes = names.includes(file.name) ? read(file.name) : undefined;
    if (bytes === undefined || !(await isAsManifested(bytes, file)))
      issues.push(
        handOverIssue(
          file.name,
          "Dieser Teil fehlt oder ist nicht der, dessen Prüfsumme im Verzeichnis steht.",
          "This part is missing, or is not the one whose checksum stands in the manifest.",
        ),
      );
  }
  const known = new Set(["manifest.json", ...files.map(({ name }) => name)]);
  for (const name of names.filter((each) => !known.has(each)))
    issues.push(
      handOverIssue(
        name.slice(0, 80),
        "Dieser Teil steht nicht im Verzeichnis.",
        "This part does not stand in the manifest.",
      ),
    );
  return issues;
}
