import * as Plot from "@observablehq/plot";
import type { FigurePalette } from "./figure-palette.ts";
import { wrapLabel } from "./wrap-label.ts";

const noteSizePx = 12;
const noteLinePx = 16;

/** Sentences below a figure, and the room they take. */
export type FigureNotes = { heightPx: number; marks: Plot.Markish[] };

/**
 * Sets sentences below the plot area, each on lines of its own and none of them cut.
 * `leftPx`: where they begin, from the left edge of the plot area.
 */
export function figureNotes(
  texts: readonly string[],
  place: { widthPx: number; belowPx: number; colours: FigurePalette; leftPx?: number },
): FigureNotes {
  const { widthPx, belowPx, colours, leftPx = 0 } = place;
  const lines = texts.flatMap((text) => wrapLabel(text, widthPx, noteSizePx));
  const marks = lines.map((line, index) =>
    Plot.text([line], {
      frameAnchor: "bottom-left",
      dx: leftPx,
      dy: belowPx + (index + 0.5) * noteLinePx,
      textAnchor: "start",
      lineAnchor: "middle",
      fill: colours.muted,
      fontSize: noteSizePx,
    }),
  );
  return { heightPx: lines.length * noteLinePx, marks };
}
