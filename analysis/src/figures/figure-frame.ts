import type { Language } from "@mehrwert/study";
import * as Plot from "@observablehq/plot";
import { type FigurePalette, printPalette } from "./figure-palette.ts";
import { type FigureRows, fontSizePx, lineHeightPx } from "./figure-rows.ts";

/** How to draw a figure. */
export type FigureOptions = {
  language: Language;
  /** Where elements are created: the browser's own document, or one of linkedom's in Node. */
  document: Document;
  /** Default 760. Below 540 the labels stand above their marks. */
  widthPx?: number;
  /** Writes "simulated data" into the figure itself, so that it goes wherever the figure goes. */
  isSimulated?: boolean;
  /** Default: colours for print. */
  palette?: FigurePalette;
};

/** What every figure of ours is made of, before it is drawn. */
export type FigureParts = {
  /** Unique in a page; the ids of title and description begin with it. */
  id: string;
  title: string;
  /** The whole content in words, for those who do not see the figure. */
  description: string;
  plot: Plot.PlotOptions;
};

/** Position numerals, labels and the hairlines between rows: the table a figure stands in. */
export function rowMarks(
  layout: FigureRows,
  colours: FigurePalette,
  marginRightPx: number,
): Plot.Markish[] {
  const { rows, marginLeftPx, labelStartPx } = layout;
  const lineAnchor = layout.isBeside ? "middle" : "top";
  const dy = layout.isBeside ? 0 : -lineHeightPx / 2;
  const label = { frameAnchor: "left", lineAnchor, dy, y: "labelPx", lineHeight: 1.3 } as const;
  return [
    Plot.ruleY(rows.slice(1), {
      y: "topPx",
      stroke: colours.hairline,
      insetLeft: -marginLeftPx,
      insetRight: -marginRightPx,
    }),
    Plot.text(rows, {
      ...label,
      text: "numeral",
      textAnchor: "end",
      dx: labelStartPx - 10 - marginLeftPx,
      fill: colours.muted,
      fontVariant: "tabular-nums",
    }),
    Plot.text(rows, {
      ...label,
      text: (row) => row.lines.join("\n"),
      textAnchor: "start",
      dx: labelStartPx - marginLeftPx,
      fill: colours.ink,
      fontWeight: 600,
      stroke: colours.background,
      strokeWidth: 5,
    }),
  ];
}

/** An upright line at a value; where labels stand above their marks it is drawn beside the marks only. */
export function valueLine(
  { rows, isBeside }: FigureRows,
  value: number,
  options: { markHeightPx: number; stroke: string; strokeDasharray?: string },
): Plot.Markish {
  const { markHeightPx, ...style } = options;
  if (isBeside) return Plot.ruleX([value], style);
  const reachPx = markHeightPx / 2 + 4;
  return Plot.ruleX(rows, {
    ...style,
    x: () => value,
    y1: ({ markPx }) => markPx - reachPx,
    y2: ({ markPx }) => markPx + reachPx,
  });
}

/** An axis below the rows with its name, and thin lines up from its ticks. */
export function axisMarks(axis: {
  ticks: readonly number[];
  format: (tick: number) => string;
  name: string;
  colours: FigurePalette;
}): Plot.Markish[] {
  const { ticks, colours } = axis;
  return [
    Plot.gridX(ticks, { stroke: colours.hairline, strokeOpacity: 1 }),
    Plot.axisX(ticks, {
      anchor: "bottom",
      tickSize: 0,
      tickPadding: 8,
      label: null,
      color: colours.muted,
      fontSize: 12,
      fontVariant: "tabular-nums",
      tickFormat: axis.format,
    }),
    Plot.text([axis.name], {
      frameAnchor: "bottom-left",
      dy: 41,
      textAnchor: "start",
      lineAnchor: "bottom",
      fill: colours.muted,
      fontSize: 12,
    }),
  ];
}

const simulatedWords = { de: "Simulierte Daten", en: "Simulated data" } as const;

/** Adds the mark of simulated data on a line of its own below everything else. */
function marked(plot: Plot.PlotOptions, text: string, colour: string): Plot.PlotOptions {
  const mark = Plot.text([text], {
    frameAnchor: "bottom-left",
    dy: (plot.marginBottom ?? 0) - 6 + lineHeightPx,
    textAnchor: "start",
    lineAnchor: "bottom",
    fill: colour,
    fontSize: 12,
    fontWeight: 600,
  });
  return {
    ...plot,
    height: (plot.height ?? 0) + lineHeightPx,
    marginBottom: (plot.marginBottom ?? 0) + lineHeightPx,
    marks: [...(plot.marks ?? []), mark],
  };
}

/**
 * Draws a figure as one SVG element that a screen reader meets as a single image with a name and a description.
 * Builds nodes only: no markup is parsed, so a page with Trusted Types may call it.
 */
export function drawFigure(parts: FigureParts, options: FigureOptions): Element {
  const { document } = options;
  const palette = options.palette ?? printPalette;
  const simulated = simulatedWords[options.language];
  const warning = options.isSimulated === true ? `${simulated}. ` : "";
  const figure = Plot.plot({
    ...(options.isSimulated === true ? marked(parts.plot, simulated, palette.ink) : parts.plot),
    document,
    figure: false,
    className: "mehrwert-figure",
    style: {
      background: palette.background,
      color: palette.ink,
      fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
      fontSize: `${fontSizePx}px`,
    },
  });
  // Plot names its groups ("rule", "dot"): noise inside an image, and not allowed on elements without a role.
  for (const part of figure.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  figure.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  figure.setAttribute("role", "img");
  figure.setAttribute("lang", options.language);
  figure.setAttribute("aria-labelledby", `${parts.id}-title`);
  figure.setAttribute("aria-describedby", `${parts.id}-description`);
  const described = [
    ["desc", "description", `${warning}${parts.description}`],
    ["title", "title", parts.title],
  ] as const;
  for (const [name, suffix, text] of described) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    element.setAttribute("id", `${parts.id}-${suffix}`);
    element.textContent = text;
    figure.prepend(element);
  }
  return figure;
}

/** The figure as text: a file of its own, or a part of a page. Valid XML, so that any SVG program reads it. */
export function figureMarkup(figure: Element): string {
  return figure.outerHTML.replaceAll("&nbsp;", "\u00a0");
}
