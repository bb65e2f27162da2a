import { type CodePointIndex, codePointIndex } from "./code-points.ts";
import { documentIdSchema } from "./excerpt.ts";
import { textHash } from "./text-hash.ts";
import { type SpeakerTurn, speakerTurns } from "./transcript/speaker-turns.ts";
import { lineStarts } from "./transcript/text-lines.ts";

export { documentIdSchema } from "./excerpt.ts";
export { foundSpeakers, type SpeakerTurn, speakerTurns } from "./transcript/speaker-turns.ts";
export { lineOf, lineStarts } from "./transcript/text-lines.ts";

/**
 * One version of an interview's text, which never changes: a correction is a new version. The text is kept as it was
 * imported, with LF between lines and without a byte-order mark, and is never normalised.
 */
export type Transcript = {
  document: string;
  /** From 1. */
  version: number;
  text: string;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  hash: string;
  /** What stands before the colon where a turn begins: `I`, `E1`. */
  speakers: string[];
  /** In the order of the text; positions in code points. */
  turns: SpeakerTurn[];
  /** Where each line begins, in code points; line 1 is the first. */
  lines: number[];
  /** Positions in code points and UTF-16 units. */
  positions: CodePointIndex;
};

/**
 * A transcript with its structure, from what is stored.
 *
 * @throws RangeError if the name is no name of a document or the version is below 1
 */
export async function transcriptOf(stored: {
  document: string;
  version: number;
  text: string;
  speakers: readonly string[];
}): Promise<Transcript> {
  const { document, version, text, speakers } = stored;
  if (!documentIdSchema.safeParse(document).success) {
    throw new RangeError(`transcriptOf: ${document} is no name of a document`);
  }
  if (!Number.isInteger(version) || version < 1) {
    throw new RangeError(`transcriptOf requires a version from 1, not ${version}`);
  }
  return {
    ...{ document, version, text },
    hash: await textHash(text),
    speakers: [...speakers],
    turns: speakerTurns(text, speakers),
    lines: lineStarts(text),
    positions: codePointIndex(text),
  };
}
