import type { Language, LocalizedText } from "@mehrwert/study";
import * as Plot from "@observablehq/plot";
import { formatNumber } from "../number-format.ts";
import { axisRange } from "./axis-range.ts";
import {
  axisMarks,
  drawFigure,
  type FigureOptions,
  type FigureParts,
  rowMarks,
  valueLine,
} from "./figure-frame.ts";
import type { FigureInterval, FigureItem } from "./figure-item.ts";
import { figureLegend } from "./figure-legend.ts";
import { figureNotes } from "./figure-notes.ts";
import { type FigurePalette, printPalette } from "./figure-palette.ts";
import { type FigureRows, figureRows } from "./figure-rows.ts";
import { numberWriter } from "./number-writer.ts";
import { textWidthPx } from "./wrap-label.ts";

/** An estimate with its interval, as far as it has one. */
export type FigureEstimate = { value: number; interval?: FigureInterval };

/** One number per item, or two to compare. What does not exist is undefined and leaves its place empty. */
export type EstimateData = {
  /** Unique in a page. */
  id: string;
  title: LocalizedText;
  /** Name of the axis, with its unit and which end is which. */
  axis: LocalizedText;
  /** One or two; a single one needs no legend. */
  series: readonly LocalizedText[];
  items: readonly (FigureItem & { estimates: readonly (FigureEstimate | undefined)[] })[];
  /** A value to read the others against, drawn as a dashed line and named below the figure. */
  reference?: { value: number; label: LocalizedText };
};

const words = {
  interval: { de: "95\u2011%\u2011Intervall", en: "95% interval" },
  to: { de: "bis", en: "to" },
  line: { de: "Gestrichelte Linie:", en: "Dashed line:" },
} as const;

/** The figure in words: every item with its numbers and their intervals. */
export function estimatesInWords(data: EstimateData, language: Language): string {
  const write = numberWriter(language);
  const inWords = (estimate: FigureEstimate | undefined) => {
    if (estimate?.interval === undefined) return write.mean(estimate?.value);
    const [low, high] = estimate.interval.map((bound) => write.mean(bound));
    return `${write.mean(estimate.value)} (${words.interval[language]} ${low} ${words.to[language]} ${high})`;
  };
  const items = data.items.map(({ label, position, estimates }) => {
    const numeral = position === undefined ? "" : `${position}. `;
    const numbers = data.series.map((name, series) => {
      const said = data.series.length > 1 ? `${name[language]} ` : "";
      return `${said}${inWords(estimates[series])}`;
    });
    return `${numeral}${label[language]}: ${numbers.join(", ")}`;
  });
  const reference = data.reference === undefined ? "" : ` ${referenceNote(data, language)}`;
  return `${data.axis[language]}. ${items.join("; ")}.${reference}`;
}

function referenceNote({ reference }: EstimateData, language: Language): string {
  if (reference === undefined) return "";
  const value = formatNumber(reference.value, language, Number.isInteger(reference.value) ? 0 : 2);
  return `${words.line[language]} ${reference.label[language]} (${value}).`;
}

type Mark = { x: number; low: number; high: number; y: number; series: number; text: string };

const besideSeriesPx = 17;

function marksOf(data: EstimateData, layout: FigureRows, language: Language): Mark[] {
  const write = numberWriter(language);
  const middle = (data.series.length - 1) / 2;
  return data.items.flatMap(({ estimates }, item) =>
    data.series.flatMap((_, series): Mark[] => {
      const estimate = estimates[series];
      if (estimate === undefined) return [];
      const { value, interval = [value, value] } = estimate;
      const y = (layout.rows[item]?.markPx ?? 0) + (series - middle) * besideSeriesPx;
      const [low, high] = interval;
      return [{ x: value, low, high, y, series, text: write.mean(value) }];
    }),
  );
}

const symbols = ["circle", "square"] as const;

function fillOf(series: number, colours: FigurePalette): string {
  return series === 0 ? colours.strong : colours.light;
}

