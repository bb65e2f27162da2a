import { z } from "zod";
import { codeAssignmentSchema, coderSchema } from "../code-assignment.ts";
import { codeSuggestionSchema } from "../code-suggestion.ts";
import { codebookCodeSchema, codeIdSchema, polaritySchema } from "../codebook/schema.ts";
import { documentIdSchema, excerptSchema } from "../excerpt.ts";
import { languageSchema } from "../localized-text.ts";
import { caseIdSchema, memoSubjectSchema } from "../memo.ts";
import { codingMarkSchema, textAlignmentSchema } from "../text-alignment.ts";

/** Longest text of one memo, value or note. */
const noteSchema = z.string().trim().min(1).max(20_000);
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const versionSchema = z.string().regex(/^\d+\.\d+\.\d+$/);

/** Name of a variable of documents and cases: `group`, `org-size`. */
export const variableNameSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/);

/** What kind of file a version of a transcript came from; never its name, which may be a person's. */
const sourceSchema = z.strictObject({
  format: z.string().min(1).max(20),
  encoding: z.string().min(1).max(40),
});

const transcriptVersionSchema = z.strictObject({
  document: documentIdSchema,
  version: z.number().int().min(1),
  hash: hashSchema,
  /** Code points. */
  length: z.number().int().min(0),
  speakers: z.array(z.string().min(1).max(30)),
  source: sourceSchema,
});

const codePartSchema = codebookCodeSchema.partial().omit({ id: true, parent: true });

/** What one event changes. */
export const codingChangeSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("document-added"),
    transcript: transcriptVersionSchema,
    title: z.string().min(1).max(200).optional(),
    language: languageSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal("document-corrected"),
    transcript: transcriptVersionSchema,
    /** The version that was corrected. Numbers are never used twice, not even after an undo. */
    from: z.number().int().min(1),
    /** Shared stretches of the version before and this one. */
    alignment: textAlignmentSchema,
    /** Where each coding of the version before stands now. */
    carried: z.array(
      z.strictObject({
        coding: z.uuid(),
        start: z.number().int().min(0),
        end: z.number().int().min(1),
        mark: codingMarkSchema,
      }),
    ),
    reason: noteSchema.optional(),
  }),
  z.strictObject({ kind: z.literal("document-removed"), document: documentIdSchema }),
  z.strictObject({
    kind: z.literal("document-variable-set"),
    document: documentIdSchema,
    variable: variableNameSchema,
    value: z.string().max(2000),
  }),
  z.strictObject({
    kind: z.literal("case-changed"),
    case: caseIdSchema,
    /** The documents that belong to it, all of them. */
    documents: z.array(documentIdSchema).optional(),
    /** What the survey calls the same person or organisation; empty: not known. */
    pseudonym: z.string().max(200).optional(),
    variables: z.record(variableNameSchema, z.string().max(2000)).optional(),
  }),
  z.strictObject({ kind: z.literal("case-removed"), case: caseIdSchema }),
  z.strictObject({ kind: z.literal("code-added"), code: codebookCodeSchema }),
  z.strictObject({ kind: z.literal("code-changed"), code: codeIdSchema, set: codePartSchema }),
  z.strictObject({
    kind: z.literal("code-moved"),
    code: codeIdSchema,
    /** The new category; absent: to the top. */
    parent: codeIdSchema.optional(),
    /** Placed before this one; absent: last. */
    before: codeIdSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal("codes-merged"),
    codes: z.array(codeIdSchema).min(1),
    into: codeIdSchema,
    note: noteSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal("code-split"),
    code: codeIdSchema,
    parts: z.array(z.strictObject({ code: codebookCodeSchema, codings: z.array(z.uuid()) })).min(1),
    note: noteSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal("code-removed"),
    code: codeIdSchema,
    note: noteSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal("codebook-versioned"),
    version: versionSchema,
    note: noteSchema.optional(),
  }),
  z.strictObject({ kind: z.literal("coding-added"), coding: codeAssignmentSchema }),
  z.strictObject({
    kind: z.literal("coding-changed"),
    coding: z.uuid(),
    /** A new passage also says that its place was reviewed. */
    excerpt: excerptSchema.optional(),
    code: codeIdSchema.optional(),
    /** Null: no polarity. */
    polarity: polaritySchema.nullable().optional(),
    isQuotation: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("coding-removed"), coding: z.uuid() }),
  /** By a rule or a model; accepting it is a `coding-added` whose origin names it. */
  z.strictObject({ kind: z.literal("suggestion-added"), suggestion: codeSuggestionSchema }),
  z.strictObject({ kind: z.literal("suggestion-rejected"), suggestion: z.uuid() }),
  z.strictObject({
    kind: z.literal("memo-written"),
    memo: z.uuid(),
    about: memoSubjectSchema,
    text: noteSchema,
  }),
  z.strictObject({ kind: z.literal("memo-removed"), memo: z.uuid() }),
  /** What a report on the study must tell and no program can know, by item of the checklist (COREQ). */
  z.strictObject({
    kind: z.literal("record-written"),
    item: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    text: z.string().trim().max(20_000),
  }),
  /** Takes back an event, or all events of a run; to take back an undo is to redo. */
  z.strictObject({ kind: z.literal("undone"), target: z.uuid() }),
  /** The line before this one was cut off by a crash and had not been acknowledged. */
  z.strictObject({ kind: z.literal("recovered") }),
]);
export type CodingChange = z.infer<typeof codingChangeSchema>;

const stamp = {
  /**
   * Place in the order of the whole project: one more than every event its writer had seen. Equal numbers were written
   * without knowledge of each other; they are ordered by person.
   */
  sequence: z.number().int().min(1),
  id: z.uuid(),
  person: coderSchema,
  at: z.iso.datetime(),
  /** Events that count only together: how many there are. */
  run: z.strictObject({ id: z.uuid(), size: z.number().int().min(1) }).optional(),
};

/** A change with who made it and when: one line of a coder's event file. */
export const codingEventSchema = z.strictObject({ ...stamp, change: codingChangeSchema });
export type CodingEvent = z.infer<typeof codingEventSchema>;
