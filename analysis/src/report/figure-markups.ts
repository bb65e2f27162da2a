import { figureMarkup } from "../figures/figure-frame.ts";
import type { Report, ReportFigure } from "./report.ts";

/** A figure as SVG text, drawn for a page or paper and once more for a phone. */
export type FigureMarkup = { wide: string; narrow: string };

/** Width the phone's version is drawn for: a screen of 360 px less its margins. */
const narrowPx = 328;

/** The figures of a report that have something to show, drawn; `document` is where their elements are created. */
export function figureMarkups(
  report: Report,
  document: Document,
): ReadonlyMap<ReportFigure, FigureMarkup> {
  const { language, isSimulated } = report;
  const markups = new Map<ReportFigure, FigureMarkup>();
  for (const figure of report.sections.flatMap(({ figures }) => figures)) {
    const wide = figure.draw({ document, language, isSimulated });
    const narrow = figure.draw({ document, language, isSimulated, widthPx: narrowPx });
    if (wide === undefined || narrow === undefined) continue;
    markups.set(figure, { wide: figureMarkup(wide), narrow: withOwnIds(figureMarkup(narrow)) });
  }
  return markups;
}

/** The same figure twice in a page: ids, and what refers to them, must differ. */
function withOwnIds(markup: string): string {
  return markup
    .replace(/ (id|aria-labelledby|aria-describedby)="([^"]+)"/g, ' $1="$2-narrow"')
    .replace(/ (href|xlink:href)="#([^"]+)"/g, ' $1="#$2-narrow"')
    .replace(/url\(#([^)]+)\)/g, "url(#$1-narrow)");
}
