import type { Language, LocalizedText } from "@mehrwert/study";
import { type EstimateData, estimateFigure } from "../figures/estimate-figure.ts";
import type { ReportFigure } from "../report/report.ts";
import type { ScaleAnalysis } from "./scale-analysis.ts";

/** What each item adds to its scale: α without it beside the line of α with all items. Needs three items. */
export function scaleFigures(
  { source, items, alpha }: ScaleAnalysis,
  language: Language,
): ReportFigure[] {
  if (!alpha.exists || items.every(({ alphaIfDropped }) => alphaIfDropped === undefined)) return [];
  const data: EstimateData = {
    id: `scale-${source.scale.replace(/[^\w-]+/g, "-")}`,
    title,
    axis,
    series: [title],
    items: items.map(({ label, alphaIfDropped }) => ({
      label,
      numeral: "",
      estimates: [alphaIfDropped === undefined ? undefined : { value: alphaIfDropped }],
    })),
    reference: {
      value: alpha.raw,
      label: { de: "α mit allen Aussagen", en: "α with all items" },
    },
  };
  return [{ caption: title[language], draw: (options) => estimateFigure(data, options) }];
}

const title: LocalizedText = {
  de: "Was jede Aussage beiträgt: α, wenn sie fehlte",
  en: "What each item adds: α if it were dropped",
};
const axis: LocalizedText = {
  de: "α ohne die Aussage (links der Linie: die Aussage hilft; rechts: ohne sie wäre α höher)",
  en: "α without the item (left of the line: the item helps; right: α would be higher without it)",
};
