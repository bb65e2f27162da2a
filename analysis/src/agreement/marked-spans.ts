import type { Segment } from "@mehrwert/statistics";
import type { OriginFact } from "../text-table/study-origin.ts";

/** A code with the group of codes it belongs to: within a group, a position has one code at most. */
export type SpanCode = { name: string; group: string | undefined };

/** What coders marked in one text: segments with coder and code by their places in the lists. */
export type MarkedSpans = {
  /** Names the data in titles, such as the name of a file. */
  source: string;
  /** Where they come from: a file, or documents and the version of the codebook. */
  origin: OriginFact[];
  /** Length of the text in Unicode code points. */
  length: number;
  /** Whoever is named took part, with or without segments. */
  coders: string[];
  codes: SpanCode[];
  segments: Segment[];
  /** Segments of coders who were not asked for. */
  leftOut: number;
};
