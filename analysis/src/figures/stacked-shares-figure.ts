import type { Language } from "@mehrwert/study";
import * as Plot from "@observablehq/plot";
import {
  axisMarks,
  drawFigure,
  type FigureOptions,
  type FigureParts,
  rowMarks,
} from "./figure-frame.ts";
import { figureLegend } from "./figure-legend.ts";
import { figureNotes } from "./figure-notes.ts";
import { type FigurePalette, printPalette } from "./figure-palette.ts";
import { figureRows } from "./figure-rows.ts";
import { type OptionShade, optionShade } from "./likert-shades.ts";
import { numberWriter } from "./number-writer.ts";
import { hiddenShare, type ReleasedShares } from "./released-shares.ts";

const words = {
  hidden: { de: "nicht gezeigt", en: "not shown" },
  size: { de: "n", en: "n" },
  note: { de: "Anteile in Prozent.", en: "Shares in per cent." },
} as const;

const barPx = 22;

type Segment = { low: number; high: number; y: number; share: number } & OptionShade;

/** The figure in words: every row with its size and the share of every answer. */
export function releasedSharesInWords(data: ReleasedShares, language: Language): string {
  const write = numberWriter(language);
  const rows = data.rows.map(({ label, size }, row) => {
    const shares = data.answers.map(({ label: answer }, index) => {
      const share = data.shares[row]?.[index] ?? null;
      return `${answer[language]} ${share === null ? words.hidden[language] : write.share(share)}`;
    });
    return `${label[language]} (n = ${size}): ${shares.join(", ")}`;
  });
  return `${rows.join("; ")}.`;
}

/** Points of a scale keep the two hues of its ends; other answers are told apart by depth alone. Reasons stand last. */
function shadeOf(answer: number, data: ReleasedShares, colours: FigurePalette): OptionShade {
  const points = data.answers.filter(({ isReason }) => !isReason).length;
  if (data.answers[answer]?.isReason)
    return { fill: colours.hairline, opacity: 1, ink: colours.ink };
  if (data.isScale) return optionShade(answer, points, colours);
  const opacity = 0.85 - (0.72 * answer) / Math.max(1, points - 1);
  return {
    fill: colours.strong,
    opacity,
    ink: opacity > 0.6 ? colours.background : colours.ink,
  };
}

function segmentsOf(data: ReleasedShares, row: number, y: number, colours: FigurePalette) {
  const shares = data.shares[row] ?? [];
  // Released shares are rounded: together they may miss the whole by a little.
  const total = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) + hiddenShare(shares);
  const segments: Segment[] = [];
  let low = 0;
  const add = (share: number, shade: OptionShade) => {
    if (share === 0 || total === 0) return;
    const high = low + share / total;
    segments.push({ low, high, y, share, ...shade });
    low = high;
  };
  for (const [answer, share] of shares.entries())
    if (share !== null) add(share, shadeOf(answer, data, colours));
  add(hiddenShare(shares), { fill: colours.background, opacity: 1, ink: colours.muted });
  return segments;
}

function segmentMarks(
  segments: readonly Segment[],
  fits: (share: number) => boolean,
  colours: FigurePalette,
): Plot.Markish[] {
  const box = {
    x1: "low",
    x2: "high",
    y1: (segment: Segment) => segment.y - barPx / 2,
    y2: (segment: Segment) => segment.y + barPx / 2,
  } as const;
  return [
    Plot.rect(segments, { ...box, fill: colours.background }),
    Plot.rect(segments, {
      ...box,
      fill: (segment: Segment) => segment.fill,
      fillOpacity: (segment: Segment) => segment.opacity,
      stroke: colours.muted,
      strokeWidth: 0.5,
    }),
    Plot.text(
      segments.filter(({ share }) => fits(share)),
      {
        x: (segment: Segment) => (segment.low + segment.high) / 2,
        y: "y",
        text: (segment: Segment) => String(Math.round(segment.share * 100)),
        fill: (segment: Segment) => segment.ink,
        fontSize: 12,
        fontVariant: "tabular-nums",
      },
    ),
  ];
}

function legendOf(data: ReleasedShares, language: Language, colours: FigurePalette) {
  const entries = data.answers.map(({ label }, index) => {
    const { fill, opacity } = shadeOf(index, data, colours);
    const text = label[language];
    return { text, symbol: "square", fill, fillOpacity: opacity, stroke: colours.muted } as const;
  });
  const hasHidden = data.shares.some((shares) => hiddenShare(shares) > 0);
  if (!hasHidden) return entries;
  const hidden = {
    ...{ text: words.hidden[language], symbol: "square", fill: colours.background },
    ...{ fillOpacity: 1, stroke: colours.muted },
  } as const;
  return [...entries, hidden];
}

function stackedParts(data: ReleasedShares, options: FigureOptions): FigureParts {
  const { language, widthPx = 760, palette: colours = printPalette } = options;
  const items = data.rows.map(({ label }) => ({ numeral: "", label }));
  const layout = figureRows({ drivers: items, language, widthPx, markHeightPx: barPx });
  const { marginLeftPx: marginLeft, isBeside } = layout;
  const marginRight = isBeside ? 72 : 26;
  const plotPx = widthPx - marginLeft - marginRight;
  const segments = layout.rows.flatMap(({ markPx }, row) => segmentsOf(data, row, markPx, colours));
  const sizes = layout.rows.map(({ markPx, labelPx }, row) => ({
    y: isBeside ? markPx : labelPx,
    text: data.rows[row]?.size ?? "",
  }));
  const right = { textAnchor: "end", dx: marginRight - 2, fontSize: 12 } as const;
  const legend = figureLegend(legendOf(data, language, colours), {
    ...{ widthPx, marginLeftPx: marginLeft, abovePx: 28, colours },
  });
  const notes = figureNotes([words.note[language]], { widthPx: plotPx, belowPx: 26, colours });
  const marginBottom = notes.heightPx + 34;
  const format = (tick: number) => numberWriter(language).share(tick);
  return {
    id: `shares-figure-${data.id}`,
    title: data.title[language],
    description: releasedSharesInWords(data, language),
    plot: {
      width: widthPx,
      height: layout.heightPx + legend.heightPx + marginBottom,
      ...{ marginTop: legend.heightPx, marginBottom, marginLeft, marginRight },
      x: { domain: [0, 1], axis: null },
      y: { domain: [layout.heightPx, 0], axis: null },
      color: { type: "identity" },
      opacity: { type: "identity" },
      marks: [
        ...axisMarks({ ticks: [0, 0.25, 0.5, 0.75, 1], format, name: "", colours }),
        ...rowMarks(layout, colours, marginRight),
        ...segmentMarks(segments, (share) => share * plotPx >= 22, colours),
        Plot.text([words.size[language]], {
          ...right,
          ...{ frameAnchor: "top-right", dy: -14, fill: colours.muted },
        }),
        Plot.text(sizes, {
          ...right,
          ...{ frameAnchor: "right", y: "y", text: "text", fill: colours.ink },
          fontVariant: "tabular-nums",
        }),
        ...legend.marks,
        ...notes.marks,
      ],
    },
  };
}

/**
 * Bars that fill the whole: one for each item or group, parted by answer, with what is hidden as an empty part.
 *
 * @returns undefined without any share
 */
export function stackedSharesFigure(
  data: ReleasedShares,
  options: FigureOptions,
): Element | undefined {
  const isEmpty = data.shares.every((shares) => shares.every((share) => share === null));
  return isEmpty ? undefined : drawFigure(stackedParts(data, options), options);
}
