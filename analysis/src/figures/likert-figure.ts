import type { Language, LocalizedText } from "@mehrwert/study";
import * as Plot from "@observablehq/plot";
import {
  axisMarks,
  drawFigure,
  type FigureOptions,
  type FigureParts,
  rowMarks,
  valueLine,
} from "./figure-frame.ts";
import type { FigureItem } from "./figure-item.ts";
import { figureLegend } from "./figure-legend.ts";
import { figureNotes } from "./figure-notes.ts";
import { type FigurePalette, printPalette } from "./figure-palette.ts";
import { figureRows } from "./figure-rows.ts";
import { optionShade } from "./likert-shades.ts";
import { numberWriter } from "./number-writer.ts";

/** Ratings of several items on one response scale, from least to most. counts[item][option]; missing[item]. */
export type LikertData = {
  /** Unique in a page. */
  id: string;
  items: readonly FigureItem[];
  options: readonly LocalizedText[];
  counts: readonly (readonly number[])[];
  missing: readonly number[];
};

const words = {
  title: { de: "Verteilung der Einschätzungen", en: "Distribution of ratings" },
  missing: { de: "ohne Angabe", en: "missing" },
  note: {
    de: "Anteil derer, die geantwortet haben, in Prozent.",
    en: "Share of those who answered, in per cent.",
  },
} as const;

const barPx = 22;

type Segment = { low: number; high: number; y: number; option: number; share: number };

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** The figure in words: every item with its number of answers, the missing, and the share of every option. */
export function likertInWords(data: LikertData, language: Language): string {
  const write = numberWriter(language);
  const items = data.items.map(({ label }, item) => {
    const counts = data.counts[item] ?? [];
    const n = sum(counts);
    const shares = data.options.map(
      (option, index) =>
        `${option[language]} ${write.share(n === 0 ? undefined : (counts[index] ?? 0) / n)}`,
    );
    const missing = `${write.count(data.missing[item] ?? 0)} ${words.missing[language]}`;
    return `${label[language]} (n = ${write.count(n)}, ${missing}): ${shares.join(", ")}`;
  });
  return `${items.join("; ")}.`;
}

/** One bar: disagreement to the left of 0, agreement to the right, a middle option on both sides alike. */
function segmentsOf(counts: readonly number[], y: number): Segment[] {
  const n = sum(counts);
  if (n === 0) return [];
  const half = Math.floor(counts.length / 2);
  const middle = counts.length % 2 === 1 ? (counts[half] ?? 0) / 2 : 0;
  let low = -(sum(counts.slice(0, half)) + middle) / n;
  return counts.map((count, option) => {
    const share = count / n;
    const segment = { low, high: low + share, y, option, share };
    low += share;
    return segment;
  });
}

function segmentMarks(
  segments: Segment[],
  optionCount: number,
  fits: (share: number) => boolean,
  colours: FigurePalette,
): Plot.Markish[] {
  const box = {
    x1: "low",
    x2: "high",
    y1: (segment: Segment) => segment.y - barPx / 2,
    y2: (segment: Segment) => segment.y + barPx / 2,
  } as const;
  const drawn = segments.filter(({ share }) => share > 0);
  const shadeOf = ({ option }: Segment) => optionShade(option, optionCount, colours);
  return [
    Plot.rect(drawn, { ...box, fill: colours.background }),
    Plot.rect(drawn, {
      ...box,
      fill: (segment: Segment) => shadeOf(segment).fill,
      fillOpacity: (segment: Segment) => shadeOf(segment).opacity,
      stroke: colours.background,
    }),
    Plot.text(
      drawn.filter(({ share }) => fits(share)),
      {
        x: (segment: Segment) => (segment.low + segment.high) / 2,
        y: "y",
        text: (segment: Segment) => String(Math.round(segment.share * 100)),
        fill: (segment: Segment) => shadeOf(segment).ink,
        fontSize: 12,
        fontVariant: "tabular-nums",
      },
    ),
  ];
}

