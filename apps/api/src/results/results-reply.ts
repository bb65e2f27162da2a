import type { ShownRankingTable } from "@mehrwert/analysis";
import type { LocalizedText, Study } from "@mehrwert/study";

/** What the results page shows of a study: how many answered, and the table of every ranking question. */
export type ResultsReply = {
  study: Pick<Study, "slug" | "title" | "isSimulated" | "status" | "minimumGroupSize">;
  /** The number of responses; for a group below the minimum only its size class. */
  responses: { count: number } | { sizeClass: LocalizedText };
  /** Only what rests on at least `minimumGroupSize` people; empty for a smaller group. */
  rankings: ShownRankingTable[];
};
