import type { Language, LocalizedText } from "@mehrwert/study";
import * as Plot from "@observablehq/plot";
import { formatNumber } from "../number-format.ts";
import { type AxisRange, axisRange } from "./axis-range.ts";
import { drawFigure, type FigureOptions, type FigureParts } from "./figure-frame.ts";
import type { FigureItem } from "./figure-item.ts";
import { figureNotes } from "./figure-notes.ts";
import { type FigurePalette, printPalette } from "./figure-palette.ts";
import { fontSizePx, lineHeightPx } from "./figure-rows.ts";
import { type LabelPlace, labelPlaces } from "./label-places.ts";
import { textWidthPx, wrapLabel } from "./wrap-label.ts";

/** Items by how much they matter and how well they are met; for both, more is more. */
export type ImportanceData = {
  /** Unique in a page. */
  id: string;
  /** Names of the axes, with their units. */
  importance: LocalizedText;
  performance: LocalizedText;
  points: readonly (FigureItem & { importance: number; performance: number })[];
};

const words = {
  title: { de: "Wichtigkeit und Erfüllung", en: "Importance and performance" },
  lines: {
    de: "Linien: Mittelwerte über alle Punkte. Sie teilen auch dann, wenn alles gut erfüllt ist.",
    en: "Lines: means of all points. They divide even where everything is met well.",
  },
  act: { de: "zuerst verbessern", en: "improve first" },
  keep: { de: "so weiter", en: "keep it up" },
  later: { de: "nachrangig", en: "lower priority" },
  enough: { de: "mehr als nötig?", en: "more than needed?" },
} as const;

const plotHeightPx = 380;

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const means = ({ points }: ImportanceData) => ({
  importance: mean(points.map((point) => point.importance)),
  performance: mean(points.map((point) => point.performance)),
});

/** The figure in words: every item with both values and the quarter it stands in. */
export function importancePerformanceInWords(data: ImportanceData, language: Language): string {
  const middle = means(data);
  const write = (value: number) => formatNumber(value, language, 2);
  const items = data.points.map(({ label, importance, performance }) => {
    const isMet = performance >= middle.performance;
    const quarter =
      importance >= middle.importance ? (isMet ? "keep" : "act") : isMet ? "enough" : "later";
    return `${label[language]}: ${data.importance[language]} ${write(importance)}, ${data.performance[language]} ${write(performance)} – ${words[quarter][language]}`;
  });
  return `${items.join("; ")}.`;
}

type Frame = {
  x: AxisRange;
  y: AxisRange;
  plotPx: number;
  colours: FigurePalette;
  language: Language;
};

type Writing = { texts: string[][]; places: LabelPlace[]; isNumbered: boolean };

/** Full labels where all of them fit, else numbers, with the labels below the figure. */
function writing(data: ImportanceData, { x, y, plotPx, language }: Frame): Writing {
  const write = (texts: string[][]) => {
    const points = data.points.map((point, index) => ({
      xPx: ((point.performance - x.low) / (x.high - x.low)) * plotPx,
      yPx: (1 - (point.importance - y.low) / (y.high - y.low)) * plotHeightPx,
      lines: texts[index] ?? [],
    }));
    const corner = (isRight: boolean, isLow: boolean, text: string) => {
      const width = textWidthPx(text, 12) + 8;
      const left = isRight ? plotPx - width : 0;
      const top = isLow ? plotHeightPx - 22 : 0;
      return { left, right: left + width, top, bottom: top + 22 };
    };
    const taken = [
      corner(false, false, words.act[language]),
      corner(true, false, words.keep[language]),
      corner(false, true, words.later[language]),
      corner(true, true, words.enough[language]),
    ];
    return labelPlaces(points, {
      widthPx: plotPx,
      heightPx: plotHeightPx,
      fontPx: fontSizePx,
      taken,
    });
  };
  const labels = data.points.map(({ label }) => wrapLabel(label[language], 150, fontSizePx));
  const places = plotPx >= 400 ? write(labels) : undefined;
  if (places !== undefined) return { texts: labels, places, isNumbered: false };
  const numbers = data.points.map((_, index) => [String(index + 1)]);
  const beside = data.points.map((): LabelPlace => ({ dxPx: 9, dyPx: 0, anchor: "start" }));
  return { texts: numbers, places: write(numbers) ?? beside, isNumbered: true };
}

