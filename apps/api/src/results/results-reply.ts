import type { ShownRankingTable } from "@mehrwert/analysis";
import type { ShownBase, ShownMean, ShownShare } from "@mehrwert/privacy";
import type { LocalizedText, Study } from "@mehrwert/study";

/** One answer of a question, and how it reads. */
export type AnswerText = { code: string; label: LocalizedText };

/** Answers of everybody or of one group: a share for each row of the table, null where it is hidden. */
export type SharesColumn = {
  /** Codes of the group; several are hidden ones, shown together. Empty: everybody. */
  categories: string[];
  base: ShownBase;
  shares: (ShownShare | null)[];
  mean?: ShownMean;
};

/** Shares as released. `rows`: codes of the answers; several are hidden ones, shown together. `release`: of when it is. */
export type SharesTable = {
  release: number;
  rows: string[][];
  columns: SharesColumn[];
  notes: LocalizedText[];
};

/** One item: its answers as far as they may be shown; without `table` only why not. */
export type ItemResults = {
  id: string;
  label: LocalizedText;
  type: "rating" | "single" | "selected";
  answers: AnswerText[];
  table?: SharesTable;
  notes: LocalizedText[];
};

/** The items of one question, in the order of the instrument. */
export type QuestionResults = { question: string; text: LocalizedText; items: ItemResults[] };

/** Mean of a scale, made of the shown means of its items; absent where one of those is not shown. */
export type ScaleResults = {
  id: string;
  label: LocalizedText;
  /** How many items it is made of. */
  items: number;
  /** Ends of the response scale. */
  range: [low: number, high: number];
  /** Of everybody first, then of each group. `n`: fewest who answered one of the items. */
  means: { categories: string[]; mean?: number; within?: number; n?: ShownBase }[];
};

/** Groups by which results may be broken down. */
export type GroupingResults = {
  id: string;
  label: LocalizedText;
  categories: AnswerText[];
  groups: { categories: string[]; size: ShownBase }[];
  notes: LocalizedText[];
};

/** Results by the groups of one variable, by item. */
export type GroupedResults = {
  grouping: string;
  items: { id: string; table?: SharesTable; notes: LocalizedText[] }[];
  scales: ScaleResults[];
};

/** Open answers to one question: shuffled, of everybody together. */
export type OpenQuestion = {
  id: string;
  text: LocalizedText;
  texts: readonly string[];
  notes: LocalizedText[];
};

/** Everything that was released of a wave and that readers may see, as it is kept. */
export type ReleasedResults = {
  release: number;
  responses?: ShownBase;
  rankings: ShownRankingTable[];
  questions: QuestionResults[];
  scales: ScaleResults[];
  groupings: GroupingResults[];
  grouped: GroupedResults[];
  openAnswers: OpenQuestion[];
  notes: LocalizedText[];
};

/** What the results page shows of a wave at first. Groups and open answers are asked for apart. */
export type ResultsReply = {
  /** As the wave sees it that these are the results of: see `ofWave`. */
  study: Pick<Study, "slug" | "title" | "isSimulated" | "wave" | "status" | "minimumGroupSize">;
  /** How many answered, as of the release; before the first only the size class. */
  responses: { count: number; isRounded: boolean } | { sizeClass: LocalizedText };
  /** How far the first release is, while it is being computed. */
  computing?: { done: number; total: number };
} & Omit<ReleasedResults, "responses" | "grouped" | "openAnswers">;
