import type { Language } from "@mehrwert/study";
import * as Plot from "@observablehq/plot";
import type { ShownRankingTable } from "../ranking/shown-ranking-table.ts";
import {
  axisMarks,
  drawFigure,
  type FigureOptions,
  type FigureParts,
  rowMarks,
} from "./figure-frame.ts";
import { type FigurePalette, printPalette } from "./figure-palette.ts";
import { type FigureRows, figureRows, fontSizePx } from "./figure-rows.ts";
import { numberWriter } from "./number-writer.ts";
import { textWidthPx } from "./wrap-label.ts";

const words = {
  title: {
    de: "Anteile auf Rang 1 und unter den ersten {k} mit 95\u2011%\u2011Intervallen",
    en: "Shares ranked first and among the first {k} with 95% intervals",
  },
  first: { de: "auf Rang 1", en: "ranked first" },
  top: { de: "unter den ersten {k}", en: "among the first {k}" },
  axis: { de: "Anteil der Befragten", en: "Share of respondents" },
  interval: { de: "95\u2011%\u2011Intervall", en: "95% interval" },
  to: { de: "bis", en: "to" },
} as const;

const barPx = 12;
const gapPx = 4;

type Share = {
  value: number;
  low: number;
  high: number;
  text: string;
  y: number;
  isFirst: boolean;
};

function phrase(
  text: { de: string; en: string },
  language: Language,
  table: ShownRankingTable,
): string {
  return text[language].replace("{k}", String(table.topK));
}

/** The figure in words: every driver in order, with both shares and their intervals. */
export function sharesInWords(table: ShownRankingTable, language: Language): string {
  const write = numberWriter(language);
  const share = (value: number | undefined, interval: readonly [number, number] | undefined) =>
    interval === undefined
      ? write.share(value)
      : `${write.share(value)} (${words.interval[language]} ${write.share(interval[0])} ${words.to[language]} ${write.share(interval[1])})`;
  const drivers = table.rows.map(
    (row) =>
      `${row.position === undefined ? "" : `${row.position}. `}${row.label[language]}: ${phrase(words.first, language, table)} ${share(row.firstShare, row.firstShareInterval)}, ${phrase(words.top, language, table)} ${share(row.topShare, row.topShareInterval)}`,
  );
  return `${drivers.join("; ")}.`;
}

function sharesOf(table: ShownRankingTable, layout: FigureRows, language: Language): Share[] {
  const write = numberWriter(language);
  return layout.rows.flatMap((place, index) => {
    const row = table.rows[index];
    if (row === undefined) return [];
    const offset = (barPx + gapPx) / 2;
    return [
      { value: row.firstShare, interval: row.firstShareInterval, y: -offset, isFirst: true },
      { value: row.topShare, interval: row.topShareInterval, y: offset, isFirst: false },
    ].flatMap(({ value, interval, y, isFirst }) => {
      if (value === undefined) return [];
      const [low, high] = interval ?? [value, value];
      return [{ value, low, high, text: write.share(value), y: place.markPx + y, isFirst }];
    });
  });
}

function legendMarks(table: ShownRankingTable, language: Language, colours: FigurePalette) {
  const first = phrase(words.first, language, table);
  const secondPx = 22 + textWidthPx(first, fontSizePx);
  return [
    { dx: 6, fill: colours.strong, text: first },
    { dx: 6 + secondPx, fill: colours.light, text: phrase(words.top, language, table) },
  ].flatMap(({ dx, fill, text }) => {
    const place = { frameAnchor: "top-left", dy: -18 } as const;
    return [
      Plot.dot([0], { ...place, dx, r: 5.5, symbol: "square", fill, stroke: colours.strong }),
      Plot.text([text], { ...place, dx: dx + 10, lineAnchor: "middle", fill: colours.ink }),
    ];
  });
}

function barMarks(shares: Share[], colours: FigurePalette): Plot.Markish[] {
  const bar = {
    x1: 0,
    x2: "value",
    y1: (share: Share) => share.y - barPx / 2,
    y2: (share: Share) => share.y + barPx / 2,
    stroke: colours.strong,
  } as const;
  const interval = { y: "y", x1: "low", x2: "high" } as const;
  return [
    Plot.rect(
      shares.filter((share) => share.isFirst),
      { ...bar, fill: colours.strong },
    ),
    Plot.rect(
      shares.filter((share) => !share.isFirst),
      { ...bar, fill: colours.light },
    ),
    Plot.ruleY(shares, { ...interval, stroke: colours.background, strokeWidth: 3 }),
    Plot.ruleY(shares, { ...interval, stroke: colours.ink, strokeWidth: 1.5 }),
    Plot.text(shares, {
      x: "high",
      y: "y",
      text: "text",
      textAnchor: "start",
      dx: 6,
      fontSize: 12,
      fill: colours.ink,
      fontVariant: "tabular-nums",
    }),
  ];
}

function sharesParts(table: ShownRankingTable, options: FigureOptions): FigureParts {
  const { language, widthPx = 760, palette = printPalette } = options;
  const markHeightPx = 2 * barPx + gapPx;
  const layout = figureRows({ drivers: table.rows, language, widthPx, markHeightPx });
  const shares = sharesOf(table, layout, language);
  const marginRight = 48;
  const most = Math.max(...shares.map((share) => share.high));
  const step = most > 0.5 ? 0.2 : most > 0.2 ? 0.1 : 0.05;
  const ticks = Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
  return {
    id: `shares-figure-${table.question}`,
    title: phrase(words.title, language, table),
    description: sharesInWords(table, language),
    plot: {
      width: widthPx,
      height: layout.heightPx + 34 + 48,
      marginTop: 34,
      marginBottom: 48,
      marginLeft: layout.marginLeftPx,
      marginRight,
      x: { domain: [0, Math.min(1, ticks.at(-1) ?? 1)], axis: null },
      y: { domain: [layout.heightPx, 0], axis: null },
      marks: [
        ...axisMarks({
          ticks,
          format: numberWriter(language).share,
          name: words.axis[language],
          colours: palette,
        }),
        ...rowMarks(layout, palette, marginRight),
        ...legendMarks(table, language, palette),
        ...barMarks(shares, palette),
      ],
    },
  };
}

/**
 * Bars of how often each driver stands in first place and among the first `topK`, with Wilson intervals.
 * Shares show what a mean hides: a driver few people love and most ignore.
 *
 * @returns undefined if nobody placed enough options for a share.
 */
export function sharesFigure(
  table: ShownRankingTable,
  options: FigureOptions,
): Element | undefined {
  const hasShare = table.rows.some(
    (row) => row.firstShare !== undefined || row.topShare !== undefined,
  );
  return hasShare ? drawFigure(sharesParts(table, options), options) : undefined;
}
