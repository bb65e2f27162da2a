import type { Language, LocalizedText } from "@mehrwert/study";
import * as Plot from "@observablehq/plot";
import { drawFigure, type FigureOptions, type FigureParts } from "./figure-frame.ts";
import { figureNotes } from "./figure-notes.ts";
import { type FigurePalette, printPalette } from "./figure-palette.ts";
import { fontSizePx, lineHeightPx } from "./figure-rows.ts";
import { numberWriter } from "./number-writer.ts";
import { spreadPlaces } from "./spread-places.ts";
import { textWidthPx } from "./wrap-label.ts";

/** Something to be found, and the share of simulated studies of each size that found it; sizes ascend. */
export type PowerLine = {
  /** Short name at the end of the line, explained below the figure by `label`. */
  mark: string;
  label: LocalizedText;
  points: readonly { n: number; share: number }[];
};

/** How the chance to find something grows with the number of respondents. */
export type PowerData = {
  /** Unique in a page. */
  id: string;
  title: LocalizedText;
  /** The share one wants to reach, drawn as a dashed line. */
  target: number;
  lines: readonly PowerLine[];
};

const words = {
  x: { de: "Befragte", en: "Respondents" },
  y: { de: "Anteil der nachgestellten Befragungen", en: "Share of re-enacted surveys" },
  target: { de: "Ziel", en: "target" },
} as const;

const leastHeightPx = 300;
const leftPx = 52;

/** The figure in words: every line with its share at every size. */
export function powerInWords(data: PowerData, language: Language): string {
  const write = numberWriter(language);
  const lines = data.lines.map(({ mark, label, points }) => {
    const shares = points.map(({ n, share }) => `n = ${write.count(n)}: ${write.share(share)}`);
    return `${mark} ${label[language]}: ${shares.join(", ")}`;
  });
  return `${words.y[language]}. ${lines.join("; ")}. ${words.target[language]}: ${write.share(data.target)}.`;
}

type Side = { sizes: number[]; plotPx: number };

/** Sizes usually double, so they are spaced by their logarithms; a label that has no room is left out. */
function shownTicks({ sizes, plotPx }: Side, language: Language): number[] {
  const [first, last] = [Math.log(sizes[0] ?? 1), Math.log(sizes.at(-1) ?? 1)];
  let freePx = -Infinity;
  return sizes.filter((n) => {
    const half = textWidthPx(numberWriter(language).count(n), 12) / 2 + 3;
    const atPx = last > first ? ((Math.log(n) - first) / (last - first)) * plotPx : plotPx / 2;
    if (atPx - half < freePx) return false;
    freePx = atPx + half;
    return true;
  });
}

function axes({ data, side, language, colours }: Frame): Plot.Markish[] {
  const write = numberWriter(language);
  const tick = { tickSize: 0, tickPadding: 8, label: null, color: colours.muted, fontSize: 12 };
  const shares = [0, 0.2, 0.4, 0.6, 0.8, 1];
  return [
    Plot.gridY(shares, { stroke: colours.hairline, strokeOpacity: 1 }),
    Plot.axisY(shares, { ...tick, anchor: "left", tickFormat: write.share }),
    Plot.axisX(shownTicks(side, language).map(Math.log), {
      ...{ ...tick, anchor: "bottom", tickFormat: (x) => write.count(Math.round(Math.exp(x))) },
    }),
    Plot.ruleY([data.target], { stroke: colours.ink, strokeDasharray: "5 4" }),
    Plot.text([`${words.target[language]}: ${write.share(data.target)}`], {
      ...{ y: () => data.target, frameAnchor: "left", textAnchor: "start", dx: 4, dy: -9 },
      ...{ fill: colours.ink, fontSize: 12, stroke: colours.background, strokeWidth: 4 },
    }),
    Plot.text([words.x[language]], {
      ...{ frameAnchor: "bottom-right", textAnchor: "end", lineAnchor: "bottom", dy: 41 },
      ...{ fill: colours.muted, fontSize: 12 },
    }),
    Plot.text([words.y[language]], {
      ...{
        frameAnchor: "top-left",
        textAnchor: "start",
        lineAnchor: "top",
        dy: -22,
        dx: 6 - leftPx,
      },
      ...{ fill: colours.muted, fontSize: 12 },
    }),
  ];
}

type Frame = {
  data: PowerData;
  side: Side;
  heightPx: number;
  language: Language;
  colours: FigurePalette;
};

/** Each line ends in its mark; marks that would overlap move apart, and a thin line leads to them. */
function lineMarks({ data, colours, heightPx }: Frame): Plot.Markish[] {
  const ends = data.lines.map(({ points }) => (1 - (points.at(-1)?.share ?? 0)) * heightPx);
  const places = spreadPlaces(ends, { gap: lineHeightPx, most: heightPx });
  return data.lines.flatMap(({ mark, points }, line) => {
    const last = points.slice(-1);
    const at = { x: ({ n }: { n: number }) => Math.log(n), y: "share" } as const;
    const end = ends[line] ?? 0;
    const dy = (places[line] ?? end) - end;
    return [
      Plot.line(points, { ...at, stroke: colours.strong, strokeWidth: 1.75 }),
      Plot.dot(points, { ...at, r: 3.5, fill: colours.strong }),
      Plot.text(last, {
        ...{ ...at, text: () => mark, textAnchor: "start", dx: 11, dy },
        ...{ fill: colours.ink, fontWeight: 600 },
      }),
    ];
  });
}

function powerParts(data: PowerData, options: FigureOptions): FigureParts {
  const { language, widthPx = 760, palette: colours = printPalette } = options;
  const sizes = [...new Set(data.lines.flatMap(({ points }) => points.map(({ n }) => n)))].sort(
    (a, b) => a - b,
  );
  const marksPx = Math.max(...data.lines.map(({ mark }) => textWidthPx(mark, fontSizePx)));
  const marginRight = Math.ceil(marksPx) + 16;
  const side = { sizes, plotPx: widthPx - leftPx - marginRight };
  const heightPx = Math.max(leastHeightPx, data.lines.length * lineHeightPx);
  const frame: Frame = { data, side, heightPx, language, colours };
  const explained = data.lines.map(({ mark, label }) => `${mark}: ${label[language]}`);
  const notes = figureNotes(explained, {
    ...{ widthPx: widthPx - 12, belowPx: 50, leftPx: 6 - leftPx, colours },
  });
  const [least = 0, most = 1] = [sizes[0], sizes.at(-1)];
  const marginBottom = 54 + notes.heightPx;
  return {
    id: `power-figure-${data.id}`,
    title: data.title[language],
    description: powerInWords(data, language),
    plot: {
      width: widthPx,
      height: heightPx + 34 + marginBottom,
      ...{ marginTop: 34, marginBottom, marginLeft: leftPx, marginRight },
      x: {
        domain: sizes.length > 1 ? [least, most].map(Math.log) : [0, 2 * Math.log(most)],
        axis: null,
      },
      y: { domain: [0, 1], axis: null },
      marks: [...axes(frame), ...lineMarks(frame), ...notes.marks],
    },
  };
}

/**
 * Lines of the share of simulated studies that find something, over the number of respondents.
 * Every line bears its own mark at its end, so that nobody has to tell colours apart.
 *
 * @returns undefined if there is no line
 */
export function powerFigure(data: PowerData, options: FigureOptions): Element | undefined {
  return data.lines.length === 0 ? undefined : drawFigure(powerParts(data, options), options);
}
