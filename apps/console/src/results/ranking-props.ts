import type { ShownRankingTable } from "@mehrwert/analysis";
import type { ResultsReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import type { StudyFrame } from "./live-results.ts";

/** One ranking question of the results page, and what its parts need to show it. */
export type RankingProps = {
  table: ShownRankingTable;
  /** 1 for the first ranking of the page; figures and tables are counted by it. */
  number: number;
  study: ResultsReply["study"];
  /** Undefined until it is known; the page does without. */
  frame: StudyFrame | undefined;
  language: Language;
};
