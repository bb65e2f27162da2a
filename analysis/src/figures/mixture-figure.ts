import type { Language } from "@mehrwert/study";
import * as Plot from "@observablehq/plot";
import {
  axisMarks,
  drawFigure,
  type FigureOptions,
  type FigureParts,
  rowMarks,
} from "./figure-frame.ts";
import type { FigureInterval, FigureItem } from "./figure-item.ts";
import { figureLegend, type LegendEntry } from "./figure-legend.ts";
import { figureNotes } from "./figure-notes.ts";
import { type FigurePalette, printPalette } from "./figure-palette.ts";
import { figureRows } from "./figure-rows.ts";
import { numberWriter } from "./number-writer.ts";

/** A class of respondents: its share, 0 to 1, and its worths, summing to 1, in the order of the items. */
export type MixtureFigureClass = {
  share: number;
  shareInterval?: FigureInterval;
  worths: readonly { value: number; interval?: FigureInterval }[];
};

/** Classes of one mixture, the largest first; sorted by the caller. */
export type MixtureFigureData = {
  /** Unique in a page. */
  id: string;
  items: readonly FigureItem[];
  classes: readonly MixtureFigureClass[];
};

const words = {
  title: {
    de: "Was die Gruppen schätzen, mit 95\u2011%\u2011Intervallen",
    en: "What the groups value, with 95% intervals",
  },
  class: { de: "Gruppe", en: "Group" },
  respondents: { de: "der Befragten", en: "of respondents" },
  worth: { de: "Gewicht", en: "worth" },
  axis: {
    de: "Gewicht: Wahrscheinlichkeit, an erster Stelle zu stehen",
    en: "Worth: probability of being put first",
  },
  line: {
    de: "Gepunktete Linie: alle gleich geschätzt.",
    en: "Dotted line: all valued equally.",
  },
  interval: { de: "95\u2011%\u2011Intervall", en: "95% interval" },
} as const;

const linePx = 17;
const symbols = ["circle", "square", "triangle", "diamond", "star", "wye"] as const;

type Mark = {
  y: number;
  value: number;
  low: number;
  high: number;
  text: string;
  classIndex: number;
};

const symbolOf = (classIndex: number) => symbols[classIndex % symbols.length] ?? "circle";
/** Filled and open signs take turns, so that neighbours differ in shape, in fill and in grey print. */
const fillOf = (classIndex: number, colours: FigurePalette) =>
  classIndex % 2 === 0 ? colours.strong : colours.background;

function className(of: MixtureFigureClass, index: number, language: Language): string {
  const write = numberWriter(language);
  const interval = of.shareInterval ? ` (${write.shareInterval(of.shareInterval)})` : "";
  return `${words.class[language]} ${index + 1}: ${write.share(of.share)}${interval} ${words.respondents[language]}`;
}

/** The figure in words: every class with its share, and the worth of every item in it. */
export function mixtureInWords(data: MixtureFigureData, language: Language): string {
  const write = numberWriter(language);
  const classes = data.classes.map((of, index) => {
    const items = data.items.map(({ label }, item) => {
      const worth = of.worths[item];
      const interval = worth?.interval
        ? ` (${words.interval[language]} ${write.shareInterval(worth.interval)})`
        : "";
      return `${label[language]} ${write.share(worth?.value)}${interval}`;
    });
    return `${className(of, index, language)}: ${items.join(", ")}`;
  });
  return `${classes.join(". ")}.`;
}

function classMarks(marks: Mark[], classIndex: number, colours: FigurePalette): Plot.Markish[] {
  const own = marks.filter((mark) => mark.classIndex === classIndex);
  return [
    Plot.ruleY(own, { y: "y", x1: "low", x2: "high", stroke: colours.strong, strokeWidth: 2 }),
    Plot.dot(own, {
      y: "y",
      x: "value",
      r: 4.5,
      symbol: symbolOf(classIndex),
      fill: fillOf(classIndex, colours),
      stroke: colours.strong,
      strokeWidth: 1.5,
    }),
    Plot.text(own, {
      x: "high",
      y: "y",
      text: "text",
      textAnchor: "start",
      dx: 9,
      fill: colours.ink,
      stroke: colours.background,
      strokeWidth: 4,
      fontSize: 12,
      fontVariant: "tabular-nums",
    }),
  ];
}

function legendOf(data: MixtureFigureData, language: Language, colours: FigurePalette) {
  return data.classes.map(
    (of, index): LegendEntry => ({
      text: className(of, index, language),
      symbol: symbolOf(index),
      fill: fillOf(index, colours),
      stroke: colours.strong,
    }),
  );
}

function mixtureParts(data: MixtureFigureData, options: FigureOptions): FigureParts {
  const { language, widthPx = 760, palette: colours = printPalette } = options;
  const markHeightPx = data.classes.length * linePx;
  const layout = figureRows({ drivers: data.items, language, widthPx, markHeightPx });
  const write = numberWriter(language);
  const marks = layout.rows.flatMap(({ markPx }, item) =>
    data.classes.flatMap((of, classIndex): Mark[] => {
      const worth = of.worths[item];
      if (worth === undefined) return [];
      const [low, high] = worth.interval ?? [worth.value, worth.value];
      const y = markPx + (classIndex - (data.classes.length - 1) / 2) * linePx;
      return [{ y, value: worth.value, low, high, text: write.share(worth.value), classIndex }];
    }),
  );
  const most = Math.max(...marks.map((mark) => mark.high));
  const step = most > 0.5 ? 0.2 : most > 0.2 ? 0.1 : 0.05;
  const ticks = Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
  const { marginLeftPx: marginLeft } = layout;
  const marginRight = 46;
  const legend = figureLegend(legendOf(data, language, colours), {
    ...{ widthPx, marginLeftPx: marginLeft, abovePx: 10, colours },
  });
  const noteWidthPx = widthPx - marginLeft - 8;
  const notes = figureNotes([words.axis[language], words.line[language]], {
    ...{ widthPx: noteWidthPx, belowPx: 26, colours },
  });
  const marginBottom = notes.heightPx + 34;
  return {
    id: `mixture-figure-${data.id}`,
    title: words.title[language],
    description: mixtureInWords(data, language),
    plot: {
      width: widthPx,
      height: layout.heightPx + legend.heightPx + marginBottom,
      ...{ marginTop: legend.heightPx, marginBottom, marginLeft, marginRight },
      x: { domain: [0, Math.min(1, ticks.at(-1) ?? 1)], axis: null },
      y: { domain: [layout.heightPx, 0], axis: null },
      marks: [
        ...axisMarks({ ticks, format: write.share, name: "", colours }),
        Plot.ruleX([1 / data.items.length], { stroke: colours.muted, strokeDasharray: "2 4" }),
        ...rowMarks(layout, colours, marginRight),
        ...data.classes.flatMap((_, index) => classMarks(marks, index, colours)),
        ...legend.marks,
        ...notes.marks,
      ],
    },
  };
}

/**
 * Worths of every item in every class, with intervals: where the classes differ, and how large each class is.
 * Signs differ in shape and fill, so that the classes stay apart without colour.
 *
 * @returns undefined if there is no class or no item
 */
export function mixtureFigure(
  data: MixtureFigureData,
  options: FigureOptions,
): Element | undefined {
  if (data.classes.length === 0 || data.items.length === 0) return undefined;
  return drawFigure(mixtureParts(data, options), options);
}
