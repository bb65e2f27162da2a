import type { Language } from "@mehrwert/study";
import * as Plot from "@observablehq/plot";
import { drawFigure, type FigureOptions, type FigureParts, rowMarks } from "./figure-frame.ts";
import type { FigureItem } from "./figure-item.ts";
import { figureNotes } from "./figure-notes.ts";
import { type FigurePalette, printPalette } from "./figure-palette.ts";
import { figureRows } from "./figure-rows.ts";
import { numberWriter } from "./number-writer.ts";

/** How often each item got each rank: counts[item][rank − 1]. `unranked[item]`: respondents who gave it none. */
export type RankDistributionData = {
  /** Unique in a page. */
  id: string;
  items: readonly FigureItem[];
  counts: readonly (readonly number[])[];
  unranked?: readonly number[];
};

const words = {
  title: { de: "Verteilung der Ränge", en: "Distribution of ranks" },
  rank: { de: "Rang", en: "Rank" },
  none: { de: "ohne Rang", en: "not ranked" },
  noneShort: { de: "ohne", en: "none" },
  note: {
    de: "Anteil der Befragten, die diesen Rang gaben, in Prozent.",
    en: "Share of respondents who gave this rank, in per cent.",
  },
} as const;

const barsPx = 38;
const textPx = 16;

type Bar = { column: number; base: number; share: number; text: string; isRank: boolean };

const isNoneShown = ({ unranked }: RankDistributionData) =>
  unranked?.some((count) => count > 0) ?? false;

/** Counts of one item, the unranked last if there are any. */
function countsOf(data: RankDistributionData, item: number): number[] {
  const counts = [...(data.counts[item] ?? [])];
  return isNoneShown(data) ? [...counts, data.unranked?.[item] ?? 0] : counts;
}

/** The figure in words: for every item the share of every rank. */
export function rankDistributionInWords(data: RankDistributionData, language: Language): string {
  const write = numberWriter(language);
  const items = data.items.map(({ label, position }, item) => {
    const counts = countsOf(data, item);
    const n = counts.reduce((sum, count) => sum + count, 0);
    const ranks = (data.counts[item] ?? []).length;
    const shares = counts.map((count, index) => {
      const name = index < ranks ? `${words.rank[language]} ${index + 1}` : words.none[language];
      return `${name} ${write.share(n === 0 ? undefined : count / n)}`;
    });
    return `${position === undefined ? "" : `${position}. `}${label[language]} (n = ${write.count(n)}): ${shares.join(", ")}`;
  });
  return `${items.join("; ")}.`;
}

function barsOf(data: RankDistributionData, item: number, base: number): Bar[] {
  const counts = countsOf(data, item);
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return [];
  const ranks = (data.counts[item] ?? []).length;
  return counts.map((count, column) => {
    const share = count / n;
    const text = count === 0 ? "" : share < 0.005 ? "<1" : String(Math.round(share * 100));
    return { column, base, share, text, isRank: column < ranks };
  });
}

function barMarks(bars: Bar[], most: number, hasText: boolean, colours: FigurePalette) {
  const top = (bar: Bar) => bar.base - (bar.share / most) * barsPx;
  const box = {
    x1: (bar: Bar) => bar.column + 0.12,
    x2: (bar: Bar) => bar.column + 0.88,
    y1: top,
    y2: "base",
    stroke: colours.strong,
  } as const;
  const isRank = (bar: Bar) => bar.isRank;
  return [
    Plot.rect(bars.filter(isRank), { ...box, fill: colours.strong }),
    Plot.rect(
      bars.filter((bar) => !isRank(bar)),
      { ...box, fill: colours.background, stroke: colours.muted, strokeDasharray: "2 2" },
    ),
    Plot.ruleY(bars, {
      y: "base",
      x1: "column",
      x2: (bar: Bar) => bar.column + 1,
      stroke: colours.muted,
    }),
    Plot.text(hasText ? bars : [], {
      x: (bar: Bar) => bar.column + 0.5,
      y: top,
      text: "text",
      lineAnchor: "bottom",
      dy: -4,
      fill: colours.ink,
      fontSize: 12,
      fontVariant: "tabular-nums",
    }),
  ];
}

function distributionParts(data: RankDistributionData, options: FigureOptions): FigureParts {
  const { language, widthPx = 760, palette = printPalette } = options;
  const markHeightPx = barsPx + textPx;
  const layout = figureRows({ drivers: data.items, language, widthPx, markHeightPx });
  const bars = layout.rows.flatMap(({ markPx }, item) =>
    barsOf(data, item, markPx + markHeightPx / 2),
  );
  const ranks = Math.max(...data.counts.map((counts) => counts.length));
  const columns = Array.from({ length: ranks }, (_, index) => String(index + 1));
  if (isNoneShown(data)) columns.push(words.noneShort[language]);
  const marginRight = 12;
  const plotPx = widthPx - layout.marginLeftPx - marginRight;
  const most = Math.max(...bars.map((bar) => bar.share));
  const notes = figureNotes([words.note[language]], {
    widthPx: plotPx,
    belowPx: 8,
    colours: palette,
  });
  const head = { frameAnchor: "top", fill: palette.muted, fontSize: 12 } as const;
  return {
    id: `rank-distribution-figure-${data.id}`,
    title: words.title[language],
    description: rankDistributionInWords(data, language),
    plot: {
      width: widthPx,
      height: layout.heightPx + 44 + notes.heightPx + 16,
      marginTop: 44,
      marginBottom: notes.heightPx + 16,
      marginLeft: layout.marginLeftPx,
      marginRight,
      x: { domain: [0, columns.length], axis: null },
      y: { domain: [layout.heightPx, 0], axis: null },
      marks: [
        ...rowMarks(layout, palette, marginRight),
        ...barMarks(bars, most, plotPx / columns.length >= 20, palette),
        Plot.text(columns, { ...head, x: (_: string, index: number) => index + 0.5, dy: -12 }),
        Plot.text([words.rank[language]], {
          ...head,
          frameAnchor: "top-left",
          textAnchor: "start",
          dy: -32,
        }),
        ...notes.marks,
      ],
    },
  };
}

/**
 * Small bars of how often each item got each rank: two humps show an item that divides people.
 * All rows share one height scale. Items without a rank get a dashed bar of their own.
 *
 * @returns undefined if nobody ranked anything
 */
export function rankDistributionFigure(
  data: RankDistributionData,
  options: FigureOptions,
): Element | undefined {
  const hasRank = data.counts.some((counts) => counts.some((count) => count > 0));
  return hasRank ? drawFigure(distributionParts(data, options), options) : undefined;
}