/** How many answered each item, and in brackets how many did not. */
function sizeMarks(
  places: { y: number; text: string }[],
  language: Language,
  at: { marginRight: number; colours: FigurePalette },
): Plot.Markish[] {
  const { marginRight, colours } = at;
  const right = { frameAnchor: "right", textAnchor: "end", dx: marginRight - 2 } as const;
  return [
    Plot.text([`n (${words.missing[language]})`], {
      ...right,
      frameAnchor: "top-right",
      dy: -14,
      fill: colours.muted,
      fontSize: 12,
    }),
    Plot.text(places, {
      ...right,
      y: "y",
      text: "text",
      fill: colours.ink,
      fontSize: 12,
      fontVariant: "tabular-nums",
    }),
  ];
}

function likertParts(data: LikertData, options: FigureOptions): FigureParts {
  const { language, widthPx = 760, palette: colours = printPalette } = options;
  const items = data.items.map((item) => ({ numeral: "", ...item }));
  const layout = figureRows({ drivers: items, language, widthPx, markHeightPx: barPx });
  const write = numberWriter(language);
  const segments = layout.rows.flatMap(({ markPx }, item) =>
    segmentsOf(data.counts[item] ?? [], markPx),
  );
  const sizes = layout.rows.map(({ markPx, labelPx }, item) => ({
    y: layout.isBeside ? markPx : labelPx,
    text: `${write.count(sum(data.counts[item] ?? []))} (${write.count(data.missing[item] ?? 0)})`,
  }));
  const reach = Math.max(0.25, ...segments.flatMap(({ low, high }) => [-low, high]));
  const edge = Math.min(1, Math.ceil(reach * 4) / 4);
  const step = edge > 0.5 ? 0.5 : 0.25;
  const ticks = Array.from({ length: 9 }, (_, index) => (index - 4) * step).filter(
    (tick) => Math.abs(tick) <= edge,
  );
  const { marginLeftPx: marginLeft } = layout;
  const marginRight = layout.isBeside ? 104 : 26;
  const plotPx = widthPx - marginLeft - marginRight;
  const entries = data.options.map((option, index) => {
    const { fill, opacity } = optionShade(index, data.options.length, colours);
    const text = option[language];
    return { text, symbol: "square", fill, fillOpacity: opacity, stroke: colours.muted } as const;
  });
  const legend = figureLegend(entries, {
    ...{ widthPx, marginLeftPx: marginLeft, abovePx: 28, colours },
  });
  const notes = figureNotes([words.note[language]], { widthPx: plotPx, belowPx: 26, colours });
  const marginBottom = notes.heightPx + 34;
  return {
    id: `likert-figure-${data.id}`,
    title: words.title[language],
    description: likertInWords(data, language),
    plot: {
      width: widthPx,
      height: layout.heightPx + legend.heightPx + marginBottom,
      ...{ marginTop: legend.heightPx, marginBottom, marginLeft, marginRight },
      x: { domain: [-edge, edge], axis: null },
      y: { domain: [layout.heightPx, 0], axis: null },
      color: { type: "identity" },
      opacity: { type: "identity" },
      marks: [
        ...axisMarks({ ticks, format: (tick) => write.share(Math.abs(tick)), name: "", colours }),
        valueLine(layout, 0, { markHeightPx: barPx, stroke: colours.ink }),
        ...rowMarks(layout, colours, marginRight),
        ...segmentMarks(
          segments,
          data.options.length,
          (share) => (share / (2 * edge)) * plotPx >= 20,
          colours,
        ),
        ...sizeMarks(sizes, language, { marginRight, colours }),
        ...legend.marks,
        ...notes.marks,
      ],
    },
  };
}

/**
 * Diverging bars of ratings: disagreement to the left, agreement to the right, with n and the missing of every item.
 * Shares are of those who answered; the missing are written out and never hidden in a bar.
 *
 * @returns undefined if nobody answered any item
 */
export function likertFigure(data: LikertData, options: FigureOptions): Element | undefined {
  const hasAnswer = data.counts.some((counts) => sum(counts) > 0);
  return hasAnswer ? drawFigure(likertParts(data, options), options) : undefined;
}
