import { z } from "zod";
import { coderSchema, codingOriginSchema } from "./code-assignment.ts";
import { codebookCodeSchema, codebookSchema, polaritySchema } from "./codebook/schema.ts";
import { codingProjectFileSchema } from "./coding-project-file.ts";
import { documentIdSchema } from "./excerpt.ts";
import { error } from "./lint-instrument/issue.ts";
import { languageSchema } from "./localized-text.ts";
import { shapeIssues } from "./parse-instrument/shape.ts";
import type { Result } from "./result.ts";

/** In small letters and without braces, as two can be compared. */
const guidSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

/**
 * What another program called the parts of a project that came from a REFI-QDA file, so that an export calls them so
 * again: `exchange.json` of a coding project, written once. Keys name a part: `code:V1`, `document:E1`, `user:anna`,
 * `case:A`, `variable:sector`, `passage:E1:10-20`, `coding:…`, `memo:…`.
 */
export const exchangeRecordSchema = z.strictObject({
  format: z.literal("mehrwert-exchange-record"),
  formatVersion: z.literal(1),
  guids: z.record(z.string(), guidSchema),
  /** Where the name here had to be another: of users, cases and variables. */
  names: z.record(z.string(), z.string()),
  /** Types of variables by key, in the order of the file. */
  types: z.record(z.string(), z.enum(["Text", "Boolean", "Integer", "Float", "Date", "DateTime"])),
});
export type ExchangeRecord = z.infer<typeof exchangeRecordSchema>;

/** An empty record: that of a project which began here. */
export const noExchangeRecord: ExchangeRecord = {
  format: "mehrwert-exchange-record",
  formatVersion: 1,
  guids: {},
  names: {},
  types: {},
};

/** Reads the text of an `exchange.json`. */
export function readExchangeRecord(text: string): Result<ExchangeRecord> {
  return readJson(text, exchangeRecordSchema, "exchange.json");
}

const stamp = { person: coderSchema, at: z.iso.datetime() };

/**
 * What REFI-QDA cannot carry of a project: the file beside an exported archive. Parts are named by the GUID they have in
 * the archive. `history` is the whole record of the project, kept for the reader and not read in again.
 */
export const nativeExchangeSchema = z.strictObject({
  format: z.literal("mehrwert-coding-native"),
  formatVersion: z.literal(1),
  project: codingProjectFileSchema.omit({ codebookHash: true }),
  /** Language that names and descriptions of codes were exported in. */
  language: languageSchema,
  /** All of the codebook but its codes. */
  codebook: codebookSchema.omit({ codes: true, $schema: true }),
  codes: z.record(guidSchema, codebookCodeSchema),
  users: z.record(guidSchema, coderSchema),
  documents: z.record(
    guidSchema,
    z.strictObject({
      id: documentIdSchema,
      title: z.string().min(1).max(200).optional(),
      language: languageSchema.optional(),
      speakers: z.array(z.string().min(1).max(30)),
      source: z.strictObject({
        format: z.string().min(1).max(20),
        encoding: z.string().min(1).max(40),
      }),
    }),
  ),
  cases: z.record(guidSchema, documentIdSchema),
  codings: z.record(
    guidSchema,
    z.strictObject({
      polarity: polaritySchema.optional(),
      isQuotation: z.boolean().optional(),
      origin: codingOriginSchema,
    }),
  ),
  records: z.array(z.strictObject({ item: z.string(), text: z.string(), ...stamp })),
  history: z.unknown(),
});
export type NativeExchange = z.infer<typeof nativeExchangeSchema>;

/** Reads the text of a native file. */
export function readNativeExchange(text: string, file: string): Result<NativeExchange> {
  return readJson(text, nativeExchangeSchema, file);
}

function readJson<T>(text: string, schema: z.ZodType<T>, file: string): Result<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return {
      ok: false,
      issues: [
        error(
          file,
          ["Die Datei ist kein gültiges JSON.", "The file is not valid JSON."],
          ["Stellen Sie sie aus einer Sicherung wieder her.", "Restore it from a backup."],
        ),
      ],
    };
  }
  const parsed = schema.safeParse(json, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data, warnings: [] };
  const issues = parsed.error.issues.flatMap(shapeIssues);
  return { ok: false, issues: issues.map((each) => ({ ...each, path: `${file} ${each.path}` })) };
}
