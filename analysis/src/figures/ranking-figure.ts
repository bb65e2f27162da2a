import type { Language } from "@mehrwert/study";
import * as Plot from "@observablehq/plot";
import type { ShownRankingRow, ShownRankingTable } from "../ranking/shown-ranking-table.ts";
import {
  axisMarks,
  drawFigure,
  type FigureOptions,
  type FigureParts,
  rowMarks,
} from "./figure-frame.ts";
import { type FigurePalette, printPalette } from "./figure-palette.ts";
import { type FigureRow, type FigureRows, figureRows } from "./figure-rows.ts";
import { numberWriter } from "./number-writer.ts";

const words = {
  title: {
    de: "Mittlere Ränge mit 95\u2011%\u2011Intervallen",
    en: "Mean ranks with 95% intervals",
  },
  axis: {
    de: "Mittlerer Rang (1 = am meisten geschätzt)",
    en: "Mean rank (1 = most valued)",
  },
  reference: { de: "ohne gemeinsame Vorliebe", en: "no shared preference" },
  order: {
    de: "In der Reihenfolge von am meisten bis am wenigsten geschätzt:",
    en: "In order from most to least valued:",
  },
  interval: { de: "95\u2011%\u2011Intervall", en: "95% interval" },
  rank: { de: "mittlerer Rang", en: "mean rank" },
  missing: { de: "kein mittlerer Rang", en: "no mean rank" },
  to: { de: "bis", en: "to" },
} as const;

type Mark = FigureRow & { mean: number; low: number; high: number; value: string };

const numeral = (row: ShownRankingRow) => (row.position === undefined ? "" : `${row.position}. `);

/** The figure in words, for those who do not see it: every driver in order, with value and interval. */
export function rankingInWords(table: ShownRankingTable, language: Language): string {
  const write = numberWriter(language);
  const drivers = table.rows.map((row) => {
    if (row.meanRank === undefined)
      return `${numeral(row)}${row.label[language]}: ${words.missing[language]}`;
    const mean = `${words.rank[language]} ${write.mean(row.meanRank)}`;
    const interval = row.meanRankInterval;
    const range =
      interval === undefined
        ? ""
        : ` (${words.interval[language]} ${write.mean(interval[0])} ${words.to[language]} ${write.mean(interval[1])})`;
    return `${numeral(row)}${row.label[language]}: ${mean}${range}`;
  });
  return `${words.order[language]} ${drivers.join("; ")}.`;
}

function marksOf(rows: ShownRankingRow[], layout: FigureRows, language: Language): Mark[] {
  const write = numberWriter(language);
  return layout.rows.flatMap((place, index) => {
    const row = rows[index];
    if (row?.meanRank === undefined) return [];
    const [low, high] = row.meanRankInterval ?? [row.meanRank, row.meanRank];
    const interval = row.meanRankInterval ? ` (${write.meanInterval(row.meanRankInterval)})` : "";
    const value = write.mean(row.meanRank) + (layout.isBeside ? interval : "");
    return [{ ...place, mean: row.meanRank, low, high, value }];
  });
}

function referenceMarks(options: number, language: Language, colours: FigurePalette) {
  const middle = (options + 1) / 2;
  return [
    Plot.ruleX([middle], { stroke: colours.muted, strokeDasharray: "2 4" }),
    Plot.text([middle], {
      x: (value: number) => value,
      text: () => words.reference[language],
      frameAnchor: "top",
      dy: -14,
      fill: colours.muted,
      fontSize: 12,
    }),
  ];
}

function rankingParts(table: ShownRankingTable, options: FigureOptions): FigureParts {
  const { language, widthPx = 760, palette = printPalette } = options;
  const layout = figureRows({ drivers: table.rows, language, widthPx, markHeightPx: 14 });
  const marginRight = layout.isBeside ? 128 : 14;
  const marks = marksOf(table.rows, layout, language);
  const step = Math.ceil((table.options - 1) / 10);
  const ticks = Array.from(
    { length: Math.floor((table.options - 1) / step) + 1 },
    (_, index) => 1 + index * step,
  );
  const at = { y: "markPx", stroke: palette.strong } as const;
  return {
    id: `ranking-figure-${table.question}`,
    title: words.title[language],
    description: rankingInWords(table, language),
    plot: {
      width: widthPx,
      height: layout.heightPx + 28 + 48,
      marginTop: 28,
      marginBottom: 48,
      marginLeft: layout.marginLeftPx,
      marginRight,
      x: { domain: [1, table.options], axis: null },
      y: { domain: [layout.heightPx, 0], axis: null },
      marks: [
        ...axisMarks({ ticks, format: String, name: words.axis[language], colours: palette }),
        ...referenceMarks(table.options, language, palette),
        ...rowMarks(layout, palette, marginRight),
        Plot.ruleY(marks, { ...at, x1: "low", x2: "high", strokeWidth: 3, strokeLinecap: "butt" }),
        Plot.dot(marks, { y: "markPx", x: "mean", r: 5.5, fill: palette.strong }),
        Plot.text(marks, {
          y: layout.isBeside ? "markPx" : "labelPx",
          text: "value",
          frameAnchor: "right",
          textAnchor: "end",
          dx: marginRight - 2,
          fill: palette.ink,
          stroke: palette.background,
          strokeWidth: 5,
          fontVariant: "tabular-nums",
        }),
      ],
    },
  };
}

/**
 * Dots and intervals of the mean ranks: who leads, and how sure that is. Rank 1, the most valued, is at the left.
 * The dashed line marks the mean rank every driver would have if people shared no preference.
 *
 * @returns undefined if no driver has a mean rank, because nobody ranked completely.
 */
export function rankingFigure(
  table: ShownRankingTable,
  options: FigureOptions,
): Element | undefined {
  if (table.rows.every((row) => row.meanRank === undefined)) return undefined;
  return drawFigure(rankingParts(table, options), options);
}
