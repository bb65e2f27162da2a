import type { LocalizedText } from "../localized-text.ts";

/** `done`: nothing to do. `missing`: nothing can be opened before it is mended. `look`: worth a look, holds nothing up. */
export type ChecklistState = "done" | "missing" | "look";

/** One thing that stands between a study and the field, or does no longer. */
export type ChecklistItem = {
  id: string;
  state: ChecklistState;
  /** What it is about. */
  title: LocalizedText;
  /** How things are, one sentence. */
  message: LocalizedText;
  /** What to do, one sentence; absent where nothing is to be done. */
  advice?: LocalizedText;
  /** What of the plan it is about: a JSON pointer, where it is one place. */
  path?: string;
};

/** How far a study was tried out: test answers that came to the end, and comments nobody has settled yet. */
export type PilotState = { testers: number; openComments: number };
