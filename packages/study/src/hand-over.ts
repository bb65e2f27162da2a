import { z } from "zod";
import { plannedInformationSchema } from "./field-plan/planned-text.ts";
import { fieldPlanSchema } from "./field-plan.ts";
import { progressFiguresSchema } from "./field-progress.ts";
import { mailingSchema } from "./mailing.ts";
import { studySchema } from "./study.ts";
import { submissionSchema } from "./submission.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.iso.date();
const participant = z.uuid();

/** A response as it is handed over: as given, with what its participant can withdraw it by and, in panels, whose it is. */
export const handedResponseSchema = submissionSchema
  .omit({ credential: true, participationCode: true, visit: true })
  .extend({ participant: participant.optional() });
export type HandedResponse = z.infer<typeof handedResponseSchema>;

/** What lets people in: never of an anonymous study that is over. */
export const handedKeysSchema = z.strictObject({
  codeSecret: hash,
  privateKey: z.string().max(10_000).optional(),
});

/** Somebody who was invited, by the hash of a code; `mark` tells that the code is used, `participant` that it is a panel. */
export const handedInvitationSchema = z.strictObject({
  codeHash: hash,
  recipient: z.string().max(1000).optional(),
  /** Of a panelist the last one invited to by mail, of others the only one the code is good for. */
  wave: studySchema.shape.wave.optional(),
  name: z.string().max(1000).optional(),
  unit: z.string().max(1000).optional(),
  slot: z.number().int().min(0).optional(),
  mark: hash.optional(),
  participant: participant.optional(),
});
export type HandedInvitation = z.infer<typeof handedInvitationSchema>;

/** A frozen dataset: its file, in hexadecimal-named entries of the archive, is kept byte for byte. */
export const handedFrozenSchema = z.strictObject({
  wave: studySchema.shape.wave,
  day,
  softwareVersion: z.string().max(100),
  responses: z.number().int().min(0),
  sha256: hash,
  isKept: z.boolean(),
});

/**
 * What was released of a wave: what readers saw, and what later releases are held against, as whoever releases wrote it.
 * Without it, two installations could be asked for releases whose difference is a single person.
 */
export const handedReleaseSchema = z.strictObject({
  wave: studySchema.shape.wave,
  memory: z.record(z.string(), z.json()),
  results: z.record(z.string(), z.json()),
});
export type HandedRelease = z.infer<typeof handedReleaseSchema>;

/** A round of mails that was sent, and how far a wave had come when it was last shown, day by day. */
const handedRoundSchema = z.strictObject({
  wave: studySchema.shape.wave,
  round: z.number().int().min(0),
  mails: z.number().int().min(0),
  begun: z.number().int().min(0),
  day,
});
const handedProgressSchema = z.strictObject({
  wave: studySchema.shape.wave,
  day,
  figures: progressFiguresSchema,
});

/** What of a study stands in `study.json`. */
export const handedStudySchema = z.strictObject({
  study: studySchema.extend({ informationSheet: plannedInformationSchema }),
  plan: fieldPlanSchema,
  consentTexts: z.record(hash, z.string().max(1_000_000)),
  deletions: z.array(z.strictObject({ responseHash: hash, day })),
  retention: z.array(z.strictObject({ day, responses: z.number().int().min(0) })),
  frozen: z.array(handedFrozenSchema),
  /** Absent where nothing was written for mails. */
  mailing: mailingSchema.optional(),
  rounds: z.array(handedRoundSchema).default([]),
  progress: z.array(handedProgressSchema).default([]),
});
export type HandedStudy = z.infer<typeof handedStudySchema>;

/** A whole study, as one installation hands it to another. */
export type HandOver = HandedStudy & {
  /** Canonical texts of every version that was fielded, by their hash. */
  definitions: ReadonlyMap<string, string>;
  responses: readonly HandedResponse[];
  /** Wave by wave, where anything was released. */
  releases: readonly HandedRelease[];
  /** Files of frozen datasets that are still kept, by SHA-256. */
  files: ReadonlyMap<string, Uint8Array>;
  /** Only where the person who handed it over said so. */
  invitations: readonly HandedInvitation[];
  keys?: z.infer<typeof handedKeysSchema>;
};

/** Whether somebody may still be admitted to a study: it is not over, or a wave is still to come. */
export function mayAdmitMore({ study, plan }: Pick<HandOver, "study" | "plan">): boolean {
  if (study.status === "closed") return plan.waves.length > study.wave;
  return study.status !== "archived";
}

/** The first thing in such a file: what it is, and the size and SHA-256 of everything else in it. */
export const handOverManifestSchema = z.strictObject({
  format: z.literal("mehrwert-study"),
  formatVersion: z.literal(1),
  software: z.strictObject({ name: z.literal("mehrwert"), version: z.string().max(100) }),
  study: studySchema.shape.slug,
  createdOn: day,
  holdsInvitations: z.boolean(),
  holdsKeys: z.boolean(),
  files: z.array(
    z.strictObject({ name: z.string().max(200), bytes: z.number().int().min(0), sha256: hash }),
  ),
});
export type HandOverManifest = z.infer<typeof handOverManifestSchema>;

/** Names of the files; definitions are `definitions/<hash>.json`, frozen datasets `frozen/<sha256>.zip`. */
export const handOverNames = {
  manifest: "manifest.json",
  study: "study.json",
  responses: "responses.jsonl",
  releases: "releases.jsonl",
  invitations: "invitations.jsonl",
  keys: "keys.json",
} as const;
