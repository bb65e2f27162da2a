import * as Plot from "@observablehq/plot";
import type { FigureOptions, FigureParts } from "./figure-frame.ts";
import { rowMarks } from "./figure-frame.ts";
import type { FigureItem } from "./figure-item.ts";
import { figureNotes } from "./figure-notes.ts";
import { type FigurePalette, printPalette } from "./figure-palette.ts";
import { figureRows } from "./figure-rows.ts";

/** One field: how dark (0 to 1) and what is written in it. */
export type MatrixField = { shade: number; text: string; isQuiet?: boolean };

/** A table of shaded fields, one row per item. */
export type MatrixFigureInput = {
  id: string;
  title: string;
  description: string;
  items: readonly FigureItem[];
  columns: readonly string[];
  columnName: string;
  fields: readonly (readonly MatrixField[])[];
  notes: readonly string[];
};

const fieldHeightPx = 28;
/** Narrower fields show their shade only. */
const leastTextPx = 23;

/**
 * How much colour a shade gets. It leaps at one half, so that light and dark fields stay apart in grey print
 * and what is written in them keeps its contrast.
 */
export function fieldOpacity(shade: number): number {
  return shade > 0.5 ? 0.8 + 0.4 * (shade - 0.5) : 0.84 * shade;
}

type Drawn = MatrixField & { column: number; y: number };

function fieldMarks(fields: Drawn[], hasText: boolean, colours: FigurePalette): Plot.Markish[] {
  const colourOf = ({ shade, isQuiet }: Drawn) =>
    shade > 0.5 ? colours.background : isQuiet === true ? colours.muted : colours.ink;
  const box = {
    x1: "column",
    x2: (field: Drawn) => field.column + 1,
    y1: (field: Drawn) => field.y - fieldHeightPx / 2,
    y2: (field: Drawn) => field.y + fieldHeightPx / 2,
    inset: 1,
  } as const;
  return [
    Plot.rect(fields, { ...box, fill: colours.background }),
    Plot.rect(fields, {
      ...box,
      fill: colours.strong,
      fillOpacity: (field: Drawn) => fieldOpacity(field.shade),
      stroke: colours.hairline,
    }),
    Plot.text(hasText ? fields : [], {
      x: (field: Drawn) => field.column + 0.5,
      y: "y",
      text: "text",
      fill: colourOf,
      fontSize: 12,
      fontVariant: "tabular-nums",
    }),
  ];
}

/** Lays out and shades a table of fields, with the names of its columns above it. */
export function matrixParts(input: MatrixFigureInput, options: FigureOptions): FigureParts {
  const { language, widthPx = 760, palette = printPalette } = options;
  const { items, columns, fields, id, title, description } = input;
  const layout = figureRows({ drivers: items, language, widthPx, markHeightPx: fieldHeightPx });
  const marginRight = 12;
  const plotPx = widthPx - layout.marginLeftPx - marginRight;
  const drawn = layout.rows.flatMap(({ markPx }, row) =>
    (fields[row] ?? []).map((field, column): Drawn => ({ ...field, column, y: markPx })),
  );
  const notes = figureNotes(input.notes, { widthPx: plotPx, belowPx: 8, colours: palette });
  const marginBottom = notes.heightPx + 16;
  const marginTop = 44;
  const hasText = plotPx / columns.length >= leastTextPx;
  return {
    ...{ id, title, description },
    plot: {
      width: widthPx,
      height: layout.heightPx + marginTop + marginBottom,
      ...{ marginTop, marginBottom, marginRight, marginLeft: layout.marginLeftPx },
      x: { domain: [0, columns.length], axis: null },
      y: { domain: [layout.heightPx, 0], axis: null },
      color: { type: "identity" },
      opacity: { type: "identity" },
      marks: [
        ...rowMarks(layout, palette, marginRight),
        ...fieldMarks(drawn, hasText, palette),
        Plot.text(columns, {
          x: (_: string, index: number) => index + 0.5,
          frameAnchor: "top",
          dy: -12,
          fill: palette.muted,
          fontSize: 12,
        }),
        Plot.text([input.columnName], {
          frameAnchor: "top-left",
          textAnchor: "start",
          dy: -32,
          fill: palette.muted,
          fontSize: 12,
        }),
        ...notes.marks,
      ],
    },
  };
}
