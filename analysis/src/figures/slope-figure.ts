import type { Language, LocalizedText } from "@mehrwert/study";
import * as Plot from "@observablehq/plot";
import { drawFigure, type FigureOptions, type FigureParts } from "./figure-frame.ts";
import type { FigureItem } from "./figure-item.ts";
import { figureNotes } from "./figure-notes.ts";
import { type FigurePalette, printPalette } from "./figure-palette.ts";
import { fontSizePx, lineHeightPx } from "./figure-rows.ts";
import { noValue, numberWriter } from "./number-writer.ts";
import { slopePlaces } from "./slope-places.ts";
import { wrapLabel } from "./wrap-label.ts";

/** An item with one value per group, absent where a group has none. */
export type SlopeItem = Pick<FigureItem, "label"> & {
  values: readonly (number | undefined)[];
  /** Drawn thick. Without any such item, all are drawn alike. */
  isDifferent?: boolean;
};

/** Groups side by side. `measure`: mean ranks (the lowest is on top) or worths (the highest is on top). */
export type SlopeData = {
  /** Unique in a page. */
  id: string;
  measure: "mean-rank" | "worth";
  groups: readonly { label: LocalizedText; n: number }[];
  items: readonly SlopeItem[];
  /** What a thick line means, e.g. after which correction the groups differ. */
  thickLine?: LocalizedText;
};

const words = {
  title: { de: "Rangfolge nach Gruppen", en: "Order by group" },
  "mean-rank": { de: "mittlerer Rang", en: "mean rank" },
  worth: { de: "Gewicht", en: "worth" },
  note: {
    "mean-rank": {
      de: "Oben steht, was die Gruppe am meisten schätzt; Zahlen: mittlerer Rang.",
      en: "What a group values most is on top; numbers: mean rank.",
    },
    worth: {
      de: "Oben steht, was die Gruppe am meisten schätzt; Zahlen: Gewicht.",
      en: "What a group values most is on top; numbers: worth.",
    },
  },
  thick: { de: "Dicke Linie:", en: "Thick line:" },
} as const;

const written = (data: SlopeData, language: Language) => {
  const write = numberWriter(language);
  return data.measure === "worth" ? write.share : write.mean;
};

/** The figure in words: every group with its items in order, and their values. */
export function slopeInWords(data: SlopeData, language: Language): string {
  const write = written(data, language);
  const places = slopePlaces(data);
  const groups = data.groups.map(({ label, n }, group) => {
    const order = data.items
      .map((item, index) => ({ item, place: places[index]?.[group] }))
      .toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity))
      .map(({ item, place }) => {
        const numeral = place === undefined ? noValue : `${place + 1}.`;
        return `${numeral} ${item.label[language]} ${write(item.values[group])}`;
      });
    const measure = words[data.measure][language];
    return `${label[language]} (n = ${numberWriter(language).count(n)}), ${measure}: ${order.join("; ")}`;
  });
  return `${groups.join(". ")}.`;
}

type Point = { group: number; y: number; text: string; item: number };

type Layout = { leftPx: number; rightPx: number; rowPx: number; topPx: number; bottomPx: number };

const valuePx = 46;

function layoutOf(data: SlopeData, language: Language, widthPx: number): Layout & Labels {
  const isWide = widthPx >= 540;
  const narrowShare = data.groups.length > 2 ? 0.36 : 0.42;
  const labelPx = isWide ? Math.min(190, widthPx * 0.26) : widthPx * narrowShare;
  const lines = data.items.map(({ label }) => wrapLabel(label[language], labelPx, fontSizePx));
  const most = Math.max(...lines.map((label) => label.length));
  const leftPx = labelPx + valuePx + 8;
  const rightPx = isWide ? labelPx + valuePx + 8 : valuePx + 4;
  const perGroupPx = (widthPx - leftPx - rightPx) / Math.max(1, data.groups.length - 1);
  const heads = data.groups.map(({ label, n }) => [
    ...wrapLabel(label[language], Math.max(perGroupPx - 6, 78), fontSizePx),
    `n = ${numberWriter(language).count(n)}`,
  ]);
  const topPx = Math.max(...heads.map((head) => head.length)) * lineHeightPx + 10;
  return {
    leftPx,
    rightPx,
    rowPx: most * lineHeightPx + 12,
    topPx,
    bottomPx: 0,
    lines,
    heads,
    isWide,
  };
}

type Labels = { lines: string[][]; heads: string[][]; isWide: boolean };

function itemMarks(
  points: Point[],
  isThick: boolean,
  isAlike: boolean,
  colours: FigurePalette,
): Plot.Markish[] {
  const stroke = isThick || isAlike ? colours.strong : colours.muted;
  const strokeWidth = isThick ? 4 : isAlike ? 2 : 1.25;
  return [
    ...points.flatMap((point) => {
      const next = points.find(({ group }) => group === point.group + 1);
      return next === undefined
        ? []
        : [Plot.line([point, next], { x: "group", y: "y", stroke, strokeWidth })];
    }),
    Plot.dot(points, { x: "group", y: "y", r: isThick ? 5.5 : 4, fill: stroke }),
  ];
}

