import * as Plot from "@observablehq/plot";
import type { FigurePalette } from "./figure-palette.ts";
import { fontSizePx, lineHeightPx } from "./figure-rows.ts";
import { textWidthPx, wrapLabel } from "./wrap-label.ts";

/** One entry of a legend: a sign as it is drawn in the figure, and what it means. */
export type LegendEntry = {
  text: string;
  symbol: Plot.SymbolType;
  fill: string;
  fillOpacity?: number;
  stroke: string;
};

const signPx = 16;
const gapPx = 18;

type Placed = LegendEntry & { xPx: number; yPx: number; lines: string[] };

function placed(entries: readonly LegendEntry[], widthPx: number) {
  const places: Placed[] = [];
  let xPx = 0;
  let yPx = 0;
  let lineCount = 1;
  for (const entry of entries) {
    const lines = wrapLabel(entry.text, widthPx - signPx, fontSizePx);
    const needPx = signPx + Math.max(...lines.map((line) => textWidthPx(line, fontSizePx)));
    if (xPx > 0 && xPx + needPx > widthPx) {
      yPx += lineCount * lineHeightPx + 3;
      xPx = 0;
      lineCount = 1;
    }
    places.push({ ...entry, xPx, yPx, lines });
    lineCount = Math.max(lineCount, lines.length);
    xPx += needPx + gapPx;
  }
  return { places, heightPx: yPx + lineCount * lineHeightPx };
}

/**
 * A legend above the plot area, over the plot where one line is enough, else over the whole figure.
 * `abovePx`: room to leave between the legend and the plot.
 */
export function figureLegend(
  entries: readonly LegendEntry[],
  at: { widthPx: number; marginLeftPx: number; abovePx: number; colours: FigurePalette },
): { heightPx: number; marks: Plot.Markish[] } {
  const { widthPx, marginLeftPx, abovePx, colours } = at;
  const overPlot = placed(entries, widthPx - marginLeftPx - 8);
  const isShort = overPlot.heightPx <= lineHeightPx;
  const { places, heightPx } = isShort ? overPlot : placed(entries, widthPx - 8);
  const startPx = isShort ? 6 : 6 - marginLeftPx;
  const marks = places.flatMap(({ xPx, yPx, lines, symbol, fill, fillOpacity = 1, stroke }) => {
    const dx = startPx + xPx;
    const dy = yPx - heightPx - abovePx;
    const frame = { frameAnchor: "top-left" } as const;
    const sign = { ...frame, dx, dy: dy + lineHeightPx / 2, symbol, stroke, r: 5 } as const;
    return [
      Plot.dot([0], { ...sign, fill, fillOpacity }),
      Plot.text([lines.join("\n")], {
        ...frame,
        dx: dx + 10,
        dy: dy + lineHeightPx / 2 - (fontSizePx * 1.3) / 2,
        lineAnchor: "top",
        lineHeight: 1.3,
        textAnchor: "start",
        fill: colours.ink,
      }),
    ];
  });
  return { heightPx: heightPx + abovePx + 4, marks };
}
