import { z } from "zod";
import { languages } from "./language.ts";
import { languageSchema, localizedTextSchema } from "./localized-text.ts";
import { codeSchema, identifierSchema } from "./question/parts.ts";

/** What a participant is told before consenting; every field is required, none has a default. */
export const informationSheetSchema = z.strictObject({
  responsible: localizedTextSchema,
  dataProtectionContact: localizedTextSchema,
  purpose: localizedTextSchema,
  content: localizedTextSchema,
  voluntary: localizedTextSchema,
  anonymity: localizedTextSchema,
  technicalStorage: localizedTextSchema,
  legalBasis: localizedTextSchema,
  recipients: localizedTextSchema,
  storagePeriod: localizedTextSchema,
  rights: localizedTextSchema,
  complaint: localizedTextSchema,
  smallGroups: localizedTextSchema,
  quotations: localizedTextSchema,
  staffCouncil: localizedTextSchema,
});
export type InformationSheet = z.infer<typeof informationSheetSchema>;

/**
 * How people take part, and what can be told about them; fixed from the first invitation or response on.
 *
 * `open`: whoever has the link; nothing tells who it was. `anonymous`: who was invited, once each; nobody can tell whose
 * answers are whose. `pseudonymous`: a self-generated code links one person's answers over waves. `confidential`: by
 * personal invitation; the answers are kept under the invited person's pseudonym (panels, interviews).
 */
export const studyModeSchema = z.enum(["open", "anonymous", "pseudonymous", "confidential"]);
export type StudyMode = z.infer<typeof studyModeSchema>;

/**
 * Where a study is on its way. `planned`: nobody can take part yet, texts may still be empty. `fielding`: open to all who
 * may take part. `finishing`: who has begun may finish until `lastDay`. `closed`: nobody. `archived`: nothing changes any
 * more, and who was invited is forgotten.
 */
export const studyStatusSchema = z.enum(["planned", "fielding", "finishing", "closed", "archived"]);
export type StudyStatus = z.infer<typeof studyStatusSchema>;

/** The public key of a study's credentials: SubjectPublicKeyInfo in base64url, and its SHA-256 for people to compare. */
export const credentialKeySchema = z.strictObject({
  spki: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(2000),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
});

/** How many days people may finish what they began, where the study says nothing else. */
export const defaultFinishingDays = 7;

/** An investigation: one instrument version put to one group of people, in one or more waves. */
export const studySchema = z.strictObject({
  slug: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  title: localizedTextSchema,
  instrumentSlug: z.string(),
  instrumentVersion: z.string(),
  definitionHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Versions fielded before; whoever began with one of them finishes with it. */
  earlierVersions: z
    .array(
      z.strictObject({
        instrumentVersion: z.string(),
        definitionHash: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .optional(),
  /** What the study fixes: the code of each `assigned` question with `by: "study"`, by name. */
  assigned: z.record(identifierSchema, codeSchema).optional(),
  /** Random salt of the self-generated codes, 32 hexadecimal digits; the same in all waves. */
  codeSalt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  wave: z.number().int().min(1).max(999),
  mode: studyModeSchema,
  /** Present where each participant needs a credential: always in `anonymous` studies, at will in `pseudonymous` ones. */
  credentialKey: credentialKeySchema.optional(),
  status: studyStatusSchema,
  /** Last day of `finishing`, `YYYY-MM-DD`; on the next the study is closed. */
  lastDay: z.iso.date().optional(),
  /** How many days `finishing` takes; participants are told. Absent: `defaultFinishingDays`. */
  finishingDays: z.number().int().min(0).max(60).optional(),
  /** The languages participants can read and answer in. Absent: all there are. */
  languages: z.array(languageSchema).min(1).max(languages.length).optional(),
  /** True when the study began with simulated respondents; every page, table and file then says so. */
  isSimulated: z.boolean(),
  /** Groups with fewer responses show nothing but their size class. At least 5. */
  minimumGroupSize: z.number().int().min(5).max(1000),
  /** Variables by whose answers results may be broken down, single choices, by name; absent: none. */
  groupedBy: z.array(identifierSchema).max(5).optional(),
  /** Last day on which responses are kept, `YYYY-MM-DD`; on the next they are deleted and the study is closed. */
  retentionDate: z.iso.date().optional(),
  informationSheet: informationSheetSchema,
});
export type Study = z.infer<typeof studySchema>;
