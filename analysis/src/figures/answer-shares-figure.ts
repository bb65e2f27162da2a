import * as Plot from "@observablehq/plot";
import {
  axisMarks,
  drawFigure,
  type FigureOptions,
  type FigureParts,
  rowMarks,
} from "./figure-frame.ts";
import { printPalette } from "./figure-palette.ts";
import { figureRows } from "./figure-rows.ts";
import { numberWriter } from "./number-writer.ts";
import type { ReleasedShares } from "./released-shares.ts";
import { releasedSharesInWords } from "./stacked-shares-figure.ts";

const barPx = 16;

function answerParts(data: ReleasedShares, options: FigureOptions): FigureParts {
  const { language, widthPx = 760, palette: colours = printPalette } = options;
  const drivers = data.answers.map(({ label }) => ({ numeral: "", label }));
  const layout = figureRows({ drivers, language, widthPx, markHeightPx: barPx });
  const { marginLeftPx: marginLeft } = layout;
  const marginRight = 56;
  const write = numberWriter(language);
  const shares = data.shares[0] ?? [];
  const bars = layout.rows.map(({ markPx }, answer) => {
    const share = shares[answer] ?? null;
    const text =
      share === null ? { de: "nicht gezeigt", en: "not shown" }[language] : write.share(share);
    return { y: markPx, share: share ?? 0, text };
  });
  const highest = Math.max(0.25, ...bars.map(({ share }) => share));
  const step = highest > 0.5 ? 0.25 : 0.1;
  const edge = Math.min(1, step * Math.ceil(highest / step));
  const ticks = Array.from({ length: Math.round(edge / step) + 1 }, (_, index) => index * step);
  return {
    id: `shares-figure-${data.id}`,
    title: data.title[language],
    description: releasedSharesInWords(data, language),
    plot: {
      width: widthPx,
      height: layout.heightPx + 40,
      ...{ marginTop: 6, marginBottom: 34, marginLeft, marginRight },
      x: { domain: [0, edge], axis: null },
      y: { domain: [layout.heightPx, 0], axis: null },
      marks: [
        ...axisMarks({ ticks, format: (tick) => write.share(tick), name: "", colours }),
        ...rowMarks(layout, colours, marginRight),
        Plot.rect(bars, {
          ...{ x1: 0, x2: "share", fill: colours.strong },
          y1: (bar: { y: number }) => bar.y - barPx / 2,
          y2: (bar: { y: number }) => bar.y + barPx / 2,
        }),
        Plot.text(bars, {
          ...{ x: "share", y: "y", text: "text", textAnchor: "start", dx: 6, fontSize: 12 },
          ...{ fill: colours.ink, fontVariant: "tabular-nums" },
          ...{ stroke: colours.background, strokeWidth: 4 },
        }),
      ],
    },
  };
}

/**
 * One bar for each answer to one question, by everybody: shares[0].
 *
 * @returns undefined without any share
 */
export function answerSharesFigure(
  data: ReleasedShares,
  options: FigureOptions,
): Element | undefined {
  const shares = data.shares[0] ?? [];
  return shares.every((share) => share === null)
    ? undefined
    : drawFigure(answerParts(data, options), options);
}