/** Heads point outwards; on narrow figures the last one ends at the right edge. */
function headSide(group: number, last: number, { isWide, rightPx }: Layout & Labels) {
  if (group === 0) return { textAnchor: "end", dx: 6 } as const;
  if (group < last) return { textAnchor: "middle", dx: 0 } as const;
  return isWide
    ? ({ textAnchor: "start", dx: -6 } as const)
    : ({ textAnchor: "end", dx: rightPx - 4 } as const);
}

function textMarks(
  points: Point[],
  data: SlopeData,
  layout: Layout & Labels,
  colours: FigurePalette,
): Plot.Markish[] {
  const last = data.groups.length - 1;
  const value = { x: "group", y: "y", text: "text", fontSize: 12, fill: colours.ink } as const;
  const label = {
    x: "group",
    y: "y",
    text: (point: Point) => (layout.lines[point.item] ?? []).join("\n"),
    lineHeight: 1.3,
    fill: colours.ink,
    fontWeight: 600,
  } as const;
  const at = (group: number) => points.filter((point) => point.group === group);
  const between = points.filter(({ group }) => group > 0 && group < last);
  return [
    Plot.text(at(0), { ...value, textAnchor: "end", dx: -10, fontVariant: "tabular-nums" }),
    Plot.text(at(0), { ...label, textAnchor: "end", dx: -valuePx - 6 }),
    Plot.text(last > 0 ? at(last) : [], { ...value, textAnchor: "start", dx: 10 }),
    Plot.text(last > 0 && layout.isWide ? at(last) : [], {
      ...label,
      textAnchor: "start",
      dx: valuePx + 6,
    }),
    Plot.text(between, { ...value, dy: -13, stroke: colours.background, strokeWidth: 4 }),
    ...layout.heads.map((head, group) =>
      Plot.text([head.join("\n")], {
        x: () => group,
        frameAnchor: "top",
        lineAnchor: "top",
        dy: -layout.topPx + 2,
        lineHeight: 1.3,
        ...headSide(group, last, layout),
        fill: colours.muted,
        fontWeight: 600,
      }),
    ),
  ];
}

function slopeParts(data: SlopeData, options: FigureOptions): FigureParts {
  const { language, widthPx = 760, palette: colours = printPalette } = options;
  const layout = layoutOf(data, language, widthPx);
  const places = slopePlaces(data);
  const write = written(data, language);
  const pointsOf = data.items.map(({ values }, item) =>
    data.groups.flatMap((_, group): Point[] => {
      const place = places[item]?.[group];
      if (place === undefined) return [];
      return [{ group, item, y: (place + 0.5) * layout.rowPx, text: write(values[group]) }];
    }),
  );
  const isAlike = data.items.every(({ isDifferent }) => isDifferent !== true);
  const thick =
    data.thickLine && !isAlike ? [`${words.thick[language]} ${data.thickLine[language]}`] : [];
  const texts = [words.note[data.measure][language], ...thick];
  const notes = figureNotes(texts, {
    widthPx: widthPx - 16,
    belowPx: 10,
    leftPx: 8 - layout.leftPx,
    colours,
  });
  const heightPx = data.items.length * layout.rowPx;
  const order = data.items
    .map((_, item) => item)
    .toSorted(
      (a, b) =>
        Number(data.items[a]?.isDifferent ?? false) - Number(data.items[b]?.isDifferent ?? false),
    );
  return {
    id: `slope-figure-${data.id}`,
    title: words.title[language],
    description: slopeInWords(data, language),
    plot: {
      width: widthPx,
      height: heightPx + layout.topPx + notes.heightPx + 18,
      marginTop: layout.topPx,
      marginBottom: notes.heightPx + 18,
      marginLeft: layout.leftPx,
      marginRight: layout.rightPx,
      x: { domain: [0, Math.max(1, data.groups.length - 1)], axis: null },
      y: { domain: [heightPx, 0], axis: null },
      marks: [
        ...order.flatMap((item) =>
          itemMarks(pointsOf[item] ?? [], data.items[item]?.isDifferent === true, isAlike, colours),
        ),
        ...textMarks(pointsOf.flat(), data, layout, colours),
        ...notes.marks,
      ],
    },
  };
}

/**
 * Slope chart: the order of the items in every group, joined by lines; crossing lines are changes of order.
 * Places are spaced evenly; the values stand beside them, so that a crossing of near-equal values is seen as such.
 *
 * @returns undefined if there are fewer than two groups or no item has a value
 */
export function slopeFigure(data: SlopeData, options: FigureOptions): Element | undefined {
  if (data.groups.length < 2) return undefined;
  if (data.items.every(({ values }) => values.every((value) => value === undefined)))
    return undefined;
  return drawFigure(slopeParts(data, options), options);
}
