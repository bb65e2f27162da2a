import type { AdmissionMemory } from "../keeping/draft.ts";
import type { ParticipationStart } from "../keeping/participation-start.ts";
import type { Loaded } from "../study-client.ts";
import type { TabStorage } from "../tab-storage.ts";
import type { InformedDecision } from "./decision.ts";

/** What somebody decided or opened on the first page, and what of it there is already. */
export type WayIn = {
  start: ParticipationStart;
  /** Whether this tab has sent answers, and the code to delete them with if it is known. */
  isSent: boolean;
  sentReceipt?: string | undefined;
  /** Absent for those who had begun before. */
  decision?: InformedDecision | undefined;
  /** What lets somebody in who begins now. */
  admission: AdmissionMemory;
  /** Where it is another one than the tab's own. */
  storage?: TabStorage;
  /** The version that was begun, where it is not the one fielded now. */
  loaded?: Loaded;
};
