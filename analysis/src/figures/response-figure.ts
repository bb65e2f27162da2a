import type { Language, ProgressFigures } from "@mehrwert/study";
import * as Plot from "@observablehq/plot";
import { drawFigure, type FigureOptions, type FigureParts } from "./figure-frame.ts";
import { figureLegend } from "./figure-legend.ts";
import { type FigurePalette, printPalette } from "./figure-palette.ts";
import { numberWriter } from "./number-writer.ts";
import { textWidthPx } from "./wrap-label.ts";

/** How far a wave had come on each day on which that was shown, oldest first. `invited`: 0 where nobody was asked by name. */
export type ResponseData = {
  /** Unique in a page. */
  id: string;
  invited: number;
  days: readonly {
    /** `YYYY-MM-DD` */
    day: string;
    figures: Pick<ProgressFigures, "begun" | "complete" | "partial">;
  }[];
};

const words = {
  title: { de: "Rücklauf nach Tagen", en: "Response by day" },
  people: { de: "Personen", en: "People" },
  invited: { de: "eingeladen", en: "invited" },
  begun: { de: "begonnen", en: "begun" },
  complete: { de: "vollständig", en: "complete" },
  partial: { de: "vorzeitig abgesendet", en: "sent early" },
} as const;

const dayMs = 86_400_000;
const plotHeightPx = 220;
const leftPx = 48;

type Series = { name: "begun" | "complete" | "partial"; symbol: Plot.SymbolType; colour: string };
type Point = { at: Date; people: number };

function seriesOf({ invited }: ResponseData, colours: FigurePalette): Series[] {
  const begun: Series = {
    ...{ name: "begun", symbol: "triangle", colour: colours.opposite ?? colours.ink },
  };
  return [
    ...(invited > 0 ? [begun] : []),
    { name: "complete", symbol: "circle", colour: colours.strong },
    { name: "partial", symbol: "square", colour: colours.muted },
  ];
}

const dayWriter = (language: Language, isShort: boolean) =>
  new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    ...(isShort ? { day: "numeric", month: "short" } : { dateStyle: "medium" }),
    timeZone: "UTC",
  });

/** The figure in words: every day with its figures. */
export function responseInWords(data: ResponseData, language: Language): string {
  const write = numberWriter(language);
  const day = dayWriter(language, false);
  const names =
    data.invited > 0
      ? (["begun", "complete", "partial"] as const)
      : (["complete", "partial"] as const);
  const days = data.days.map(({ day: on, figures }) => {
    const said = names.map((name) => `${words[name][language]} ${write.count(figures[name])}`);
    return `${day.format(new Date(on))}: ${said.join(", ")}`;
  });
  const invited =
    data.invited > 0 ? `${words.invited[language]}: ${write.count(data.invited)}. ` : "";
  return `${invited}${days.join("; ")}.`;
}

/** Days under the axis, as many as have room, the first one always among them. */
function shownDays(days: readonly Date[], widthPx: number, write: (day: Date) => string): Date[] {
  const [first, last] = [days[0]?.getTime() ?? 0, days.at(-1)?.getTime() ?? 0];
  let freePx = Number.NEGATIVE_INFINITY;
  return days.filter((day) => {
    const atPx =
      last === first ? widthPx / 2 : ((day.getTime() - first) / (last - first)) * widthPx;
    const halfPx = textWidthPx(write(day), 12) / 2 + 4;
    if (atPx - halfPx < freePx) return false;
    freePx = atPx + halfPx;
    return true;
  });
}

/** Round steps, at most five of them, and the first one at or above `most`. */
function countTicks(most: number): number[] {
  const rough = Math.max(1, most / 5);
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * ([1, 2, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10);
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
}

function invitedMarks({ invited }: ResponseData, language: Language, colours: FigurePalette) {
  if (invited === 0) return [];
  return [
    Plot.ruleY([invited], { stroke: colours.ink, strokeDasharray: "5 4" }),
    Plot.text([`${words.invited[language]}: ${numberWriter(language).count(invited)}`], {
      ...{ y: () => invited, frameAnchor: "left", textAnchor: "start", dx: 4, dy: 10 },
      ...{ fill: colours.ink, fontSize: 12, stroke: colours.background, strokeWidth: 4 },
    }),
  ];
}

function seriesMarks(data: ResponseData, series: readonly Series[], colours: FigurePalette) {
  return series.flatMap(({ name, symbol, colour }) => {
    const points: Point[] = data.days.map(({ day, figures }) => ({
      at: new Date(day),
      people: figures[name],
    }));
    const place = { x: "at", y: "people", stroke: colour } as const;
    return [
      Plot.line(points, { ...place, strokeWidth: 1.75, curve: "step-after" }),
      Plot.dot(points, { ...place, symbol, r: 4, fill: colours.background, strokeWidth: 1.75 }),
    ];
  });
}

function responseParts(data: ResponseData, options: FigureOptions): FigureParts {
  const { language, widthPx = 760, palette: colours = printPalette } = options;
  const series = seriesOf(data, colours);
  const write = dayWriter(language, true);
  const days = data.days.map(({ day }) => new Date(day));
  const [first = new Date(0), last = first] = [days[0], days.at(-1)];
  const marginRight = 24;
  const most = Math.max(
    data.invited,
    ...data.days.flatMap(({ figures }) => series.map(({ name }) => figures[name])),
  );
  const counts = countTicks(most);
  const legend = figureLegend(
    series.map(({ name, symbol, colour }) => ({
      ...{ text: words[name][language], symbol, fill: colours.background, stroke: colour },
    })),
    { widthPx, marginLeftPx: leftPx, abovePx: 24, colours },
  );
  const tick = { tickSize: 0, tickPadding: 8, label: null, color: colours.muted, fontSize: 12 };
  return {
    id: `response-figure-${data.id}`,
    title: words.title[language],
    description: responseInWords(data, language),
    plot: {
      width: widthPx,
      height: plotHeightPx + legend.heightPx + 36,
      marginTop: legend.heightPx,
      marginBottom: 36,
      marginLeft: leftPx,
      marginRight,
      x: {
        type: "utc",
        domain: first < last ? [first, last] : [+first - dayMs / 2, +first + dayMs / 2],
        axis: null,
      },
      y: { domain: [0, counts.at(-1) ?? 1], axis: null },
      marks: [
        Plot.gridY(counts, { stroke: colours.hairline, strokeOpacity: 1 }),
        Plot.axisY(counts, {
          ...{ ...tick, anchor: "left", tickFormat: numberWriter(language).count },
        }),
        Plot.axisX(shownDays(days, widthPx - leftPx - marginRight, write.format), {
          ...{ ...tick, anchor: "bottom", tickFormat: write.format },
        }),
        Plot.text([words.people[language]], {
          ...{ frameAnchor: "top-left", textAnchor: "start", lineAnchor: "bottom" },
          ...{ dx: 6 - leftPx, dy: -8, fill: colours.muted, fontSize: 12 },
        }),
        ...legend.marks,
        ...invitedMarks(data, language, colours),
        ...seriesMarks(data, series, colours),
      ],
    },
  };
}

/**
 * How many had begun and answered by which day: steps, because the figures stand still between two days on which they were shown.
 *
 * @returns undefined if nothing was shown yet
 */
export function responseFigure(data: ResponseData, options: FigureOptions): Element | undefined {
  return data.days.length === 0 ? undefined : drawFigure(responseParts(data, options), options);
}