function pointMarks(data: ImportanceData, { texts, places }: Writing, colours: FigurePalette) {
  return data.points.flatMap((point, index) => {
    const at = { x: () => point.performance, y: () => point.importance } as const;
    const { dxPx, dyPx, anchor } = places[index] ?? { dxPx: 9, dyPx: 0, anchor: "start" };
    return [
      Plot.dot([0], { ...at, r: 5.5, fill: colours.strong }),
      Plot.text([(texts[index] ?? []).join("\n")], {
        ...at,
        dx: dxPx,
        dy: dyPx,
        textAnchor: anchor,
        lineHeight: 1.3,
        fill: colours.ink,
        fontWeight: 600,
        stroke: colours.background,
        strokeWidth: 4,
      }),
    ];
  });
}

function quarterMarks(data: ImportanceData, { language, colours }: Frame) {
  const middle = means(data);
  const line = { stroke: colours.muted, strokeDasharray: "2 4" } as const;
  const corners = [
    ["top-left", "start", 4, 8, "act"],
    ["top-right", "end", -4, 8, "keep"],
    ["bottom-left", "start", 4, -8, "later"],
    ["bottom-right", "end", -4, -8, "enough"],
  ] as const;
  return [
    Plot.ruleX([middle.performance], line),
    Plot.ruleY([middle.importance], line),
    ...corners.map(([frameAnchor, textAnchor, dx, dy, quarter]) =>
      Plot.text([words[quarter][language]], {
        ...{ frameAnchor, textAnchor, dx, dy },
        lineAnchor: "middle",
        fill: colours.muted,
        fontSize: 12,
        fontStyle: "italic",
      }),
    ),
  ];
}

function scaleMarks({ x, y, colours, language }: Frame): Plot.Markish[] {
  const axis = { tickSize: 0, label: null, color: colours.muted, fontSize: 12 } as const;
  const format =
    ({ decimals }: AxisRange) =>
    (tick: number) =>
      formatNumber(tick, language, decimals);
  return [
    Plot.gridX(x.ticks, { stroke: colours.hairline, strokeOpacity: 1 }),
    Plot.gridY(y.ticks, { stroke: colours.hairline, strokeOpacity: 1 }),
    Plot.axisX(x.ticks, { ...axis, anchor: "bottom", tickPadding: 8, tickFormat: format(x) }),
    Plot.axisY(y.ticks, { ...axis, anchor: "left", tickPadding: 8, tickFormat: format(y) }),
    Plot.frame({ stroke: colours.hairline }),
  ];
}

function importanceParts(data: ImportanceData, options: FigureOptions): FigureParts {
  const { language, widthPx = 760, palette: colours = printPalette } = options;
  const marginLeft = 44;
  const marginRight = 12;
  const plotPx = widthPx - marginLeft - marginRight;
  const frame: Frame = {
    x: axisRange(data.points.map((point) => point.performance)),
    y: axisRange(data.points.map((point) => point.importance)),
    ...{ plotPx, colours, language },
  };
  const labels = writing(data, frame);
  const key = labels.isNumbered
    ? data.points.map(({ label }, index) => `${index + 1} ${label[language]}`)
    : [];
  const texts = [data.performance[language], ...key, words.lines[language]];
  const notes = figureNotes(texts, { widthPx: plotPx, belowPx: 26, colours });
  const head = wrapLabel(data.importance[language], widthPx - 16, 12);
  const marginTop = head.length * lineHeightPx + 8;
  const marginBottom = notes.heightPx + 34;
  return {
    id: `importance-performance-figure-${data.id}`,
    title: words.title[language],
    description: importancePerformanceInWords(data, language),
    plot: {
      width: widthPx,
      height: plotHeightPx + marginTop + marginBottom,
      ...{ marginTop, marginBottom, marginLeft, marginRight },
      x: { domain: [frame.x.low, frame.x.high], axis: null },
      y: { domain: [frame.y.low, frame.y.high], axis: null },
      marks: [
        ...scaleMarks(frame),
        ...quarterMarks(data, frame),
        ...pointMarks(data, labels, colours),
        Plot.text([head.join("\n")], {
          frameAnchor: "top-left",
          lineAnchor: "top",
          textAnchor: "start",
          dx: 6 - marginLeft,
          dy: -marginTop + 2,
          lineHeight: 1.3,
          fill: colours.muted,
          fontSize: 12,
        }),
        ...notes.marks,
      ],
    },
  };
}

/**
 * Importance against performance: what matters much and is met poorly stands at the top left.
 * Labels stand beside their points where all fit; else points bear numbers that are explained below.
 *
 * @returns undefined if there are fewer than two points: their means would divide nothing
 */
export function importancePerformanceFigure(
  data: ImportanceData,
  options: FigureOptions,
): Element | undefined {
  return data.points.length < 2 ? undefined : drawFigure(importanceParts(data, options), options);
}
