import type { RatingCell } from "@mehrwert/statistics";
import type { LocalizedText } from "@mehrwert/study";
import type { OriginFact } from "../text-table/study-origin.ts";

/** One item of a scale. `isReversed`: high means low; it is turned before anything is computed. */
export type ScaleItem = { item: string; label: LocalizedText; isReversed: boolean };

/** Ratings of the items of one scale, as given; rows[respondent][item]. */
export type ScaleSource = {
  scale: string;
  label: LocalizedText;
  items: ScaleItem[];
  rows: RatingCell[][];
  /** Lowest and highest rating; unknown for a file without `--range` and without reverse-keyed items. */
  range?: [lowest: number, highest: number];
  /** The range is that of the ratings found, since nobody named one. */
  isRangeObserved: boolean;
  /** Fewest rated items for a score, as the instrument says; absent: two thirds, rounded up. */
  minimumItems?: number;
};

/** All scales of a dataset, or the one of a file, with where they come from. */
export type ScalesSource = {
  scales: ScaleSource[];
  title: LocalizedText;
  isSimulated: boolean;
  respondents: number;
  minimumGroupSize?: number;
  origin: OriginFact[];
  /** A file holds one scale; a dataset a list. */
  isFile: boolean;
  notes: LocalizedText[];
};
