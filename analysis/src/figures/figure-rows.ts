import type { Language } from "@mehrwert/study";
import type { FigureItem } from "./figure-item.ts";
import { noValue } from "./number-writer.ts";
import { wrapLabel } from "./wrap-label.ts";

/** Size of all text in a figure, and the height of one line of it. */
export const fontSizePx = 13;
export const lineHeightPx = 17;

/** Width below which labels stand above their marks instead of beside them. */
const besideFromPx = 540;

const numeralColumnPx = 26;
const paddingPx = 8;

/** Where one driver's label and marks stand, in pixels from the top of the plot area. */
export type FigureRow = {
  topPx: number;
  bottomPx: number;
  numeral: string;
  lines: string[];
  /** Middle of the label's first line when it stands above, of the whole label when beside. */
  labelPx: number;
  /** Middle of the marks. */
  markPx: number;
};

/** What the layout of a figure depends on. */
export type FigureRowsInput = {
  drivers: readonly FigureItem[];
  language: Language;
  widthPx: number;
  markHeightPx: number;
};

/** The layout of a figure with one row per driver. */
export type FigureRows = {
  rows: FigureRow[];
  isBeside: boolean;
  /** Left edge of labels, measured from the figure's left edge. */
  labelStartPx: number;
  marginLeftPx: number;
  heightPx: number;
};

/**
 * Lays out one row per driver. Rows grow with their labels, so that no label is ever cut.
 * Wide figures put labels beside the marks, narrow ones (telephones) above them.
 */
export function figureRows(input: FigureRowsInput): FigureRows {
  const { drivers, language, widthPx, markHeightPx } = input;
  const isBeside = widthPx >= besideFromPx;
  const labelWidthPx = isBeside ? Math.min(230, widthPx * 0.34) : widthPx - numeralColumnPx - 64;
  const rows: FigureRow[] = [];
  let topPx = 0;
  for (const driver of drivers) {
    const lines = wrapLabel(driver.label[language], labelWidthPx, fontSizePx);
    const labelHeightPx = lines.length * lineHeightPx;
    const contentPx = isBeside
      ? Math.max(labelHeightPx, markHeightPx)
      : labelHeightPx + markHeightPx + 4;
    const bottomPx = topPx + contentPx + 2 * paddingPx;
    rows.push({
      topPx,
      bottomPx,
      numeral: driver.numeral ?? String(driver.position ?? noValue),
      lines,
      labelPx: isBeside ? (topPx + bottomPx) / 2 : topPx + paddingPx + lineHeightPx / 2,
      markPx: isBeside ? (topPx + bottomPx) / 2 : bottomPx - paddingPx - markHeightPx / 2,
    });
    topPx = bottomPx;
  }
  return {
    rows,
    isBeside,
    labelStartPx: numeralColumnPx,
    marginLeftPx: isBeside ? numeralColumnPx + labelWidthPx + 16 : numeralColumnPx,
    heightPx: topPx,
  };
}