function estimateMarks(
  marks: readonly Mark[],
  colours: FigurePalette,
  marginRight: number,
): Plot.Markish[] {
  return [0, 1].flatMap((series) => {
    const own = marks.filter((mark) => mark.series === series);
    const at = { y: "y", stroke: colours.strong } as const;
    return [
      Plot.ruleY(own, { ...at, x1: "low", x2: "high", strokeWidth: series === 0 ? 3 : 1.75 }),
      Plot.dot(own, {
        ...{ ...at, x: "x", r: 5.5, symbol: symbols[series] ?? "circle" },
        ...{ fill: fillOf(series, colours), strokeWidth: 1.5 },
      }),
      Plot.text(own, {
        ...{ y: "y", text: "text", frameAnchor: "right", textAnchor: "end", dx: marginRight - 2 },
        ...{ fill: colours.ink, fontVariant: "tabular-nums" },
      }),
    ];
  });
}

/** Every tick, or every second or third, so that their numbers do not touch. */
function roomyTicks(ticks: readonly number[], plotPx: number, decimals: number): number[] {
  const widest = Math.max(...ticks.map((tick) => textWidthPx(tick.toFixed(decimals), 12)));
  const step = Math.ceil((widest + 8) / (plotPx / Math.max(1, ticks.length - 1)));
  const zero = Math.max(0, ticks.indexOf(0));
  return ticks.filter((_, index) => (index - zero) % step === 0);
}

function estimateParts(data: EstimateData, options: FigureOptions): FigureParts {
  const { language, widthPx = 760, palette: colours = printPalette } = options;
  const markHeightPx = data.series.length > 1 ? 14 + besideSeriesPx : 14;
  const layout = figureRows({ drivers: data.items, language, widthPx, markHeightPx });
  const marks = marksOf(data, layout, language);
  const { low, high, ticks, decimals } = axisRange([
    ...marks.flatMap((mark) => [mark.low, mark.high]),
    ...(data.reference === undefined ? [] : [data.reference.value]),
  ]);
  const marginRight = 60;
  const plotPx = widthPx - layout.marginLeftPx - marginRight;
  const entries = data.series.map((text, series) => ({
    ...{ text: text[language], symbol: symbols[series] ?? ("circle" as const) },
    ...{ fill: fillOf(series, colours), stroke: colours.strong },
  }));
  const place = { widthPx, marginLeftPx: layout.marginLeftPx, abovePx: 8, colours };
  const legend = entries.length > 1 ? figureLegend(entries, place) : { heightPx: 10, marks: [] };
  const texts = [data.axis[language], ...(data.reference ? [referenceNote(data, language)] : [])];
  const notes = figureNotes(texts, {
    ...{ widthPx: widthPx - layout.marginLeftPx - 8, belowPx: 30, colours },
  });
  const marginBottom = 36 + notes.heightPx;
  const dashed = { stroke: colours.ink, strokeDasharray: "5 4" };
  const line = data.reference === undefined ? [] : [data.reference.value];
  return {
    id: `estimate-figure-${data.id}`,
    title: data.title[language],
    description: estimatesInWords(data, language),
    plot: {
      width: widthPx,
      height: layout.heightPx + legend.heightPx + marginBottom,
      ...{ marginTop: legend.heightPx, marginBottom, marginLeft: layout.marginLeftPx, marginRight },
      x: { domain: [low, high], axis: null },
      y: { domain: [layout.heightPx, 0], axis: null },
      marks: [
        ...axisMarks({
          ticks: roomyTicks(ticks, plotPx, decimals),
          format: (tick) => formatNumber(tick, language, decimals),
          name: "",
          colours,
        }),
        ...line.map((value) => valueLine(layout, value, { markHeightPx, ...dashed })),
        ...rowMarks(layout, colours, marginRight),
        ...estimateMarks(marks, colours, marginRight),
        ...legend.marks,
        ...notes.marks,
      ],
    },
  };
}

/**
 * Dots with intervals, one row per item: how large a number is and how sure; two series stand under each other.
 * The value stands at the right edge; a value that does not exist leaves its row empty but for a dash in words.
 *
 * @returns undefined if no item has a value
 */
export function estimateFigure(data: EstimateData, options: FigureOptions): Element | undefined {
  const isEmpty = data.items.every(({ estimates }) =>
    estimates.every((each) => each === undefined),
  );
  return isEmpty ? undefined : drawFigure(estimateParts(data, options), options);
}
