import type { LocalizedText } from "@mehrwert/study";

/** One row of a figure. `numeral` stands before the label: the position, unless given otherwise. */
export type FigureItem = { label: LocalizedText; position?: number; numeral?: string };

/** Lower and upper end, in the unit of the value they belong to. */
export type FigureInterval = readonly [lower: number, upper: number];
