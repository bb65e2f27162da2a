import type { Language } from "@mehrwert/study";

/** A table of a report: cells are written already, in the language of the report. */
export type ReportTable = {
  caption: string;
  columns: ReportColumn[];
  lines: string[][];
};

/** One column of a report's table. */
export type ReportColumn = {
  label: string;
  align: "left" | "right";
  /** A narrow terminal leaves this column out; every other format shows it. */
  isDetail?: boolean;
};

/** A figure of a report, drawn only by the formats that show figures. */
export type ReportFigure = {
  caption: string;
  /** Undefined where the data leave nothing to draw. */
  draw: (options: {
    document: Document;
    language: Language;
    isSimulated: boolean;
    widthPx?: number;
  }) => Element | undefined;
};

/** One result with its sentences, figures, and the tables that hold their numbers. */
export type ReportSection = {
  heading: string;
  /** For readers without statistics, the most important first. */
  sentences: string[];
  tables: ReportTable[];
  figures: ReportFigure[];
};

/** Everything a report says, in one language; the formats only lay it out. */
export type Report = {
  language: Language;
  title: string;
  /** Every format then marks the data as simulated, before any number; `warnings` need not repeat it. */
  isSimulated: boolean;
  /** What else must be read before the numbers, for instance too few people to publish. */
  warnings: string[];
  /** Where the numbers come from: study, questionnaire, counts, software version. */
  facts: { label: string; value: string }[];
  sections: ReportSection[];
  /** How it was computed, with seed and number of draws. */
  method: string[];
  /** What belongs to the numbers: who is counted where, what is missing. */
  notes: string[];
  /** What could be wrong although every number is right. */
  assumptions: string[];
};
