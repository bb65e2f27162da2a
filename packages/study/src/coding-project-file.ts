import { z } from "zod";
import { error } from "./lint-instrument/issue.ts";
import { shapeIssues } from "./parse-instrument/shape.ts";
import type { Result } from "./result.ts";

/** What `project.json` of a coding project says; written once. */
export const codingProjectFileSchema = z.strictObject({
  format: z.literal("mehrwert-coding"),
  formatVersion: z.literal(1),
  id: z.uuid(),
  title: z.string().trim().min(1).max(200),
  createdAt: z.iso.datetime(),
  /** Interviews or codings were made up: every report says so. */
  isSynthetic: z.boolean().optional(),
  /** SHA-256 of the codebook the project began with, as canonical JSON. */
  codebookHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type CodingProjectFile = z.infer<typeof codingProjectFileSchema>;

/** Reads the text of a `project.json`. */
export function readCodingProjectFile(text: string): Result<CodingProjectFile> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return {
      ok: false,
      issues: [
        error(
          "project.json",
          ["Die Datei ist kein gültiges JSON.", "The file is not valid JSON."],
          ["Stellen Sie sie aus einer Sicherung wieder her.", "Restore it from a backup."],
        ),
      ],
    };
  }
  const parsed = codingProjectFileSchema.safeParse(json, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data, warnings: [] };
  const issues = parsed.error.issues.flatMap(shapeIssues);
  return {
    ok: false,
    issues: issues.map((each) => ({ ...each, path: `project.json ${each.path}` })),
  };
}
