import type { CarriedCoding } from "@mehrwert/analysis";
import type { ImportedTranscript } from "@mehrwert/import";
import type { Result, StandingAssignment, TextAlignment } from "@mehrwert/study";

/** A transcript's file as it was uploaded. */
export type TranscriptFile = { fileName: string; bytes: Uint8Array<ArrayBuffer> };

/** What a file holds, with what takes long to find out of a long text. */
export type ReadTranscript = ImportedTranscript & {
  hash: string;
  /** In code points. */
  length: number;
  speakers: string[];
};

/** A text and its correction, with the codings that stand in it. */
export type Correction = { before: string; after: string; codings: readonly StandingAssignment[] };

/** Where everything stands in the corrected text. */
export type CarriedCodings = { alignment: TextAlignment; carried: CarriedCoding[] };

/** To the thread, one at a time. */
export type ReadingTask = { read: TranscriptFile } | { carry: Correction };

/** From the thread: once that it can begin, then one for each task. */
export type ReadingReply =
  | { ready: true }
  | { read: Result<ReadTranscript> }
  | { carried: CarriedCodings }
  | { failure: unknown };
